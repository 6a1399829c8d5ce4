"""The stages of a founding and the ways between them: a table. `service.move` is the only code that goes along one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gilmok.ground.errors import IllegalMove
from gilmok.ground.i18n import _marked as _


class Stage(StrEnum):
    """Where a founding is."""

    PREPARING = "preparing"
    ASSEMBLED = "assembled"
    FILED = "filed"
    SUPPLEMENT = "supplement"
    CERTIFIED = "certified"
    JOINED = "joined"
    REFUSED = "refused"
    PAUSED = "paused"
    GIVEN_UP = "given_up"


S = Stage
STAGE_TITLES: Mapping[Stage, str] = {
    S.PREPARING: _("union being prepared"),
    S.ASSEMBLED: _("founding assembly held"),
    S.FILED: _("report of establishment filed"),
    S.SUPPLEMENT: _("supplement asked for"),
    S.CERTIFIED: _("certificate issued"),
    S.JOINED: _("joined an existing union"),
    S.REFUSED: _("report returned"),
    S.PAUSED: _("founding paused"),
    S.GIVEN_UP: _("founding given up"),
}
TONES: Mapping[Stage, str] = {
    S.FILED: "information", S.SUPPLEMENT: "warning", S.CERTIFIED: "success", S.JOINED: "success", S.REFUSED: "danger",
}
ENDED = frozenset({S.CERTIFIED, S.JOINED, S.GIVEN_UP})

# Why an office returns a report: Trade Union Act, art. 12 (3).
REASONS: Mapping[str, str] = {
    "not_supplemented": _("It was not supplemented within the time"),
    "employer_side": _("The employer, or who always acts for the employer, takes part"),
    "employer_money": _("The employer pays the greater part of its expenses"),
    "welfare_only": _("It is for mutual aid or welfare alone"),
    "politics": _("It is mainly for political ends"),
    "other": _("Another ground"),
}


class IllegalStage(IllegalMove):
    """A founding cannot go from this stage to that one."""


@dataclass(frozen=True)
class Way:
    """A way from any of the stages `leaves` to the stage `to`: what is pressed, and what its day is called. `until`: it
    also asks by when the supplement is wanted; `reason`: it asks for the ground; `back`: it was noted by mistake, so
    that the day may lie before the stage that is left."""

    leaves: tuple[Stage, ...]
    to: Stage
    title: str
    day: str
    until: bool = False
    reason: bool = False
    back: bool = False


DECIDED = _("Decided on")
AGAIN = _("Taken up again on")
TOLD_ON = _("Day on which that was received")
ASSEMBLY, RECEIVED = _("Day of the assembly"), _("Day on which the office received it")
WAYS = (
    Way((S.PREPARING,), S.ASSEMBLED, _("The founding assembly was held"), ASSEMBLY),
    Way((S.ASSEMBLED, S.REFUSED), S.FILED, _("The report was filed"), RECEIVED),
    Way((S.FILED,), S.CERTIFIED, _("The certificate is there"), _("Day on the certificate")),
    Way((S.FILED,), S.SUPPLEMENT, _("The office asks for a supplement"), TOLD_ON, until=True),
    Way((S.SUPPLEMENT,), S.FILED, _("The supplement was handed in"), RECEIVED),
    Way((S.FILED, S.SUPPLEMENT), S.REFUSED, _("The report was returned"), TOLD_ON, reason=True),
    Way((S.PREPARING, S.ASSEMBLED), S.JOINED, _("They joined an existing union"), _("Joined on")),
    Way((S.PAUSED,), S.PREPARING, _("Take it up again: preparing"), AGAIN),
    Way((S.PAUSED,), S.ASSEMBLED, _("Take it up again: the assembly counts"), AGAIN),
    Way((S.GIVEN_UP,), S.PREPARING, _("Take it up again: preparing"), AGAIN),
    Way((S.ASSEMBLED, S.REFUSED), S.PREPARING, _("The assembly has to be held anew"), DECIDED),
    Way((S.PREPARING, S.ASSEMBLED, S.REFUSED), S.PAUSED, _("Pause it"), DECIDED),
    Way((S.PREPARING, S.ASSEMBLED, S.FILED, S.SUPPLEMENT, S.REFUSED, S.PAUSED), S.GIVEN_UP, _("They gave it up"),
        DECIDED),
    Way((S.FILED,), S.ASSEMBLED, _("Noted by mistake: it is not filed yet"), ASSEMBLY, back=True),
    Way((S.CERTIFIED,), S.FILED, _("Noted by mistake: there is no certificate yet"), RECEIVED, back=True),
    Way((S.JOINED,), S.PREPARING, _("Noted by mistake: they have not joined yet"), DECIDED, back=True),
)
# Putting a day right is a move like any other, from a stage to itself: what was written before stays.
CORRECTION = _("Put the day of this stage right")
RIGHT_DAY = _("The right day")


def ways_from(stage: Stage, *, likely: Stage | None = None) -> tuple[Way, ...]:
    """What can follow a stage, the likely one first."""
    return tuple(sorted((each for each in WAYS if stage in each.leaves), key=lambda each: each.to is not likely))


def way(before: Stage, to: Stage) -> Way:
    """The way from one stage to the other, or the correction of a stage's day; raises IllegalStage."""
    if before is to:
        until, reason = to is S.SUPPLEMENT, to is S.REFUSED
        return Way((before,), to, CORRECTION, RIGHT_DAY, until=until, reason=reason)
    for each in ways_from(before):
        if each.to is to:
            return each
    raise IllegalStage(before=before, to=to)
