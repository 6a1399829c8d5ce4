"""Which step of a visit may follow, and what it needs. Pure."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from gilmok.modules.api import _
from gilmok_occupational_safety.visits.codes import AGREED, AGREES, DONE, ENDED, TABLE, WITH_DAY

WHICH_DAY = _("Please write the day.")
NOT_YET = _("The visit took place: please write a day that has come.")
COMING = _("Please write a day that is still to come.")
NEEDS_CONSENT = _("A visit needs the workplace's agreement: without it nobody goes there.")
WHY = _("Please choose the reason.")
WHAT_WAS_FOUND = _("Please write what was found, in a few sentences.")


def allowed(state: str, to: str) -> bool:
    """Whether this state may follow on that one."""
    return to in TABLE.get(state, ())


def wanting(said: Mapping[str, Any], today: date) -> dict[str, str]:
    """What a step lacks, by field: a day, the workplace's agreement, a reason, what was found."""
    found = {
        "visit_on": wrong_day(said["to"], said["visit_on"], today),
        "consent": "" if said["consent"] == AGREES else asked(said["to"], (AGREED, DONE), NEEDS_CONSENT),
        "reason": "" if said["reason"] else asked(said["to"], ENDED, WHY),
        "note": "" if said["note"] else asked(said["to"], (DONE,), WHAT_WAS_FOUND),
    }
    return {field: text for field, text in found.items() if text}


def asked(to: str, where: Collection[str], text: str) -> str:
    """What is said where a step to one of these states lacks something; empty for other steps."""
    return text if to in where else ""


def wrong_day(to: str, day: date | None, today: date) -> str:
    """What is wrong with the day of a step; empty where it is right, or none is needed."""
    if to not in WITH_DAY:
        return ""
    if day is None:
        return WHICH_DAY
    if to == DONE:
        return NOT_YET if day > today else ""
    return COMING if day < today else ""
