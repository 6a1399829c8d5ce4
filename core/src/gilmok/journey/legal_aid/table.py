"""What a workflow of legal aid is made of: states, the steps between them, and what each step asks, starts and stops.

A workflow is data that a labour attorney can read aloud: 'when the decision is served, ask for the day of service; from
it the ten days for a review begin'. `service.advance` is the only code that follows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import IllegalMove, NotFound
from gilmok.ground.i18n import current_language

NEW, PREPARING, FILED = "new", "preparing", "filed"
CLOSED, WITHDRAWN, SETTLED, DROPPED = "closed", "withdrawn", "settled", "dropped"
ENDS = frozenset({CLOSED, WITHDRAWN, SETTLED, DROPPED})


class IllegalStep(IllegalMove):
    """This action cannot go from where it is to there."""


@dataclass(frozen=True)
class Both:
    """A text in both languages."""

    ko: str
    en: str

    def __str__(self) -> str:
        """The text in the language of the request."""
        said: str = getattr(self, current_language())
        return said


@dataclass(frozen=True)
class Extended:
    """That a limit's time is now one of its other periods: the first is 1."""

    code: str
    nth: int


@dataclass(frozen=True)
class Step:
    """A way from any of the states `leaves` to the state `to`.

    `day`: what day it asks for, None where the day of the first limit that it starts is asked; `ahead`: that day may
    lie in the future. `starts`, `meets`, `stops`: codes of limits that begin with this day, that are kept by doing
    this, and that end otherwise; `extends` gives one more time. `asks`: answers worth keeping; `needs`: what must be
    filled by then. `if_lost`: where everything was granted, what it starts is the other side's time.
    `also_meets`: limits that run in the case beside an action about wages, and are kept by doing this. `at`: the
    service of the agency where it is done, if another one than the action's.
    """

    leaves: tuple[str, ...]
    to: str
    title: Both
    day: Both | None = None
    ahead: bool = False
    starts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    extends: Extended | None = None
    asks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    if_lost: bool = False
    also_meets: tuple[str, ...] = ()
    at: str = ""
    permission: Permission = Permission.WORK_ON_ACTION


@dataclass(frozen=True)
class Subkind:
    """A kind of action within its workflow, and the codes of the limits that can run in it."""

    code: str
    title: Both
    limits: tuple[str, ...] = ()
    remark: Both | None = None

    @property
    def about_wages(self) -> bool:
        """Whether a substitute payment can follow from it."""
        return any(code.startswith("SUB_SIMPLE") for code in self.limits)


@dataclass(frozen=True)
class Workflow:
    """One of the five kinds of action. `service`: the service of the agency where it is filed."""

    kind: str
    title: Both
    service: str
    subkinds: tuple[Subkind, ...]
    states: dict[str, Both]
    steps: tuple[Step, ...]
    remarks: tuple[Both, ...] = ()

    @cached_property
    def _by_ends(self) -> dict[tuple[str, str], Step]:
        return {(left, step.to): step for step in self.steps for left in step.leaves}

    def step(self, left: str, to: str) -> Step:
        """The step from one state to the other; raises IllegalStep if there is none."""
        found = self._by_ends.get((left, to))
        if found is None:
            raise IllegalStep(before=left, to=to)
        return found

    def steps_from(self, state: str) -> Iterator[Step]:
        """What can follow a state."""
        return (step for step in self.steps if state in step.leaves)

    def subkind(self, code: str) -> Subkind:
        """The subkind of this code; raises NotFound if there is none."""
        for each in self.subkinds:
            if each.code == code:
                return each
        raise NotFound


AT_CLOSING = ("agency", "filed_on", "receipt_number", "outcome")
FILE = Permission.FILE_ACTION


def endings(*working: str) -> tuple[Step, ...]:
    """How every action ends: given up before it is filed, or closed, settled or withdrawn from the states `working`."""
    ended = Both("끝난 날", "Ended on")
    return (
        Step((PREPARING,), DROPPED, Both("내지 않기로 함", "Decide not to file"), Both("정한 날", "Decided on"),
             permission=FILE),
        Step(working, SETTLED, Both("화해·합의로 끝남", "Settled"), ended, asks=("recovered",), needs=("recovered",),
             permission=FILE),
        Step(working, WITHDRAWN, Both("취하함", "Withdraw"), ended, asks=("withdrawn_for",), permission=FILE),
        Step(working, CLOSED, Both("종결하기", "Close the action"), ended, asks=("outcome", "recovered"),
             needs=AT_CLOSING,
             permission=FILE),
    )


END_STATES = {
    CLOSED: Both("종결", "closed"), SETTLED: Both("화해·합의", "settled"), WITHDRAWN: Both("취하", "withdrawn"),
    DROPPED: Both("내지 않음", "not filed"),
}
FIRST_STATES = {PREPARING: Both("준비 중", "being prepared"), FILED: Both("접수함", "filed")}
