"""The status decision on a case: a few answers, kept, and what follows from them with the articles."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.case import service
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, case_of, show_case
from gilmok.journey.counselling import rows, status_words
from gilmok.journey.counselling.models import StatusCheck
from gilmok.journey.counselling.rules import Answer as Told
from gilmok.journey.counselling.rules import Answers, decide
from gilmok.journey.counselling.schemas import STATUS, Errors
from gilmok.journey.vocabulary_codes import BELOW_FIVE, EMPLOYMENT_TYPES, WORKPLACE_SIZES
from gilmok.law.shipped import shipped

blueprint = Blueprint("status", __name__, template_folder="templates", url_prefix="/cases/<number>/status")
FIVE_OR_MORE = {each.code: Told.NO if each.code == BELOW_FIVE else Told.YES for each in WORKPLACE_SIZES}


@blueprint.get("/")
@needs(Permission.COUNSEL_CASE, of=case_of)
def show(case: Case) -> ResponseReturnValue:
    """The questions with the answers that were kept, or what the intake knows; and what follows from them."""
    kept = status_words.newest(db(), case.id)
    return show_status(case, kept.answers if kept else from_intake(case.facts))


def from_intake(facts: Mapping[str, Any]) -> dict[str, str]:
    """What the intake knows already: nothing is asked twice."""
    employment = facts.get("employment_type")
    known = {each.code for each in EMPLOYMENT_TYPES}
    return {
        "employment": employment if employment in known else "unknown",
        "five_or_more": FIVE_OR_MORE.get(facts.get("workplace_size", ""), Told.UNKNOWN),
    }


def show_status(case: Case, typed: Mapping[str, str], errors: Errors | None = None) -> Answer:
    """The page with these answers."""
    values, wrong = STATUS.read(typed)
    found = decide(Answers(**values)) if not (errors or wrong) else ()
    unsure = [(str(Told.YES), _("Yes")), (str(Told.NO), _("No")), (str(Told.UNKNOWN), _("Not known"))]
    return show_case(
        "counselling/status.html", case, status=422 if errors else 200, errors=errors or {}, typed=dict(typed),
        branches=status_words.in_words(found, today()), questions=status_words.QUESTIONS, unsure=unsure,
        employments=[(each.code, _(each.title)) for each in EMPLOYMENT_TYPES] + [("unknown", _("Not known"))],
        accident_groups=options("accident"), employment_groups=options("employment"), law=shipped(),
        lists=[(title, rows.groups(name, today())) for title, name in status_words.LISTS],
    )


def options(insurance: str) -> list[tuple[str, str]]:
    """The job groups of an insurance as options."""
    found = [(each.code, in_language(each, "name")) for each in rows.groups(insurance, today())]
    return [("unknown", _("Not known")), ("none", _("Not one of these")), *found]


@blueprint.post("/")
@once
@needs(Permission.COUNSEL_CASE, of=case_of)
def keep(case: Case) -> ResponseReturnValue:
    """Keep the answers beside those of before, and show what follows."""
    values, errors = STATUS.read(request.form)
    if errors:
        return show_status(case, request.form, errors)
    answers = {name: str(value) for name, value in values.items()}
    db().add(StatusCheck(case_id=case.id, key=uuid4(), at=now(), person_id=me().id, answers=answers))
    service.note(db(), case, "status_decided", by=me())
    log(db(), "status_decided", cases=[case.id])
    flash(_("The answers are kept."), "success")
    return redirect(url_for("status.show", number=case.number), 303)


