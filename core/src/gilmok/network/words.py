"""The words for the codes of the network, and an entry's name in the language of the reader."""

from datetime import date
from typing import Any

from gilmok.ground.i18n import _marked as _
from gilmok.ground.i18n import current_language, in_language
from gilmok.network.chain import Step, Why
from gilmok.network.places import CentreKind, DistrictRule, Note, PageStatus

KINDS = {
    CentreKind.DISTRICT: _("District centre"),
    CentreKind.HUB: _("Regional hub, run by the city"),
    CentreKind.CITY: _("City-wide centre"),
}

STATUSES = {
    PageStatus.CITY_RUN: _("City-run centre"),
    PageStatus.DISTRICT_RUN: _("District-run centre"),
    PageStatus.NONE_YET: _("No centre yet"),
    PageStatus.SILENT: _("Says nothing"),
}

RULES = {
    DistrictRule.WORKPLACE: _("By the district of the workplace"),
    DistrictRule.HOME: _("By the district of the home"),
    DistrictRule.NONE: _("All of Seoul"),
}

FIELDS = {
    "name": _("Name of the place"),
    "role": _("Place in the network"),
    "district": _("District"),
    "region": _("Region"),
    "opened_on": _("Opening day"),
    "closed_on": _("Closing day"),
    "merged_into": _("Merged into"),
    "address": _("Address"),
    "phone": _("Telephone"),
    "fax": _("Fax"),
    "email": _("E-mail"),
    "web": _("Website"),
    "hours": _("Opening hours"),
    "serves": _("Whom it serves"),
}

# What a step of the chain says, by the place that was looked at and why it serves or not.
STEPS = {
    ("district", Why.OPEN): _("%(centre)s serves this district."),
    ("district", Why.NONE_YET): _("No centre of the district's own is known."),
    ("district", Why.NOT_OPENED): _("%(centre)s is not open yet on this day."),
    ("district", Why.CLOSED): _("%(centre)s is closed."),
    ("district", Why.MERGED): _("%(centre)s was merged into another centre."),
    ("hub", Why.OPEN): _("So the region's hub serves it: %(centre)s."),
    ("hub", Why.NONE_YET): _("The region has no hub."),
    ("hub", Why.NOT_OPENED): _("The region's hub, %(centre)s, is not open yet on this day."),
    ("hub", Why.CLOSED): _("The region's hub, %(centre)s, is closed."),
    ("hub", Why.MERGED): _("The region's hub, %(centre)s, was merged into another centre."),
    ("hub", Why.NO_REGION): _("The district belongs to no region on this day."),
    ("successor", Why.OPEN): _("So the centre that took over its work serves it: %(centre)s."),
    ("city", Why.OPEN): _("So the city-wide centre serves it: %(centre)s."),
}


def name(entry: Any) -> str:
    """The entry's name in the reader's language; nothing for None."""
    return in_language(entry, "name") if entry else ""


def note(entry: Note) -> str:
    """A note in the reader's language."""
    return entry.ko if current_language() == "ko" else entry.en


def month(day: date) -> str:
    """The month of a day: `2020년 12월`, `December 2020`."""
    return f"{day.year}년 {day.month}월" if current_language() == "ko" else f"{day:%B %Y}"


def step_sentence(step: Step) -> tuple[str, dict[str, str]]:
    """The sentence of a step, to be translated, and the values in it."""
    return STEPS[step.place, step.why], {"centre": name(step.centre)}
