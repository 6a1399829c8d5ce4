"""The codes of job support in words, and what may follow what."""

from collections.abc import Mapping
from enum import StrEnum

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _


class State(StrEnum):
    """How a placement stands."""

    PROPOSED = "proposed"
    APPLIED = "applied"
    INTERVIEW = "interview"
    HIRED = "hired"
    NOT_HIRED = "not_hired"
    WITHDREW = "withdrew"


STATES: Mapping[str, str] = {
    State.PROPOSED: _("proposed"), State.APPLIED: _("applied"), State.INTERVIEW: _("interview"),
    State.HIRED: _("hired"), State.NOT_HIRED: _("not hired"), State.WITHDREW: _("withdrew"),
}
TONES = {State.HIRED: "success", State.INTERVIEW: "information", State.NOT_HIRED: "warning"}
ENDS = (State.HIRED, State.NOT_HIRED, State.WITHDREW)
FOLLOWS: Mapping[str, tuple[State, ...]] = {
    State.PROPOSED: (State.APPLIED, State.INTERVIEW, *ENDS),
    State.APPLIED: (State.INTERVIEW, *ENDS),
    State.INTERVIEW: ENDS,
}
# Why it ended without work; the other moves need no reason.
REASONS: Mapping[str, str] = {
    "other_chosen": _("Somebody else was chosen"), "terms": _("Pay or hours did not fit"),
    "distance": _("Too far away"), "other_job": _("Found other work"), "no_answer": _("The employer did not answer"),
    "filled": _("The place was taken already"), "other": _("Another reason"), "unknown": _("The reason is not known"),
}
NEEDS_REASON = frozenset({State.NOT_HIRED, State.WITHDREW})
CHECKS: Mapping[str, str] = {"there": _("Still there"), "left": _("Left"), "unknown": _("Not reached, or not known")}
THROUGH: Mapping[str, str] = {
    "employer": _("The employer told us"), "job_centre": _("Through the employment centre"),
}
UNITS: Mapping[str, str] = {
    "hour": _("Hourly pay"), "day": _("Daily pay"), "month": _("Monthly pay"), "piece": _("Pay by the piece or job"),
}
# What a counsellor can point out. Named only: what each gives is not verified here.
LINKED: Mapping[str, str] = {
    "work24": _("Work24 (the government's employment portal)"), "job_centre": _("Employment centre"),
    "training_card": _("Training card for job seekers and workers"),
}


def said(titles: Mapping[str, str], code: str) -> str:
    """A code in words; the code itself where it is none of these."""
    return translated(titles[code]) if code in titles else code


def options(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Codes with their words, to be chosen from."""
    return [(code, translated(text)) for code, text in titles.items()]


def tone(state: str) -> str:
    """The tone of a state's badge."""
    return TONES.get(State(state), "")
