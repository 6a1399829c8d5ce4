"""Cases that would have gone elsewhere with other modules: which, and in words how many from where to where."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas
from gilmok.network.words import name

TRIAGE = _("A person decides")


class Place(NamedTuple):
    """Where a decision leads, in codes: the target (None: a person sorts it) and the centre (None: where it is)."""

    target: str | None
    centre: str | None

    def __str__(self) -> str:
        return f"{self.target or 'triage'} ({self.centre or '-'})"


class Moved(NamedTuple):
    """A case that would have gone elsewhere: its number, where it leads now, and where it would then."""

    number: str
    before: Place
    after: Place

    def __str__(self) -> str:
        return f"{self.number}: {self.before} → {self.after}"


class MovedLine(NamedTuple):
    """So many cases would have gone from one place to another, both in words."""

    before: str
    after: str
    number: int


def moved_lines(moved: Iterable[Moved], registry: Registry, atlas: Atlas) -> list[MovedLine]:
    """The cases that would have gone elsewhere, counted by their way, the most frequent first; no case is named."""
    ways = Counter((each.before, each.after) for each in moved)
    return [
        MovedLine(in_words(before, registry, atlas), in_words(after, registry, atlas), number)
        for (before, after), number in ways.most_common()
    ]


def in_words(place: Place, registry: Registry, atlas: Atlas) -> str:
    """The desk and its centre."""
    target = registry.targets.get(place.target or "")
    desk = translated(target.title) if target else place.target or translated(TRIAGE)
    centre = name(atlas.centres.get(place.centre or ""))
    return f"{desk} · {centre}" if centre else desk
