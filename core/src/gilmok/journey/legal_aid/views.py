"""The pages of legal aid (법률지원) of a case."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.i18n import _
from gilmok.ground.web.request import View, db, me, needs, once, vault
from gilmok.journey.case.models import Case
from gilmok.journey.case.sealed import seal_note
from gilmok.journey.case.showing import case_of
from gilmok.journey.legal_aid import queries, service
from gilmok.journey.legal_aid.attorney_views import blueprint as free_attorney
from gilmok.journey.legal_aid.proposing import recovered_in_actions
from gilmok.journey.legal_aid.schemas import Wanted, asked_for
from gilmok.journey.legal_aid.showing import (
    DETAILS,
    agencies,
    choices,
    office_for,
    show,
    show_action,
    show_changed,
    show_index,
    show_opening,
    show_step,
    url_of,
    wanted,
)
from gilmok.journey.legal_aid.subject import Subject, subject_of
from gilmok.journey.legal_aid.table import NEW, PREPARING
from gilmok.journey.legal_aid.workflows import WORKFLOWS, workflow
from gilmok.network import queries as network

blueprint = Blueprint("legal_aid", __name__, url_prefix="/cases/<number>/legal-aid", template_folder="templates")
blueprint.register_blueprint(free_attorney)
blueprint.add_app_template_global(recovered_in_actions)


def on_action(permission: Permission) -> Callable[[View], View]:
    """A change of the action that the address names: carried out once, by who may, if nobody changed it meanwhile."""

    def decorate(view: View) -> View:
        judged = needs(permission, of=subject_of)(view)

        @wraps(judged)
        def looked_at(**values: Any) -> ResponseReturnValue:
            subject = subject_of(**values)
            if request.form.get("version") != str(subject.action.version) and may(me(), Permission.SEE_CASE, subject):
                return show_changed(subject)
            return judged(**values)

        return once(looked_at)

    return decorate


def carry_out(subject: Subject, act: Callable[[], object], *, done: str, said: str) -> ResponseReturnValue:
    """Do it, note it in the access log and say so; if someone else was quicker, show what they did."""
    try:
        act()
    except ChangedMeanwhile:
        return show_changed(subject)
    log(db(), done, cases=[subject.case.id], legal_action=subject.action.id)
    flash(said, "success")
    return redirect(url_of(subject), 303)


@blueprint.get("/")
@needs(Permission.SEE_CASE, of=case_of)
def index(case: Case) -> ResponseReturnValue:
    """The legal actions of a case and the clocks that run in them."""
    return show_index(case)


@blueprint.get("/new")
@needs(Permission.WORK_ON_ACTION, of=case_of)
def new(case: Case) -> ResponseReturnValue:
    """Which kind of action it is to be; with `kind` and `subkind` in the address, the form that begins it."""
    kind, subkind = request.args.get("kind", ""), request.args.get("subkind", "")
    if kind and subkind:
        return show_opening(case, kind, subkind)
    return show("new", case, workflows=WORKFLOWS.values())


@blueprint.post("/new")
@once
@needs(Permission.WORK_ON_ACTION, of=case_of)
def begin(case: Case) -> ResponseReturnValue:
    """Begin an action."""
    about = workflow(request.args.get("kind", ""))
    subkind = about.subkind(request.args.get("subkind", "")).code
    read = wanted(case, about, about.step(NEW, PREPARING), subkind).read(request.form)
    if read.errors:
        return show_opening(case, about.kind, subkind, errors=read.errors)
    reason = read.answers.pop("agency_reason", None)
    action = service.open_action(
        db(), case, about.kind, subkind, by=me(), on=read.on, answers=read.answers, agency_reason=reason,
        note_sealed=seal_note(db(), case.id, read.note, vault()),
    )
    log(db(), "legal_action_opened", cases=[case.id], legal_action=action.id)
    flash(_("The action is begun. Its time limits are below."), "success")
    return redirect(url_for("legal_aid.action", number=case.number, action=action.id), 303)


@blueprint.get("/<int:action>")
@needs(Permission.SEE_CASE, of=subject_of)
def action(subject: Subject) -> ResponseReturnValue:
    """One action."""
    return show_action(subject)


@blueprint.get("/<int:action>/to/<to>")
@needs(Permission.WORK_ON_ACTION, of=subject_of)
def step(subject: Subject) -> ResponseReturnValue:
    """The form of a step."""
    return show_step(subject)


@blueprint.post("/<int:action>/to/<to>")
@on_action(Permission.WORK_ON_ACTION)
def take_step(subject: Subject) -> ResponseReturnValue:
    """Take a step; what it needs and is missing is listed, and nothing is done."""
    case, step = subject.case, subject.step
    read = wanted(case, subject.workflow, step, subject.action.subkind, subject.action).read(request.form)
    if read.errors:
        return show_step(subject, errors=read.errors)

    def act() -> None:
        filed_on, reason = read.answers.pop("filed_on", None), read.answers.pop("agency_reason", None)
        if filed_on:
            service.correct_filing(db(), subject.action, filed_on, by=me())
        if reason:
            service.fill_in(db(), subject.action, {"agency_reason": reason}, by=me())
        note = seal_note(db(), case.id, read.note, vault())
        service.advance(db(), subject.action, step.to, by=me(), on=read.on, answers=read.answers, note_sealed=note)

    return carry_out(subject, act, done="legal_action_advanced", said=_("Noted: %(what)s.", what=str(step.title)))


@blueprint.get("/<int:action>/details")
@needs(Permission.WORK_ON_ACTION, of=subject_of)
def details(subject: Subject) -> ResponseReturnValue:
    """The form of what is known of an action beside its state."""
    return show_details(subject)


def show_details(subject: Subject, errors: dict[str, list[str]] | None = None) -> ResponseReturnValue:
    """The form of an action's details, with what was typed into a refused one."""
    return show(
        "details", subject.case, status=422 if errors else 200, errors=errors or {}, typed=request.form,
        action=subject.action, wanted=details_wanted(subject), **choices(subject.workflow.service),
    )


def details_wanted(subject: Subject) -> Wanted:
    """What the form of an action's details asks."""
    codes = [code for code, _title in agencies(network.atlas(db()), subject.workflow.service)]
    office = office_for(subject.case, subject.workflow.service, subject.action)
    return Wanted(day=False, asks=asked_for(DETAILS), agencies=codes, office=office)


@blueprint.post("/<int:action>/details")
@on_action(Permission.WORK_ON_ACTION)
def fill_in(subject: Subject) -> ResponseReturnValue:
    """Change what is known of an action; an emptied field is not known any more."""
    read = details_wanted(subject).read(request.form)
    if read.errors:
        return show_details(subject, read.errors)
    values = {name: read.answers.get(name) for name in (*DETAILS, "agency_reason")}
    return carry_out(
        subject, lambda: service.fill_in(db(), subject.action, values, by=me()), done="legal_action_filled_in",
        said=_("The details are kept."),
    )


@blueprint.get("/<int:action>/events/<int:event>")
@needs(Permission.FILE_ACTION, of=subject_of)
def correcting(subject: Subject) -> ResponseReturnValue:
    """The form that puts the day of a step right."""
    return show_correcting(subject)


def show_correcting(subject: Subject, errors: dict[str, list[str]] | None = None) -> ResponseReturnValue:
    """The form that puts a day right, with what was typed into a refused one."""
    event = queries.event(db(), subject.action, subject.event)
    step = subject.workflow.step(event.from_state or "", event.to_state or "")
    moves = {each.event_id: each for each in queries.happened(queries.events(db(), [subject.action]))}
    return show(
        "correct", subject.case, status=422 if errors else 200, errors=errors or {}, typed=request.form,
        action=subject.action, event=event, step=step, now_on=moves[event.id].on,
    )


@blueprint.post("/<int:action>/events/<int:event>")
@on_action(Permission.FILE_ACTION)
def correct(subject: Subject) -> ResponseReturnValue:
    """Put the day of a step right; the wrong one stays in the history."""
    event = queries.event(db(), subject.action, subject.event)
    step = subject.workflow.step(event.from_state or "", event.to_state or "")
    read = Wanted(day=True, ahead=step.ahead).read(request.form)
    if read.errors:
        return show_correcting(subject, read.errors)
    note = seal_note(db(), subject.case.id, read.note, vault())
    return carry_out(
        subject, lambda: service.correct(db(), subject.action, event, by=me(), on=read.on, note_sealed=note),
        done="legal_action_corrected", said=_("The day is put right. Its time limits are counted anew."),
    )
