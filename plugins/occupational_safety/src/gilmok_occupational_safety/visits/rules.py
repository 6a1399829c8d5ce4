"""Which step of a visit may follow, and what it needs. Pure."""

from collections.abc import Mapping
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
    to, day, found = said["to"], said["visit_on"], {}
    if to in WITH_DAY and (wrong := wrong_day(to, day, today)):
        found["visit_on"] = wrong
    if to in (AGREED, DONE) and said["consent"] != AGREES:
        found["consent"] = NEEDS_CONSENT
    if to in ENDED and not said["reason"]:
        found["reason"] = WHY
    if to == DONE and not said["note"]:
        found["note"] = WHAT_WAS_FOUND
    return found


def wrong_day(to: str, day: date | None, today: date) -> str:
    """What is wrong with the day of a step; empty where it is right."""
    if day is None:
        return WHICH_DAY
    if to == DONE:
        return NOT_YET if day > today else ""
    return COMING if day < today else ""
