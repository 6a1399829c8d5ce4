"""What somebody has to watch in the law: rows that begin or end soon, changes that are announced, what is pending, and
what nobody has verified."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gilmok.ground.i18n import _marked as _
from gilmok.ground.sources import Confidence
from gilmok.law.dated import Change, Rate, Row, State, TimeLimit
from gilmok.law.shipped import Law

BEGINS = _("begins on %(day)s")
ENDS = _("ends on %(day)s; what follows is there")
ENDS_OPEN = _("ends on %(day)s; nothing follows yet")
CHANGES = _("changes on %(day)s")
PENDING = _("proposed, no law yet; nothing is computed by it")
UNVERIFIED = _("not verified: compare it with the statute")


@dataclass(frozen=True)
class Watched:
    """One thing to watch: what it is (a row or a change), what is to be said of it, and the day, if there is one."""

    what: Row | Change
    said: str
    on: date | None = None


def watched(law: Law, on: date, days: int) -> Iterator[Watched]:
    """What begins, ends or changes within so many days after `on`, by day; then what is pending."""
    until = on + timedelta(days=days)
    dated = [*row_changes(law, on, until), *announced(law, on, until)]
    yield from sorted(dated, key=lambda each: each.on or until)
    yield from (Watched(change, PENDING) for change in law.changes if change.state is State.PENDING)


def row_changes(law: Law, on: date, until: date) -> Iterator[Watched]:
    """The rows that begin or end in the time."""
    for row in law.rows:
        if row.valid_from and on < row.valid_from <= until:
            yield Watched(row, BEGINS, row.valid_from)
        if row.valid_to and on < row.valid_to <= until:
            yield Watched(row, ENDS if followed(law, row) else ENDS_OPEN, row.valid_to)


def followed(law: Law, row: Row) -> bool:
    """Whether a row of the same code, or of the one that holds instead, begins where this one ends."""
    if not isinstance(row, TimeLimit | Rate) or row.valid_to is None:
        return False
    codes = {row.code, getattr(row, "instead", "")}
    rows: tuple[Any, ...] = (*law.limits, *law.rates)
    return any(each.code in codes and each.valid_from == row.valid_to for each in rows)


def announced(law: Law, on: date, until: date) -> Iterator[Watched]:
    """The changes whose first day lies in the time."""
    for change in law.changes:
        if change.on and on < change.on <= until:
            yield Watched(change, CHANGES, change.on)


def unverified(law: Law) -> Iterator[Watched]:
    """The rows that nobody has compared with a text."""
    return (Watched(row, UNVERIFIED) for row in law.rows if law.confidence(row) is Confidence.UNVERIFIED)
