"""What a module adds to a case that has come to one of its desks: steps of work, later questions, time limits.

The desks are the module's own targets; a case keeps what they add for as long as it is theirs.
"""

from dataclasses import dataclass

from gilmok.law.dated import TimeLimit
from gilmok.modules.conditions import Condition
from gilmok.modules.things import IntakeField


@dataclass(frozen=True, kw_only=True)
class WorkStep:
    """A step of work in cases of the desks `targets`, which a counsellor ticks off with day and name. It stands `after`
    and `before` the steps with these ids, else where the author put it; while `when` does not hold for the case it is
    left out. `calculator` and `document` name what the step is done with, one of the module's or of the core's."""

    id: str
    targets: tuple[str, ...]
    title: str
    hint: str = ""
    basis: str = ""
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    when: Condition | None = None
    calculator: str | None = None
    document: str | None = None
    scope: str | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUpQuestion(IntakeField):
    """A question that is asked at the desks `targets` in a talk after the intake. It is declared as an `IntakeField`,
    but no routing rule sees the answer: where the case goes is settled by then. Free text and sensitive answers are
    kept encrypted."""

    targets: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CaseLimit(TimeLimit):
    """A time limit of law in cases of the desks `targets`, declared as the law's own rows are: a change of law is one
    more row of the same `code`. It runs from each day of the event `starts` (see the list of events); else from the
    answer to the module's question `day_from`; without either, the page asks for the day, unless `asked` is False.
    While `when` does not hold for the case there is none. `replaces`: the core's limits that it says more exactly."""

    targets: tuple[str, ...]
    starts: str
    day_from: str = ""
    when: Condition | None = None
    asked: bool = True
    replaces: tuple[str, ...] = ()
    scope: str | None = None

    @property
    def id(self) -> str:
        """The code, which begins with the module's name."""
        return self.code
