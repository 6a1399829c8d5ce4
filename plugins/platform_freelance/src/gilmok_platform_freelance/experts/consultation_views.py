"""One consultation: what was asked, what the expert did, their written answer, the appointment, the end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    Errors,
    Happening,
    IllegalMove,
    NotFound,
    _,
    as_download,
    db,
    goes_on,
    log,
    may,
    me,
    moment_of,
    needs,
    once,
    today,
    vault,
)
from gilmok_platform_freelance.experts import consulting, panel, queries, showing
from gilmok_platform_freelance.experts.codes import (
    ACCEPTED,
    ANSWERED,
    APPOINTED,
    CLOSED,
    DECLINED,
    MOVES,
    UNANSWERED,
    WITHDRAWN,
)
from gilmok_platform_freelance.experts.schemas import ANSWER, APPOINTMENT, CLOSE, STEP, read_due
from gilmok_platform_freelance.experts.showing import InCase, consultation_of
from gilmok_platform_freelance.permissions import CONSULT_EXPERT, SEE_CONSULTATIONS

blueprint = Blueprint(
    "platform_freelance_consultation", "gilmok_platform_freelance", url_prefix="/experts/case/<number>/<uuid:key>",
    template_folder="templates",
)
CORRECTED = (ANSWERED, CLOSED)
FIELDS = (*CLOSE.fields, *APPOINTMENT.fields, *ANSWER.fields, "answer_by")


@blueprint.get("/")
@needs(SEE_CONSULTATIONS, of=consultation_of)
def index(about: InCase) -> ResponseReturnValue:
    """Everything about a consultation, and what can be done next."""
    return show(about)


@blueprint.post("/step")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def step(about: InCase) -> ResponseReturnValue:
    """The expert accepted or declined, or the question is taken back."""
    values, wrong = STEP.read(request.form)
    to = request.form.get("do", "")
    if wrong:
        return show(about, wrong)
    if to not in (ACCEPTED, DECLINED, WITHDRAWN):
        return show(about, {"on": [_("Please choose one of the listed answers.")]})
    return carried(about, values, lambda: moved(about, to, values))


@blueprint.post("/appointment")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def appoint(about: InCase) -> ResponseReturnValue:
    """Make or move the appointment."""
    values, wrong = APPOINTMENT.read(request.form)
    if wrong:
        return show(about, wrong)
    at = moment_of(values["day"], values["time"])
    return carried(about, values, lambda: moved(about, APPOINTED, values, at=at, way=values["way"]))


@blueprint.post("/answer")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def answer(about: InCase) -> ResponseReturnValue:
    """Keep what the expert wrote, or a correction of it."""
    values, wrong = ANSWER.read(request.form)
    if wrong:
        return show(about, wrong)
    return carried(about, values, lambda: consulting.answer(
        db(), about.found, values["text"], on=values["on"], version=showing.version_seen(), by=me(), vault=vault(),
    ))


@blueprint.post("/close")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def close(about: InCase) -> ResponseReturnValue:
    """Say what came of it."""
    values, wrong = CLOSE.read(request.form)
    if wrong:
        return show(about, wrong)
    return carried(about, values, lambda: moved(about, CLOSED, values, outcome=values["outcome"]))


@blueprint.post("/due")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def due(about: InCase) -> ResponseReturnValue:
    """Give the expert another day for the answer."""
    values, wrong = read_due(request.form)
    if wrong:
        return show(about, wrong)
    version = showing.version_seen()
    return carried(about, {}, lambda: consulting.put_off(db(), about.found, values["answer_by"], version=version))


@blueprint.post("/consent")
@goes_on
@once
@needs(CONSULT_EXPERT, of=consultation_of)
def end_consent(about: InCase) -> ResponseReturnValue:
    """The person takes their consent back."""
    return carried(about, {}, lambda: consulting.end_consent(db(), about.found, version=showing.version_seen()))


@blueprint.get("/appointment.ics")
@needs(SEE_CONSULTATIONS, of=consultation_of)
def file(about: InCase) -> ResponseReturnValue:
    """The appointment for a calendar, by the case's number and without names; as long as was asked for."""
    found = about.found
    if found.at is None:
        raise NotFound
    until = found.at + timedelta(minutes=found.minutes)
    title = _("Expert consultation %(number)s", number=about.case.number)
    return as_download(
        [Happening(uid=str(found.id), at=found.at, until=until, title=title, sequence=found.version)],
        "consultation.ics",
    )


def moved(about: InCase, to: str, values: dict[str, Any], **more: Any) -> None:
    """Move the consultation as of the day of the form."""
    consulting.move(db(), about.found, to, by=me(), on=values["on"], version=showing.version_seen(), **more)


def carried(about: InCase, values: dict[str, Any], act: Callable[[], object]) -> ResponseReturnValue:
    """Do it and show the consultation; what cannot be done is said, and nothing typed is lost."""
    if "on" in values and values["on"] < consulting.earliest(db(), about.found):
        return show(about, {"on": [_("This day lies before the step before it.")]})
    try:
        act()
    except (ChangedMeanwhile, IllegalMove):
        db().refresh(about.found)
        return show(about, stale=True)
    flash(_("It is noted."), "success")
    return redirect(
        url_for("platform_freelance_consultation.index", number=about.case.number, key=about.found.id), 303,
    )


def show(about: InCase, wrong: Errors | None = None, *, stale: bool = False) -> ResponseReturnValue:
    """The page of a consultation, with the form of one thing that can be done: the one typed into, else asked for."""
    found, expert = about.found, queries.expert(db(), about.found.expert_id)
    able = doable(about)
    asked = request.values.get("do", "")
    doing = asked if asked in able else next(iter(able), "")
    typed = showing.filled(FIELDS, {"on": today().isoformat(), "answer_by": found.answer_by.isoformat()})
    log(db(), "platform_freelance_consultation_seen", cases=[about.case.id], consultation=str(found.id))
    return showing.case_page(
        "consultation", about.case, errors=wrong, stale=stale, typed=typed | request.form.to_dict(), found=found,
        expert=expert, expert_is=panel.known(expert, vault()), said=consulting.words_of(found, vault()),
        steps=queries.steps(db(), found.id), answers=consulting.answers_of(db(), found, vault()),
        staff=queries.staff(db()), able=able, doing=doing, waits=found.state in UNANSWERED,
        carries=may(me(), CONSULT_EXPERT, about),
    )


def doable(about: InCase) -> dict[str, str]:
    """What the person can do next with a consultation, by what it is called; the likeliest first."""
    if not may(me(), CONSULT_EXPERT, about):
        return {}
    found, follows = about.found, MOVES[about.found.state]
    ways = {
        ACCEPTED: (_("The expert accepted"), ACCEPTED in follows),
        DECLINED: (_("The expert declined"), DECLINED in follows),
        "close": (_("Close"), found.state == ANSWERED),
        "answer": (_("Correct the answer") if found.state in CORRECTED else _("Written answer"),
                   ANSWERED in follows or found.state in CORRECTED and bool(queries.answers(db(), found.id))),
        "appointment": (_("Another appointment") if found.state == APPOINTED else _("Appointment"),
                        APPOINTED in follows),
        "closing": (_("Close without a written answer"), found.state == APPOINTED),
        "due": (_("Another day for the answer"), found.state in UNANSWERED),
        WITHDRAWN: (_("Take the question back"), WITHDRAWN in follows),
    }
    return {name: title for name, (title, can) in ways.items() if can}
