"""What the rules of law are made of: rows, each with its article, its source and the days on which it holds.

A row holds on `valid_from <= day < valid_to`; an end that is None is open. A rule changes by adding a row of the same
code, so that an old case keeps the rule of its day.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gilmok.ground.sources import Confidence


class Kind(StrEnum):
    """What a time limit is: see the head of `data/limits.toml`."""

    CUT_OFF = "cut_off"
    PRESCRIPTION = "prescription"
    DUTY = "duty"
    SERVICE = "service"
    INTEREST = "interest"
    CRIME = "crime"
    NONE = "none"


class Count(StrEnum):
    """How the days of a period are counted."""

    CIVIL = "civil"
    FROM_DAY = "from_day"
    BEFORE = "before"
    WORKING_DAYS = "working_days"
    CRIMINAL = "criminal"


class Roll(StrEnum):
    """Whether a last day that is no working day moves to the next one (Civil Act, art. 161)."""

    YES = "yes"
    NO = "no"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row has: the days on which it holds, the article, the source, when it was compared with it, and how
    sure it is where that differs from the source."""

    basis_ko: str
    basis_en: str
    source: str
    valid_from: date | None = None
    valid_to: date | None = None
    verified_on: date | None = None
    confidence: Confidence | None = None
    note_ko: str = ""
    note_en: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the row is the rule of this day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Also:
    """Another period of the same limit, and when it is the one that counts."""

    period: str
    when_ko: str
    when_en: str
    count: Count = Count.CIVIL


@dataclass(frozen=True, kw_only=True)
class TimeLimit(Row):
    """A time limit. `event_ko`, `event_en`: what day it counts from. `size`: for workplaces of so many and more only.
    `stops`: what stops it, by its code. `instead`: the code whose row may hold on days on which this one does not."""

    code: str
    name_ko: str
    name_en: str
    event_ko: str
    event_en: str
    kind: Kind
    period: str = ""
    count: Count = Count.CIVIL
    roll: Roll = Roll.YES
    size: int = 1
    stops: str = ""
    instead: str = ""
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stops:
    """What stops a kind of clock, and what people believe stops it though it does not."""

    code: str
    does_ko: tuple[str, ...]
    does_en: tuple[str, ...]
    does_not_ko: tuple[str, ...]
    does_not_en: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class Rate(Row):
    """A figure, exact: won an hour, a day or a month, a share, hours a week."""

    code: str
    name_ko: str
    name_en: str
    value: str
    unit: str

    @property
    def number(self) -> Decimal:
        """The figure as a number."""
        return Decimal(self.value)


@dataclass(frozen=True, kw_only=True)
class SizeRule(Row):
    """A rule that holds at workplaces of `size` employees and more (1: at all of them)."""

    name_ko: str
    name_en: str
    size: int


class State(StrEnum):
    """How far a change of law is: in force, announced with its day, or proposed only."""

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"
    PENDING = "pending"


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change of law that somebody has to watch; `on` is its first day, None where there is none yet."""

    what_ko: str
    what_en: str
    state: State
    source: str
    on: date | None = None
