"""The page of the city's free attorney (노동권리보호관): who is entitled and why, and what became of applications."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.errors import ChangedMeanwhile, NotAllowed
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case.models import Case
from gilmok.journey.case.parts import PartOfCase
from gilmok.journey.case.sealed import key_of
from gilmok.journey.case.showing import Answer, case_of
from gilmok.journey.legal_aid import attorney_service as service
from gilmok.journey.legal_aid.attorney_forms import APPLY, KINDS, LEAVE_OUT, Move, options, yes_no
from gilmok.journey.legal_aid.free_attorney import (
    FOLLOWS,
    NATURES,
    STAGE_TITLES,
    About,
    Entitled,
    OtherHelp,
    Stage,
    entitled,
    other_help,
)
from gilmok.journey.legal_aid.models import AttorneyUse
from gilmok.journey.legal_aid.offices import OUTSIDE_SEOUL, UNKNOWN
from gilmok.journey.legal_aid.showing import show
from gilmok.law.shipped import shipped

blueprint = Blueprint("free_attorney", __name__, url_prefix="/free-attorney", template_folder="templates")
# Only these stages are decided by the manager; the rest is noted by whoever works on the case.
DECIDED = frozenset({Stage.APPROVED, Stage.REFUSED, Stage.ASSIGNED})


@dataclass(frozen=True)
class InCase(PartOfCase):
    """An application for the city's free attorney."""

    use: AttorneyUse


def in_case(number: str, use: int) -> InCase:
    """The application of this case; raises NotFound."""
    case = case_of(number)
    return InCase(case, service.use_of_case(db(), case, use))


def in_seoul(case: Case) -> bool | None:
    """Whether the person works or lives in Seoul; None where neither is known to be."""
    districts = {case.facts.get("workplace_district"), case.facts.get("home_district")}
    if districts - UNKNOWN - {OUTSIDE_SEOUL}:
        return True
    return False if districts == {OUTSIDE_SEOUL} else None


def answer_of(case: Case, values: dict[str, Any]) -> Entitled:
    """Whether the person is entitled, by what the case and the form say."""
    known = service.as_uses(service.known_uses(db(), case))
    said = {name: values.get(name) for name in LEAVE_OUT}
    about = About(today(), in_seoul(case), uses=known, further=values["nature"] != "new", **said)
    return entitled(about, shipped())


def show_page(
    case: Case, *, values: dict[str, Any] | None = None, errors: dict[str, list[str]] | None = None, status: int = 200,
    wrong: str = "",
) -> Answer:
    """The page, with the answer for what was typed; `wrong`: which of its smaller forms was refused."""
    uses = service.uses_of_case(db(), case)
    return show(
        "free_attorney", case, status=422 if errors else status, errors=errors or {}, typed=request.form,
        uses=[(use, Move(use, steps_of(case, use))) for use in uses], wrong=wrong,
        attorneys=attorneys(case, uses),
        known=service.known_uses(db(), case), can_be_told=service.can_be_told(db(), case),
        answer=answer_of(case, values) if values else None, helps=helps(values), STAGES=STAGE_TITLES,
        kinds=options(KINDS), natures=options(NATURES), yes_no=yes_no(), stale=status == 409,
        may_apply=may(me(), Permission.WORK_ON_ACTION, case), kind_titles=dict(KINDS), nature_titles=dict(NATURES),
    )


def helps(values: dict[str, Any] | None) -> tuple[OtherHelp, ...]:
    """Who else may help free, by what the form says."""
    return other_help(values["kind"], values.get("wage"), shipped(), today()) if values else ()


def attorneys(case: Case, uses: Iterable[AttorneyUse]) -> dict[int, str]:
    """The attorneys' names by application; for the centre that has the case."""
    named = [use for use in uses if use.attorney] if case.centre_id == me().centre_id else []
    if not named:
        return {}
    key = key_of(db(), case.id, vault())
    return {use.id: key.open("attorney", use.attorney) for use in named if use.attorney}


def steps_of(case: Case, use: AttorneyUse) -> list[Stage]:
    """Where the person of this request may bring an application."""
    return [each for each in FOLLOWS[Stage(use.stage)] if may_move(case, each)]


def may_move(case: Case, to: Stage) -> bool:
    """Whether the person of this request may bring an application of this case there."""
    needed = Permission.DECIDE_FREE_ATTORNEY if to in DECIDED else Permission.WORK_ON_ACTION
    return may(me(), needed, case)


@blueprint.get("/")
@needs(Permission.SEE_CASE, of=case_of)
def index(case: Case) -> ResponseReturnValue:
    """The applications of a case, what is known of earlier uses, and the form that asks who is entitled."""
    return show_page(case)


@blueprint.post("/")
@once
@needs(Permission.WORK_ON_ACTION, of=case_of)
def apply(case: Case) -> ResponseReturnValue:
    """Say whether the person is entitled; with `do=apply`, apply."""
    values, errors = APPLY.read(request.form)
    if errors:
        return show_page(case, errors=errors)
    if request.form.get("do") != "apply":
        return show_page(case, values=values)
    service.apply(db(), case, values, answer_of(case, values), by=me(), on=today())
    log(db(), "free_attorney_applied", cases=[case.id])
    flash(_("The application is in the ledger."), "success")
    return redirect(url_for("legal_aid.free_attorney.index", number=case.number), 303)


@blueprint.post("/<int:use>")
@once
@needs(Permission.WORK_ON_ACTION, of=in_case)
def move(found: InCase) -> ResponseReturnValue:
    """Bring an application to its next stage."""
    to = Stage(request.form["to"]) if request.form.get("to") in set(Stage) else Stage(found.use.stage)
    if not may_move(found.case, to):
        raise NotAllowed
    if request.form.get("version") != str(found.use.version):
        return show_page(found.case, status=409)
    values, errors = Move(found.use, [to]).read(request.form)
    if errors:
        return show_page(found.case, errors=errors, wrong=f"{found.use.id}-{to}")
    name = values.get("attorney", "")
    sealed = key_of(db(), found.case.id, vault()).seal("attorney", name) if name else None
    try:
        service.move(
            db(), found.case, found.use, to, by=me(), on=values["day"], reason=values.get("reason"),
            attorney_sealed=sealed,
        )
    except ChangedMeanwhile:
        return show_page(found.case, status=409)
    log(db(), "free_attorney_moved", cases=[found.case.id])
    flash(_("Noted: %(what)s.", what=str(STAGE_TITLES[to])), "success")
    return redirect(url_for("legal_aid.free_attorney.index", number=found.case.number), 303)
