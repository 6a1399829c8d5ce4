"""The facts of a case, answered further: what was open at the intake is asked now, and the case is decided again."""

from datetime import date
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me
from gilmok.journey.case import queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, show_case
from gilmok.journey.intake.consents import SHARING
from gilmok.journey.intake.desk import NO_DRAFT, Desk, look
from gilmok.journey.intake.onward import say_where
from gilmok.journey.intake.questions import CORE_SECTIONS
from gilmok.journey.intake.reading import Errors, Typed
from gilmok.journey.intake.service import amend
from gilmok.journey.intake.showing import parts
from gilmok.journey.routing.asking import is_on
from gilmok.journey.routing.store import restored
from gilmok.modules.current import registry
from gilmok.modules.things import Kind


def show_questions(
    case: Case, typed: Typed | None = None, *, errors: Errors | None = None, status: int = 200
) -> Answer:
    """The questions of a case with its answers, or with what was typed; the way it would go beside them."""
    desk = look(NO_DRAFT, typed or typed_of(case), of=case)
    about = {**parts(desk, errors), "sections": CORE_SECTIONS, "modules": codes_only(desk), "stale": status == 409}
    return show_case("intake/amend.html", case, status=status, **about)


def answer_questions(case: Case, typed: Typed) -> ResponseReturnValue:
    """Keep the answers and decide again; with `action=look`, show only where it would go."""
    # What was agreed to is what is on record; this page asks for no consent.
    typed = {name: said for name, said in typed.items() if not name.startswith("consent.")} | consents_of(case)
    if request.form.get("action") == "look":
        return show_questions(case, typed)
    if request.form.get("version") != str(case.version):
        return show_questions(case, typed, status=409)
    desk = look(NO_DRAFT, typed, of=case)
    errors = desk.reading.errors | desk.reading.missing()
    if errors:
        return show_questions(case, typed, errors=errors, status=422)
    agreed = not case.anonymous and "yes" in typed.get(f"consent.{SHARING}", ())
    facts = {**answers_of_silent(case, desk), **desk.reading.facts}
    amend(db(), case, facts, by=me(), engine=desk.engine, goes_on=agreed)
    flash(_("The answers are kept."), "success")
    say_where(case, desk)
    return redirect(url_for("routing.decision", number=case.number), 303)


def answers_of_silent(case: Case, desk: Desk) -> dict[str, Any]:
    """What a case answered to modules that ask nothing here now, since they are suspended, off or not installed: it
    stays."""
    asked, active = registry().facts, desk.routed.decision.active
    return {
        name: value for name, value in restored(case.facts).items()
        if "." in name and not (name in asked and is_on(asked[name], active))
    }


def codes_only(desk: Desk) -> list[tuple[str, list[Any]]]:
    """The modules' questions but for free text, which is sealed with the narrative."""
    kept = ((each.title, [field for field in each.fields if field.kind is not Kind.TEXT]) for each in desk.modules)
    return [(title, fields) for title, fields in kept if fields]


def typed_of(case: Case) -> Typed:
    """A case's facts and consents as they would be typed."""
    facts = {name: as_typed(value) for name, value in restored(case.facts).items()}
    topics = facts.pop("topics", [])
    return {**facts, "topics.main": topics[:1], "topics": topics[1:], **consents_of(case)}


def consents_of(case: Case) -> Typed:
    """What was agreed to, as it would be typed; the newest answer of each kind."""
    newest_last = reversed(queries.consents(db(), case.id))
    return {f"consent.{row.kind}": ["yes" if row.given else "no"] for row in newest_last}


def as_typed(value: Any) -> list[str]:
    """A fact's value as a form carries it."""
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, date):
        return [value.isoformat()]
    return [str(each) for each in value] if isinstance(value, tuple) else [str(value)]
