"""What is switched on, where and on which day: the only code that says so.

Rows are only ever added. The newest of one module, region and centre is what holds for that place, judged as of the
day that a case was received: a pilot that ends takes in no new case, and the running ones keep what they have. It is
an allow-list: what no row switches on is off. A region's row covers all its centres; a centre's own row adds to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import resources
from typing import TypeAlias

from gilmok.modules import activation_file
from gilmok.modules.declarations import CORE
from gilmok.modules.things import Activation

Place: TypeAlias = tuple[str, str, str | None]
ALWAYS = frozenset({CORE})
NOTHING = frozenset[str]()

# Regions times days of three centuries; more than that is not dates of cases.
ANSWERS_KEPT = 500_000


def place_of(row: Activation) -> Place:
    """What a row speaks of: module, region and centre (None: the whole region)."""
    return row.module, row.region, row.centre


def holds(row: Activation, on: date) -> bool:
    """Whether the row switches anything on that day; both of its days are included, and no scope means nothing."""
    return row.scope != () and row.starts_on <= on and (row.ends_on is None or on <= row.ends_on)


@dataclass(frozen=True)
class Activations:
    """All rows from the oldest to the newest, and what they mean. Immutable; a change makes another one.

    `scopes`: the scopes that each installed module declares. `suspended`: modules under the operator's emergency stop,
    which are off everywhere whatever the rows say. `version` counts changes of the rows.
    """

    rows: tuple[Activation, ...] = ()
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version: int = 0
    suspended: frozenset[str] = frozenset()
    _answers: dict[tuple[str | None, date, str | None], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False,
    )

    @staticmethod
    def parse(text: str) -> tuple[Activation, ...]:
        """The rows of a TOML file; raises WrongActivations with every wrong entry and field."""
        return activation_file.parse(text)

    @classmethod
    def shipped(cls, scopes: Mapping[str, tuple[str, ...]] | None = None) -> "Activations":
        """What is switched on where the city has said nothing yet."""
        return cls(shipped_rows(), scopes or {})

    def active(self, region: str | None, on: date, centre: str | None = None) -> frozenset[str]:
        """The keys that are on: `core` always, `<module>`, and `<module>/<scope>` for each active scope.

        `region`: None, or one that no row names, has the core alone. `on`: the day that the case was received.
        """
        asked = (region, on, centre)
        found = self._answers.get(asked)
        if found is None:
            if len(self._answers) >= ANSWERS_KEPT:
                self._answers.clear()
            found = self._answers[asked] = ALWAYS.union(*map(self.keys_of, self.in_force(region, on, centre)))
        return found

    def anywhere(self, on: date) -> frozenset[str]:
        """The keys that are on in one region or centre at least."""
        places = {(row.region, row.centre) for row in self.newest.values()}
        return ALWAYS.union(*(self.active(region, on, centre) for region, centre in places))

    def was_on(self, key: str, region: str | None, centre: str | None, on: date) -> bool:
        """Whether a key was ever on, by that day, in the region or the centre; in none, anywhere."""
        return any(
            row.starts_on <= on and row.scope != () and key in self.keys_of(row)
            for row in self.rows
            if region is None or (row.region == region and row.centre in (None, centre))
        )

    def stopped(self, region: str | None, on: date, centre: str | None = None) -> frozenset[str]:
        """The keys that would be on, were their modules not suspended."""
        return self._resumed.active(region, on, centre) - self.active(region, on, centre) if self.suspended else NOTHING

    @cached_property
    def _resumed(self) -> "Activations":
        """The same without any suspension."""
        return replace(self, suspended=NOTHING)

    def in_force(self, region: str | None, on: date, centre: str | None = None) -> tuple[Activation, ...]:
        """The rows that switch something on in that region (and centre) on that day."""
        here = (row for row in self.newest.values() if row.region == region and row.centre in (None, centre))
        return tuple(row for row in here if row.module not in self.suspended and holds(row, on))

    def keys_of(self, row: Activation) -> frozenset[str]:
        """The keys that a row switches on while it holds."""
        scopes = self.scopes.get(row.module, ()) if row.scope is None else row.scope
        return frozenset({row.module, *(f"{row.module}/{scope}" for scope in scopes)})

    @cached_property
    def newest(self) -> Mapping[Place, Activation]:
        """The row that counts for each place, in the order of places."""
        latest = {place_of(row): row for row in self.rows}
        return {place: latest[place] for place in sorted(latest, key=lambda each: (*each[:2], each[2] or ""))}

    def with_rows(self, rows: Iterable[Activation]) -> "Activations":
        """What would hold if these rows were added."""
        return replace(self, rows=(*self.rows, *rows))

    def to_toml(self) -> str:
        """A file with the row that counts for each place; adding it elsewhere switches the same on there."""
        return activation_file.write(self.newest.values())


def shipped_rows() -> tuple[Activation, ...]:
    """The rows of the packaged `shipped_activation.toml`."""
    return activation_file.parse(resources.files(__package__).joinpath("shipped_activation.toml").read_text("utf-8"))
