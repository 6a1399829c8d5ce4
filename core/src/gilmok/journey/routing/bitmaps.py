"""For one fact: which alternatives of which rules are still possible with a given answer, as one integer.

Bit *n* stands for alternative *n* of the rulebook. An answer's bitmap has a one where nothing that the alternative asks
of this fact speaks against it, so that ANDing the bitmaps of all facts leaves what is possible. Bitmaps are made when
an answer is first seen and kept.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from gilmok.journey.routing.normal import Alternative
from gilmok.journey.routing.truth import Leaf, holds, not_answered

# Codes and districts are few; ages, dates and sums could be any. Beyond this an answer's bitmap is not kept.
ANSWERS_KEPT = 4096


class Odd(NamedTuple):
    """An answer that leaves something open: the bitmap of what is possible, and of what could not be evaluated."""

    possible: int
    failed: int
    answered: bool


class Bitmaps(dict[Any, "int | None"]):
    """Answer → bitmap of one fact; None for an odd answer, whose details are in `odd(answer)`.

    `tested` has a one for each alternative that asks something of this fact.
    """

    __slots__ = ("everything", "leaves", "tested")

    def __init__(self, leaves: Mapping[Leaf, tuple[int, int]], everything: int) -> None:
        super().__init__()
        self.leaves = leaves
        self.everything = everything
        self.tested = union(bits for pair in leaves.values() for bits in pair)

    def __missing__(self, answer: Any) -> int | None:
        """Work out an answer that is new; raises TypeError for one that cannot be hashed."""
        odd = self.odd(answer)
        found = odd.possible if odd.answered and not odd.failed else None
        if len(self) < ANSWERS_KEPT:
            self[answer] = found
        return found

    def odd(self, answer: Any) -> Odd:
        """What is possible with this answer, and what fails on it."""
        if not_answered(answer):
            return Odd(self.everything, 0, False)
        impossible = failed = 0
        for leaf, (if_it_holds, if_it_does_not) in self.leaves.items():
            try:
                impossible |= if_it_does_not if holds(leaf, answer) else if_it_holds
            except Exception:
                # Foreign values may raise anything; the rules that looked at them have failed, the others have not.
                failed |= if_it_holds | if_it_does_not
        return Odd(self.everything & ~impossible, failed & ~impossible, True)


def by_fact(numbered: Iterable[tuple[int, Alternative]], everything: int) -> dict[str, Bitmaps]:
    """The bitmaps of every fact that these alternatives (each with the number of its bit) look at."""
    facts: dict[str, dict[Leaf, tuple[int, int]]] = {}
    for number, alternative in numbered:
        for leaf, wanted in alternative.literals:
            leaves = facts.setdefault(leaf.fact, {})
            holding, not_holding = leaves.get(leaf, (0, 0))
            bit = 1 << number
            leaves[leaf] = (holding | bit, not_holding) if wanted else (holding, not_holding | bit)
    return {fact: Bitmaps(leaves, everything) for fact, leaves in sorted(facts.items())}


def union(bitmaps: Iterable[int]) -> int:
    """Every bit that one of the bitmaps has."""
    found = 0
    for bits in bitmaps:
        found |= bits
    return found


def bits_of(bitmap: int) -> list[int]:
    """The numbers of the ones in a bitmap, highest first."""
    found = []
    while bitmap:
        highest = bitmap.bit_length() - 1
        found.append(highest)
        bitmap -= 1 << highest
    return found
