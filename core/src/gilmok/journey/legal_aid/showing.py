"""Rendering the pages of legal aid, for the views that only show and for forms that come back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import request, url_for

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.clock import today
from gilmok.ground.errors import NotAllowed
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import db, me
from gilmok.ground.web.words import date_long
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.pages import Happened
from gilmok.journey.case.sealed import NOTE
from gilmok.journey.case.showing import Answer, file_of, show_case
from gilmok.journey.legal_aid import queries, service, words
from gilmok.journey.legal_aid.answers import COLUMNS
from gilmok.journey.legal_aid.models import LegalAction, LegalEvent
from gilmok.journey.legal_aid.offices import REASONS, Office, competent
from gilmok.journey.legal_aid.proposing import known_at_opening, known_of
from gilmok.journey.legal_aid.queries import CORRECTED, FILLED_IN
from gilmok.journey.legal_aid.schemas import Wanted, asked_for
from gilmok.journey.legal_aid.subject import Subject
from gilmok.journey.legal_aid.table import PREPARING, Step, Workflow
from gilmok.journey.legal_aid.workflows import workflow
from gilmok.law.showing import teller
from gilmok.network import queries as network
from gilmok.network.atlas import Atlas

DETAILS = ("agency", "receipt_number", "claimed", "recovered", "outcome")
NOT_TYPED = {"csrf_token", "form_key", "version", "note"}


def show(template: str, case: Case, *, status: int = 200, **values: Any) -> Answer:
    """A page of legal aid: a page of the case with what all of them use."""
    about = {"aid": words, "COLUMNS": COLUMNS, "teller": teller(), "today": today(), "atlas": network.atlas(db()),
             "typed": {}}
    return show_case(f"legal_aid/{template}.html", case, status=status, **{**about, **values})


def show_index(case: Case) -> Answer:
    """Every action of a case with its clocks."""
    found = queries.actions(db(), case)
    clocks = queries.clocks_among(found, queries.events(db(), found), queries.reckoning(db()))
    heeded = (each for each in clocks if each.is_open)
    nearest = sorted(heeded, key=lambda each: each.end.safe if each.end else date.min)
    return show(
        "index", case, found=found, clocks=nearest, settled=[each for each in clocks if not each.is_open],
        may_begin=may(me(), Permission.WORK_ON_ACTION, case),
    )


def show_action(subject: Subject) -> Answer:
    """One action: how it stands, what can be done next, its clocks, what has happened."""
    events = queries.events(db(), [subject.action])
    clocks = queries.clocks_among([subject.action], events, queries.reckoning(db()))
    clocks = tuple(sorted(clocks, key=lambda each: not each.is_open))
    file = file_of(subject.case)
    return show(
        "action", subject.case, file=file, action=subject.action, workflow=subject.workflow, steps=subject.steps(),
        subkind=subject.workflow.subkind(subject.action.subkind), clocks=clocks, moves=queries.happened(events),
        happened=timeline(subject, events, file),
        office=office_for(subject.case, subject.workflow.service, subject.action),
        may_work=may(me(), Permission.WORK_ON_ACTION, subject.case),
        may_file=may(me(), Permission.FILE_ACTION, subject.case), asked=asked_for(DETAILS),
    )


def office_for(case: Case, service_code: str, action: LegalAction | None = None) -> Office:
    """The competent office of a case for a service, on the day of filing."""
    on = action.filed_on if action is not None and action.filed_on else today()
    return competent(network.atlas(db()), service_code, case.facts, on)


def agencies(atlas: Atlas, service_code: str) -> list[tuple[str, str]]:
    """The offices that can be chosen for a service, and one outside Seoul."""
    found = [(each.code, in_language(each, "name")) for each in atlas.agencies_of(service_code, today())]
    return [*found, (words.ELSEWHERE, _(words.ELSEWHERE_TITLE))]


def wanted(case: Case, about: Workflow, step: Step, subkind: str, action: LegalAction | None = None) -> Wanted:
    """What the form of a step asks: its day and answers, and what is missing that it needs."""
    lacking = frozenset(service.missing(step, action)) if action is not None else frozenset(step.needs)
    asks = [*(name for name in step.needs if name in lacking), *step.asks]
    return Wanted(
        day=day_label(about, step, subkind) != "", asks=asked_for(asks if action else ["agency", *asks]),
        needs=lacking, ahead=step.ahead,
        agencies=[code for code, _title in agencies(network.atlas(db()), about.service)],
        office=office_for(case, about.service, action),
    )


def day_label(about: Workflow, step: Step, subkind: str) -> str:
    """What the day of a step is called; that of the first limit that it starts where the step does not say."""
    if step.day is not None:
        return str(step.day)
    limits = about.subkind(subkind).limits
    rows = (queries.reckoning(db()).row(code, None) for code in step.starts if code in limits)
    said = next((in_language(row, "event") for row in rows if row), "")
    return said[:1].upper() + said[1:]


def show_step(subject: Subject, *, errors: dict[str, list[str]] | None = None) -> Answer:
    """The form of a step, with what was typed into a refused one."""
    step, action = subject.step, subject.action
    if not may(me(), step.permission, subject.case):
        raise NotAllowed
    want = wanted(subject.case, subject.workflow, step, action.subkind, action)
    at = office_for(subject.case, step.at, action) if step.at else None
    lacking = [str(each.label) for each in want.asks if each.code in want.needs]
    return show(
        "step", subject.case, status=422 if errors else 200, errors=errors or {}, typed=request.form, action=action,
        step=step, wanted=want, at=at, lacking=lacking, known=known_of(action),
        day=day_label(subject.workflow, step, action.subkind),
        **choices(subject.workflow.service),
    )


def show_opening(
    case: Case, kind: str, subkind: str, *, errors: dict[str, list[str]] | None = None
) -> Answer:
    """The form that begins an action."""
    about = workflow(kind)
    step = about.step("new", PREPARING)
    return show(
        "open", case, status=422 if errors else 200, errors=errors or {}, typed=request.form, about=about, step=step,
        subkind=about.subkind(subkind), wanted=wanted(case, about, step, subkind), day=day_label(about, step, subkind),
        known=known_at_opening(case, step, subkind=about.subkind(subkind)), **choices(about.service),
    )


def choices(service_code: str) -> dict[str, Any]:
    """What can be chosen about the office."""
    return {
        "agencies": agencies(network.atlas(db()), service_code),
        "reasons": [(code, str(title)) for code, title in REASONS],
    }


def timeline(subject: Subject, events: Iterable[LegalEvent], file: CaseFile) -> list[Happened]:
    """What happened in an action, in words, the newest first. Notes are for the centre that has the case."""
    events = list(events)
    names, atlas = queries.names(db(), events), network.atlas(db())
    own = subject.case.centre_id == me().centre_id
    by_id = {each.id: each for each in events}
    return [
        (each.at, title_of(subject, each, by_id), names.get(each.person_id, ""),
         " · ".join(part for part in (
             day_of(each, by_id), words.answers_said(each.answers, atlas), file.open(NOTE, each.note) if own else "",
         ) if part))
        for each in reversed(events)
    ]


def title_of(subject: Subject, event: LegalEvent, by_id: dict[int, LegalEvent]) -> str:
    """What an event was, in words."""
    if event.kind == FILLED_IN:
        return _("Details changed")
    if event.kind == CORRECTED:
        wrong = by_id[event.corrects_id or 0]
        return _("Day put right: %(what)s", what=words.state_title(subject.action.kind, wrong.to_state))
    return str(subject.workflow.step(event.from_state or "", event.to_state or "").title)


def day_of(event: LegalEvent, by_id: dict[int, LegalEvent]) -> str:
    """The day of an event; of one that put it right, both."""
    said = date_long(event.event_day) if event.event_day else _("day not known")
    if event.kind == CORRECTED:
        wrong = by_id[event.corrects_id or 0].event_day
        return _("%(right)s instead of %(wrong)s", right=said, wrong=date_long(wrong) if wrong else _("day not known"))
    return said if event.kind != FILLED_IN and (event.event_day or event.to_state != PREPARING) else ""


def show_changed(subject: Subject) -> Answer:
    """409: what others did to the action meanwhile, beside what was typed, which can be sent again if it still can."""
    db().refresh(subject.action)
    file = file_of(subject.case)
    still = not subject.to or subject.to in {each.to for each in subject.steps()}
    return show(
        "changed", subject.case, status=409, file=file, action=subject.action, still=still,
        typed={name: value for name, value in request.form.items() if name not in NOT_TYPED},
        note=request.form.get("note"), back=url_of(subject),
        happened=timeline(subject, queries.events(db(), [subject.action]), file)[:5],
    )


def url_of(subject: Subject) -> str:
    """The address of the action's own page."""
    return url_for("legal_aid.action", number=subject.case.number, action=subject.action.id)
