"""How the rules stand with a case's facts: which hold, what they come to, and which could still change it."""

from typing import NamedTuple

from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.truth import Facts


class Outcome(NamedTuple):
    """What is decided: the targets in the band that wins, and whether a rule failed that might have won."""

    targets: frozenset[str]
    failed: bool


class Standing(NamedTuple):
    """Bits of alternatives: those that win, of which `floor` is the lowest bit of their band; `dormant`, which would
    have spoken if their module were active; `unsettled`, which do not hold yet and could change what wins; and what
    `Match` says. `winners` and `targets` are ids."""

    winning: int
    floor: int
    winners: tuple[str, ...]
    targets: tuple[str, ...]
    dormant: int
    unsettled: int
    possible: int
    waiting: int
    unanswerable: int
    failed: int
    mask: int

    @property
    def outcome(self) -> Outcome:
        """What is decided."""
        return Outcome(frozenset(self.targets), bool(self.unsettled & self.failed & self.mask))


def standing(facts: Facts, rulebook: Rulebook, active: frozenset[str] | None) -> Standing:
    """How the rules stand with these facts where these keys are active."""
    possible, waiting, unanswerable, failed = rulebook.index.match(facts)
    mask = rulebook.mask(active)
    certain = possible & ~(waiting | unanswerable | failed)
    winning = certain & mask
    floor = 0
    if winning:
        floor = rulebook.floor[winning.bit_length() - 1]
        winning = winning >> floor << floor
    winning, winners, targets, same = rulebook.settled(winning)
    rivals = (possible & ~same) >> floor << floor
    return Standing(
        winning, floor, winners, targets, rivals & certain & ~mask, rivals & ~(certain & mask),
        possible, waiting, unanswerable, failed, mask,
    )
