"""The parts of a module that need the web or the database: pages, lines of the menu, permissions, places in the core's
own pages, and tables.

They are declared as all else: what is imported only with the application stands as its place, `package.module:name`, so
that a command which routes a file does not load it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from gilmok.ground.access.policy import OwnPermission

__all__ = ["CaseInView", "MenuEntry", "OwnPermission", "Pages", "Slot", "SlotPlace", "Tables"]


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Pages of the module: the blueprint that stands at `place`, mounted below `/m/<module>`. Its name begins with the
    module's. With `scope`, they are open only while that part of the module is switched on. Where the module was
    switched on once and is no more, what is stored stays readable and nothing new is taken, but by views that say
    `@site.goes_on`; without `stays`, nothing of them is there any more."""

    id: str
    place: str
    scope: str | None = None
    stays: bool = True


@dataclass(frozen=True, kw_only=True)
class MenuEntry:
    """A line of the menu that leads to one of the module's pages (`endpoint`), shown to who may open it while the page
    is open; `about` is a sentence of what it is for. With `public`, it stands among the pages for anybody."""

    id: str
    title: str
    endpoint: str
    about: str = ""
    public: bool = False


class SlotPlace(StrEnum):
    """Where in the core's pages a module may show something: on a case's first page and below its desk's steps."""

    CASE_OVERVIEW = "case.overview"


@dataclass(frozen=True, kw_only=True)
class Slot:
    """Something that the module shows in a page of the core: `place` is a function that takes what the page is about
    (at `case.overview` a `CaseInView`) and gives HTML as Markup, or None for nothing. It is asked in cases that lie
    with one of the module's desks, to their end; if it fails, it is left out, and noted."""

    id: str
    at: SlotPlace
    place: str


@dataclass(frozen=True, kw_only=True)
class Tables:
    """The tables of the module: `place` is the Python module of its mapped classes, `migrations` the folder of its
    alembic revisions, beside the package's `__init__.py`. The tables' names begin with the module's; what the core's
    schema must have reached before says `needs_core_revision`. `demo`: functions (`package.module:name`) that fill them
    for the demonstration with what is made up and looks it; each is called with a `gilmok.modules.site.Demo` at every
    `gilmok run --demo`, and makes nothing where something is there. `erase`: functions that erase what is kept no
    longer; each is called every night with a session of the role for jobs, in a transaction of its own, whether the
    module is switched on anywhere or not."""

    id: str
    place: str
    needs_core_revision: str
    migrations: str = "migrations"
    demo: tuple[str, ...] = ()
    erase: tuple[str, ...] = ()


def unanswered(question: str) -> str:
    """What was answered where nothing was."""
    return ""


@dataclass(frozen=True, kw_only=True)
class CaseInView:
    """What a module is told of a case that the person of the request may see: its number, whose it is, where and when
    it came, its desk (`target`), and the facts that were answered, by their codes; no names and no free text. `answer`
    opens what was answered to a free-text question of the module with whose desk the case lies; empty without one."""

    id: int
    number: str
    centre_id: str
    handler_id: int | None
    region: str | None
    received_on: date
    target: str | None
    facts: Mapping[str, Any]
    answer: Callable[[str], str] = field(default=unanswered, compare=False)
