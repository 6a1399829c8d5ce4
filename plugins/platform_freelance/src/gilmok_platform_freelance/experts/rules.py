"""Which experts fit a question, in what order, and why: pure, and the same whatever order the panel comes in.

What the law or the person cannot give up is a limit: field, region, period, language, hours, and day and way where they
were named. Whoever keeps to all limits is proposed; the order is by how much of the question they know, then by how
little of their month is used, then by who waited longest. Names play no part.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class OnPanel:
    """An expert as far as matching looks: no regions are all of the city, no days any day. `used`: minutes of this
    month that are given away; `last_asked`: when somebody turned to them last."""

    id: UUID
    profession: str
    fields: frozenset[str]
    regions: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"ko"})
    ways: frozenset[str]
    days: frozenset[int] = frozenset()
    since: date = date.min
    until: date | None = None
    hours: int
    used: int = 0
    last_asked: date | None = None


@dataclass(frozen=True, kw_only=True)
class Need:
    """What a case needs: fields, where, in which language, for how many minutes, and perhaps a day and a way."""

    fields: frozenset[str]
    region: str | None
    language: str = "ko"
    minutes: int = 60
    on: date
    day_named: bool = False
    way: str | None = None


@dataclass(frozen=True)
class Fit:
    """An expert who keeps to every limit, with the fields that they know of those asked for."""

    expert: OnPanel
    known: frozenset[str]


@dataclass(frozen=True)
class Matched:
    """Who fits, the best first; where nobody does, which limits keep some from it, if each were the only one to give
    way, and how many: an empty `missing` says that it takes more than one."""

    fits: tuple[Fit, ...]
    missing: tuple[tuple[str, int], ...] = ()


def match(need: Need, panel: Iterable[OnPanel]) -> Matched:
    """Who of the panel fits; nobody who breaks a limit is ever among them."""
    every = list(panel)
    broken = {each.id: limits(need, each) for each in every}
    fits = [Fit(each, each.fields & need.fields) for each in every if not broken[each.id]]
    if fits:
        return Matched(tuple(sorted(fits, key=order)))
    return Matched((), missing(list(broken.values())))


def missing(broken: list[frozenset[str]]) -> tuple[tuple[str, int], ...]:
    """Which limits keep how many from a question, if each were the only one to give way; the field, if nobody knows
    it."""
    if all("fields" in each for each in broken):
        return (("fields", 0),)
    alone = [limit for each in broken if len(each) == 1 for limit in each]
    return tuple((limit, alone.count(limit)) for limit in sorted(set(alone)))


def limits(need: Need, expert: OnPanel) -> frozenset[str]:
    """The limits that an expert does not keep to."""
    kept = {
        "fields": bool(expert.fields & need.fields),
        "region": not expert.regions or need.region in expert.regions,
        "period": expert.since <= need.on <= (expert.until or date.max),
        "language": need.language in expert.languages,
        "hours": expert.used + need.minutes <= expert.hours * 60,
        "day": not need.day_named or not expert.days or need.on.weekday() in expert.days,
        "way": need.way is None or need.way in expert.ways,
    }
    return frozenset(name for name, holds in kept.items() if not holds)


def order(fit: Fit) -> tuple[object, ...]:
    """Most fields first; then the smallest share of the month's hours; then who was asked longest ago; chance last."""
    expert = fit.expert
    share = expert.used / (expert.hours * 60) if expert.hours else 1.0
    return -len(fit.known), share, expert.last_asked or date.min, expert.id


def fields_of(topics: Iterable[str], tax: Iterable[str], clauses: Iterable[str], account: str | None) -> list[str]:
    """The fields that the answers of an intake speak of."""
    topics, clauses = set(topics), set(clauses)
    found = {
        "fee_claims": topics & {"unpaid_wages", "unfair_trade"} or clauses & {"fee_cut", "late_payment"},
        "contract_terms": clauses - {"rights_taken"},
        "copyright": "rights_taken" in clauses,
        "platform_accounts": account in {"limited", "suspended"},
        "treatment": topics & {"rights_violation", "harassment", "discrimination"},
    }
    taxes = {"withholding": "tax_withholding", "invoice": "invoices", "income_tax": "income_tax"}
    return [name for name, holds in found.items() if holds] + [taxes[each] for each in tax if each in taxes]
