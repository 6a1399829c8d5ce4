"""What adding rows would change, and what is wrong with them, before anything is added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from gilmok.modules.activation import Activations, place_of
from gilmok.modules.registry import Registry
from gilmok.modules.things import Activation, _
from gilmok.network.atlas import Atlas


class ChangeKind(StrEnum):
    """What a new row does to what was said of its place."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Change:
    """A new row, and the row that counted for its place until now."""

    after: Activation
    before: Activation | None

    @property
    def kind(self) -> ChangeKind:
        """Whether the row is the first of its place, says something else, or says the same."""
        if self.before is None:
            return ChangeKind.NEW
        return ChangeKind.SAME if self.after == self.before else ChangeKind.CHANGED


@dataclass(frozen=True)
class Problem:
    """A row that cannot be added: its place in the list from 0, its column, and why, with `%(name)s` from `values`."""

    row: int
    column: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"entry {self.row + 1}, {self.column}: {self.text % self.values}"


def changes(now: Activations, rows: Iterable[Activation]) -> tuple[Change, ...]:
    """Each new row against what counts for its place now; of several for one place each against the one before."""
    newest = dict(now.newest)
    found = []
    for row in rows:
        found.append(Change(row, newest.get(place_of(row))))
        newest[place_of(row)] = row
    return tuple(found)


def needed(now: Activations, rows: Iterable[Activation]) -> tuple[Activation, ...]:
    """The rows that say something new; applying a file twice adds nothing the second time."""
    return tuple(change.after for change in changes(now, rows) if change.kind is not ChangeKind.SAME)


def problems(rows: Iterable[Activation], registry: Registry, atlas: Atlas) -> tuple[Problem, ...]:
    """What the rows name that does not exist here: a module, a region, a centre of that region, a scope."""
    return tuple(problem for place, row in enumerate(rows) for problem in _problems(place, row, registry, atlas))


def _problems(place: int, row: Activation, registry: Registry, atlas: Atlas) -> Iterator[Problem]:
    scopes = registry.scopes.get(row.module)
    if scopes is None:
        yield Problem(place, "module", _("The module %(module)s is not installed here."), {"module": row.module})
    if row.region not in atlas.regions:
        yield Problem(place, "region", _("There is no region %(region)s."), {"region": row.region})
    if row.centre is not None and atlas.region_of_centre(row.centre, row.starts_on) != row.region:
        values = {"centre": row.centre, "region": row.region}
        yield Problem(place, "centre", _("The region %(region)s has no centre %(centre)s."), values)
    yield from _missing_parts(place, row, scopes)


def _missing_parts(place: int, row: Activation, scopes: tuple[str, ...] | None) -> Iterator[Problem]:
    for scope in row.scope or ():
        if scopes is not None and scope not in scopes:
            values = {"scope": scope, "module": row.module}
            yield Problem(place, "scope", _("The module %(module)s has no part called %(scope)s."), values)
