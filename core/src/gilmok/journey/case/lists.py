"""What a list of cases is asked for: which view, which filters, in which order, from where on. Values only, no query.

The address of a list says all of it, so that a list can be kept, sent and come back to; nothing in it is free text, for
that could be a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.stages import SENT, Stage

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LONGEST_KEY = 80
NOBODY = 0
# The due day of a case without a time limit, after all others.
NEVER = date(9999, 12, 31)
# A limit is near from so many days before its safe day on; one that was missed is shown as long after it.
NEAR = timedelta(days=14)
# From then on the manager is shown it too, whoever has the case.
LAST_DAYS = timedelta(days=3)


class View(StrEnum):
    """The saved views."""

    MINE = "mine"
    DUE = "due"
    WAITING = "waiting"
    TRIAGE = "triage"
    SENT = "sent"
    ALL = "all"


VIEW_TITLES = {
    View.MINE: _("My cases"),
    View.DUE: _("Time limit near"),
    View.WAITING: _("Waiting for someone"),
    View.TRIAGE: _("To be sorted"),
    View.SENT: _("Sent to other centres"),
    View.ALL: _("All open cases"),
}


class Sort(StrEnum):
    """What a list is ordered by; within one stage the newest come first."""

    RECEIVED = "received"
    DUE = "due"
    STAGE = "stage"


FIRST_DIRECTION = {Sort.RECEIVED: "desc", Sort.DUE: "asc", Sort.STAGE: "asc"}
# What a view is ordered by where the address does not say it.
USUAL_SORT = {View.DUE: Sort.DUE}


class Key(NamedTuple):
    """The place of a row in any order: when the case was received, its id, its stage and its nearest time limit when
    the row was shown."""

    created: datetime
    case_id: int
    stage: str
    due_on: date = NEVER

    def __str__(self) -> str:
        return f"{self.stage}.{(self.created - EPOCH) // MICROSECOND:x}.{self.case_id:x}.{self.due_on.toordinal():x}"

    @classmethod
    def read(cls, text: str) -> "Key | None":
        """The key that an address carries; None for anything else, which then counts as the first page."""
        try:
            stage, created, case_id, due_on = text[:LONGEST_KEY].split(".")
            moment = EPOCH + int(created, 16) * MICROSECOND
            return cls(moment, int(case_id, 16) & (2**63 - 1), stage, date.fromordinal(int(due_on, 16)))
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What a list is narrowed to; None where it is not. `handler` is a person's id, or `NOBODY`."""

    stage: str | None = None
    topic: str | None = None
    handler: int | None = None
    received_from: date | None = None
    received_to: date | None = None

    def __bool__(self) -> bool:
        return any(value is not None for value in vars(self).values())


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Everything that a list's address asks for. `after` and `before` are the last row of the page before this one, or
    the first of the page after it."""

    view: View = View.ALL
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RECEIVED
    direction: str = "desc"
    after: Key | None = None
    before: Key | None = None

    @property
    def descending(self) -> bool:
        """Whether the newest, or the last stage, comes first."""
        return self.direction == "desc"

    def address(self, **changed: Any) -> dict[str, Any]:
        """The values of the address that asks for this, or for it with something `changed`; from its first page on."""
        return address(replace(self, **{"after": None, "before": None, **changed}))

    def without(self, name: str) -> dict[str, Any]:
        """The values of the address without one filter."""
        return self.address(filters=replace(self.filters, **{name: None}))

    def turned(self, sort: Sort | str) -> str:
        """How the list is ordered by this column, as `aria-sort` says it; empty if it is not."""
        return "" if sort != self.sort else "descending" if self.descending else "ascending"

    def sorted_by(self, sort: Sort | str) -> dict[str, Any]:
        """The values of the address ordered by this: the other way round, if it is so already."""
        sort, turned = Sort(sort), "asc" if self.descending else "desc"
        return self.address(sort=sort, direction=turned if sort is self.sort else FIRST_DIRECTION[sort])


def address(asked: Asked) -> dict[str, Any]:
    """What is asked for as values of an address, without what goes without saying."""
    narrowed = {name: str(value) for name, value in vars(asked.filters).items() if value is not None}
    ordered = {"sort": str(asked.sort), "direction": asked.direction}
    first = USUAL_SORT.get(asked.view, Sort.RECEIVED)
    usual = {"sort": str(first), "direction": FIRST_DIRECTION[first]}
    paged = {name: str(key) for name, key in (("after", asked.after), ("before", asked.before)) if key}
    return {"view": str(asked.view), **narrowed, **({} if ordered == usual else ordered), **paged}


class Page(NamedTuple):
    """One page of rows, and the keys from which the page before and the page after it go on; None where none is."""

    rows: list[Any]
    before: Key | None
    after: Key | None


class Count(NamedTuple):
    """How many there are, counted to a thousand; `more`: there are more than that."""

    number: int
    more: bool


COUNTED_TO = 1000


def counted(number: int) -> Count:
    """The count of rows of which at most `COUNTED_TO + 1` were looked at."""
    return Count(min(number, COUNTED_TO), number > COUNTED_TO)


# Which stages each view holds where no filter names one; closed cases are looked for by the filter.
OPEN_STAGES = (Stage.RECEIVED, Stage.TRIAGE, Stage.WAITING, Stage.COUNSELLING)
STAGES_OF: Mapping[View, tuple[str, ...]] = {
    View.MINE: OPEN_STAGES,
    View.DUE: OPEN_STAGES,
    View.WAITING: (Stage.WAITING,),
    View.TRIAGE: (Stage.TRIAGE,),
    View.SENT: (SENT,),
    View.ALL: OPEN_STAGES,
}
# In the other views the stage is given.
VIEWS_OF_ANY_STAGE = frozenset({View.MINE, View.DUE, View.ALL})


def stages_of(asked: Asked) -> tuple[str, ...]:
    """The stages of the rows that are asked for, in the order of a case's way."""
    chosen = asked.filters.stage
    if chosen and asked.view in VIEWS_OF_ANY_STAGE:
        return (chosen,)
    return STAGES_OF[asked.view]
