"""What the codes of legal actions are called on pages, in the language of the request."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.ground.i18n import in_language
from gilmok.ground.web.words import date_long, won
from gilmok.journey.legal_aid.answers import CODE, FIELDS
from gilmok.journey.legal_aid.clocks import Clock, Standing
from gilmok.journey.legal_aid.free_attorney import ENDINGS, REFUSALS
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.offices import REASONS
from gilmok.journey.legal_aid.table import NEW
from gilmok.journey.legal_aid.workflows import workflow
from gilmok.law.dated import Kind
from gilmok.network.atlas import Atlas

ELSEWHERE = "elsewhere"
ELSEWHERE_TITLE = _("an office outside Seoul")
RUNNING, OFFICE_RUNS, UNKNOWN = _("runs"), _("the office has time"), _("day unknown: ask")
MET, MET_LATE, STOPPED = _("kept"), _("done after the last day"), _("no longer needed")
OTHERS = _("the other side's time")
OFFICE_DONE, OFFICE_DONE_LATE = _("done by the office"), _("done late by the office")
LATE, OFFICE_LATE = _("the time is over"), _("the office is late: ask there")
REASON_TITLES = dict(REASONS)
# Its row is of the kind of an office's times, but it is ours to keep: telling the commission.
OURS = frozenset({"UD_ENFORCE_NOTICE"})


def standing_title(clock: Clock, today: date) -> tuple[str, str]:
    """How a clock stands in words, and the tone of them."""
    late, office = clock.late_on(today), is_office(clock)
    match clock.standing:
        case Standing.UNKNOWN:
            said = (UNKNOWN, "warning")
        case Standing.STOPPED:
            said = (STOPPED, "")
        case Standing.OTHERS:
            said = (OTHERS, "")
        case Standing.MET:
            said = met_title(late=late, office=office)
        case Standing.RUNNING:
            said = running_title(late=late, office=office)
    return translated(said[0]), said[1]


def is_office(clock: Clock) -> bool:
    """Whether it is the time of an office, not ours."""
    return clock.limit.kind is Kind.SERVICE and clock.limit.code not in OURS


def met_title(*, late: bool, office: bool) -> tuple[str, str]:
    """How a clock stands that was kept, or that an office kept."""
    if office:
        return (OFFICE_DONE_LATE, "") if late else (OFFICE_DONE, "success")
    return (MET_LATE, "danger") if late else (MET, "success")


def running_title(*, late: bool, office: bool) -> tuple[str, str]:
    """How a clock that runs stands; the time of an office is not ours to keep."""
    if late:
        return (OFFICE_LATE, "warning") if office else (LATE, "danger")
    return (OFFICE_RUNS, "") if office else (RUNNING, "information")


def action_title(action: LegalAction | Clock) -> str:
    """`구제신청: 부당해고·징계·전직`."""
    about = workflow(action.kind)
    return f"{about.title}: {about.subkind(action.subkind).title}"


def state_title(kind: str, state: str | None) -> str:
    """A state in words; nothing for that of an action that was just begun."""
    return "" if state in {None, NEW} else str(workflow(kind).states[state or ""])


def agency_title(atlas: Atlas, code: str | None) -> str:
    """The name of an agency."""
    if code == ELSEWHERE:
        return translated(ELSEWHERE_TITLE)
    found = atlas.agencies.get(code or "")
    return in_language(found, "name") if found else code or ""


def said(name: str, value: Any, atlas: Atlas) -> str:
    """An answer in words."""
    if value is None:
        return ""
    if name == "agency_reason":
        return str(REASON_TITLES.get(value, value))
    asked = FIELDS[name]
    match asked.holds:
        case "agency":
            return agency_title(atlas, value)
        case "won":
            return won(value)
        case "day":
            return date_long(date.fromisoformat(value))
        case _:
            return str(dict(asked.options).get(value, value))


def answers_said(answers: Mapping[str, Any], atlas: Atlas) -> str:
    """All answers of an event in one line."""
    labels = {name: str(FIELDS[name].label) for name in answers if name in FIELDS}
    told = (name for name in labels if answers[name] is not None)
    return " · ".join(f"{labels[name]} {said(name, answers[name], atlas)}" for name in told)


def attorney_reason(code: str) -> str:
    """Why the city's free attorney was refused, or came to an end."""
    return str(dict((*REFUSALS, *ENDINGS)).get(code, code))


def typed_label(name: str) -> str:
    """What a field is called whose form was too late."""
    named = {"on": _("Day"), "day_unknown": _("The day is not known yet"), "agency_reason": _("Why another office")}
    return str(FIELDS[name].label) if name in FIELDS else translated(named.get(name, name))


def typed_said(name: str, value: str, atlas: Atlas) -> str:
    """What was typed into such a field: a choice in words, all else as it was typed."""
    if name == "day_unknown":
        return translated(_("Yes"))
    is_choice = name in {"agency", "agency_reason"} or (name in FIELDS and FIELDS[name].holds == CODE)
    return said(name, value, atlas) if is_choice else value
