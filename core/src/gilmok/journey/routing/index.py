"""All rules as bitmaps, so that a case looks only at rules that its facts do not rule out.

Each alternative of each rule has a bit; rules of a higher band have higher bits, so the highest bit that is left lies
in the band that wins. Nothing here knows which modules are switched on: that is one more bitmap, ANDed at the end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gilmok.journey.routing.bitmaps import Bitmaps, bits_of, by_fact, union
from gilmok.journey.routing.normal import Alternative, alternatives
from gilmok.journey.routing.truth import Facts, Truth, evaluate
from gilmok.modules.things import RoutingRule

BROKEN = Alternative(broken=True)


class Match(NamedTuple):
    """What the facts leave of all alternatives: those that nothing speaks against, and of these, those that wait for
    an answer never asked for, those that wait for one that the person could not or would not give, and failed ones."""

    possible: int
    waiting: int
    unanswerable: int
    failed: int

    @property
    def yes(self) -> int:
        """The alternatives that hold."""
        return self.possible & ~(self.waiting | self.unanswerable | self.failed)


class Unreadable:
    """Stands for an answer of a type that no condition can look at."""


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """The rules' alternatives by bit number (`alternative`), the facts that their literals look at (`facts`), the place
    of each bit's rule (`place`), each rule's bits (`bits`), and the bitmaps of every fact asked of (`columns`)."""

    alternative: tuple[Alternative, ...]
    facts: tuple[frozenset[str], ...]
    place: tuple[int, ...]
    bits: tuple[int, ...]
    columns: tuple[tuple[str, Bitmaps, int], ...]
    everything: int
    broken: int
    rest: int

    def match(self, facts: Facts) -> tuple[int, int, int, int]:
        """What the facts leave, as in `Match`; a bare tuple, because this is called for each of a million cases."""
        try:
            return self._match(facts)
        except TypeError:
            return self._match(hashable(facts))

    def _match(self, facts: Facts) -> tuple[int, int, int, int]:
        get = facts.get
        possible = self.everything
        waiting = unanswerable = 0
        failed = self.broken
        for fact, bitmaps, tested in self.columns:
            answer = get(fact)
            if answer is None:
                waiting |= tested
                continue
            bitmap = bitmaps[answer]
            if bitmap is not None:
                possible &= bitmap
                continue
            odd = bitmaps.odd(answer)
            possible &= odd.possible
            failed |= odd.failed
            if not odd.answered:
                if answer:
                    unanswerable |= tested
                else:
                    waiting |= tested
        if possible & self.rest:
            return self._with_rest(facts, possible, waiting, unanswerable, failed)
        return possible, waiting, unanswerable, failed

    def _with_rest(
        self, facts: Facts, possible: int, waiting: int, unanswerable: int, failed: int,
    ) -> tuple[int, int, int, int]:
        """The same with those parts evaluated that were too large to multiply out, for the cases that get so far."""
        for number in bits_of(possible & self.rest):
            rest = self.alternative[number].rest
            truth = evaluate(rest, facts) if rest else Truth.YES
            bit = 1 << number
            possible ^= bit if truth is Truth.NO else 0
            waiting |= bit if truth is Truth.UNKNOWN else 0
            failed |= bit if truth is Truth.ERROR else 0
        return possible, waiting, unanswerable, failed

    def places(self, bitmap: int) -> tuple[int, ...]:
        """The places of the rules that have one of these bits, in the rulebook's order."""
        return tuple(dict.fromkeys(self.place[number] for number in bits_of(bitmap)))

    def of_rule(self, place: int) -> tuple[Alternative, ...]:
        """The alternatives of one rule."""
        return tuple(self.alternative[number] for number in bits_of(self.bits[place]))

    def truth(self, place: int, match: Match) -> Truth:
        """The outcome of one rule."""
        mine = self.bits[place] & match.possible
        if mine & match.yes:
            return Truth.YES
        if mine & match.failed:
            return Truth.ERROR
        return Truth.UNKNOWN if mine else Truth.NO


def index(rules: Sequence[RoutingRule]) -> RuleIndex:
    """The index of rules that are sorted, the strongest band first."""
    pairs = [(place, each) for place, rule in enumerate(rules) for each in ways_of(rule)]
    places, found = zip(*reversed(pairs), strict=True) if pairs else ((), ())
    everything = (1 << len(pairs)) - 1
    bitmaps = by_fact(enumerate(found), everything)
    return RuleIndex(
        alternative=found,
        facts=tuple(facts_in(each) for each in found),
        place=places,
        bits=bits_by_rule(places, len(rules)),
        columns=tuple((fact, column, column.tested) for fact, column in bitmaps.items()),
        everything=everything,
        broken=bits_of_those([each.broken for each in found]),
        rest=bits_of_those([each.rest is not None for each in found]),
    )


def bits_of_those(chosen: Sequence[bool]) -> int:
    """A one for each place that is true."""
    return union(1 << number for number, yes in enumerate(chosen) if yes)


def facts_in(alternative: Alternative) -> frozenset[str]:
    """The facts that the literals of an alternative look at."""
    return frozenset(literal.leaf.fact for literal in alternative.literals)


def bits_by_rule(places: tuple[int, ...], rules: int) -> tuple[int, ...]:
    """For each rule the bits of its alternatives."""
    bits = [0] * rules
    for number, place in enumerate(places):
        bits[place] |= 1 << number
    return tuple(bits)


def ways_of(rule: RoutingRule) -> Iterable[Alternative]:
    """The alternatives of a rule; one that always fails, where its condition cannot even be read."""
    try:
        return alternatives(rule.when)
    except Exception:
        # A module's condition is foreign code; a rule that raises here fails for every case, and a person decides.
        return (BROKEN,)


def hashable(facts: Facts) -> dict[str, Any]:
    """The facts with lists as tuples; what cannot be looked up at all is made unreadable."""
    return {fact: _hashable(answer) for fact, answer in facts.items()}


def _hashable(answer: Any) -> Any:
    try:
        found = tuple(answer) if isinstance(answer, list | set | frozenset) else answer
        hash(found)
    except TypeError:
        return Unreadable()
    return found
