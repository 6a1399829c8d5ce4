"""The numbers of a module's desks, as its page shows them: a year, by topic and by kind of employment, none so small
that somebody could be recognised."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.ground.hiding import SMALLEST, hidden_in_list
from gilmok.report.desks.jobs import EMPLOYMENT, TOPIC
from gilmok.report.desks.models import DeskCount

FACTS = (TOPIC, EMPLOYMENT)


@dataclass(frozen=True)
class Part:
    """So many of a desk's cases answer a fact with one code; `code` is None for all that are hidden, together."""

    code: str | None
    cases: int


@dataclass(frozen=True)
class Figures:
    """A desk (`target`) over twelve months: all cases, None where they are too few to say, and their parts by fact."""

    target: str
    since: date
    cases: int | None
    parts: Mapping[str, tuple[Part, ...]]


def of_desks(session: ViewerSession, targets: Iterable[str]) -> list[Figures]:
    """The figures of these desks over the last twelve whole months and this one, of those to which somebody came."""
    since = a_year_ago(today())
    wanted = (DeskCount.target.in_(list(targets)), DeskCount.month >= since)
    query = select(DeskCount.target, DeskCount.fact, DeskCount.code, func.sum(DeskCount.cases)).where(*wanted)
    counts: dict[str, dict[str, Counter[str]]] = {}
    for target, fact, code, cases in session.execute(query.group_by(DeskCount.target, DeskCount.fact, DeskCount.code)):
        counts.setdefault(target, {}).setdefault(fact, Counter())[code] = int(cases)
    return [figures(target, since, facts) for target, facts in sorted(counts.items())]


def a_year_ago(on: date) -> date:
    """The first day of this month a year before."""
    return date(on.year - 1, on.month, 1)


def figures(target: str, since: date, facts: Mapping[str, Counter[str]]) -> Figures:
    """A desk's figures from its counts; fewer than five cases are not said at all."""
    cases = sum(facts.get(TOPIC, Counter()).values())
    if cases < SMALLEST:
        return Figures(target, since, None, {})
    return Figures(target, since, cases, {fact: parts(facts[fact]) for fact in FACTS if fact in facts})


def parts(counts: Counter[str]) -> tuple[Part, ...]:
    """The counts, the most frequent first; what is too small is told as one, and nothing where all would be."""
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    hidden = hidden_in_list([count for _code, count in ordered])
    if hidden is None:
        return ()
    shown = [Part(code, count) for place, (code, count) in enumerate(ordered) if place not in hidden]
    together = sum(ordered[place][1] for place in hidden)
    return (*shown, Part(None, together)) if hidden else tuple(shown)
