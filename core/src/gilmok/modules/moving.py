"""Which way cases would have gone with other modules: how many, from where to where, in words."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.modules.registry import Registry
from gilmok.modules.tools import Moved, Place
from gilmok.network.atlas import Atlas
from gilmok.network.words import name

TRIAGE = _("A person decides")


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
