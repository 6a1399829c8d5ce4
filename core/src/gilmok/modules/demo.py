"""What modules show in the demonstration: each fills its own tables, and one that cannot fails alone."""

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, Viewer, ViewerSession
from gilmok.modules.parts import CaseInView
from gilmok.modules.registry import Registry


def no_cases(_session: ViewerSession, _module: str) -> Sequence[CaseInView]:
    """The cases where none were made."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Demo:
    """What a module fills its tables with: the demonstration's staff by login, sessions that work for them, keys; and
    `cases`, which gives of a module, by its name, the open cases of its desks that somebody of the session's centre
    works on."""

    people: Mapping[str, Person]
    database: Database
    vault: Vault
    cases: Callable[[ViewerSession, str], Sequence[CaseInView]] = no_cases

    def session(self, login: str) -> ViewerSession:
        """A session that works for this person; the module commits it."""
        person = self.people[login]
        return self.database.session(Viewer(person=person.id, centre=person.centre_id))


def fill(registry: Registry, demo: Demo) -> Iterator[str]:
    """Let every module fill its tables; a sentence for each that failed."""
    for module in registry.modules.values():
        for place in (place for each in module.tables for place in each.demo):
            try:
                pkgutil.resolve_name(place)(demo)
            except Exception as error:
                yield f"{place}: {type(error).__name__}: {error}"
