"""Whether the pages of a module are open to who asks: where it is active they are, where it was they can be read."""

from datetime import date
from enum import Enum

from gilmok.ground.clock import today
from gilmok.ground.web.request import db, who
from gilmok.modules.activation import Activations
from gilmok.modules.current import activations
from gilmok.network.queries import atlas


class Gate(Enum):
    """How far the pages of a module, or of a part of it, are open."""

    OPEN = "open"
    READING = "reading"
    CLOSED = "closed"


def gate(module: str, scope: str | None = None, *, for_all: bool = False) -> Gate:
    """How far they are open to the person of this request: by what is active at their centre, for who has none by what
    is active anywhere. `for_all`: as for somebody without a login."""
    key = f"{module}/{scope}" if scope else module
    person = None if for_all else who()
    centre = person.centre_id if person else None
    return gate_in(activations(), key, region_of(centre), centre, today())


def regions_with(module: str, scope: str | None = None) -> tuple[str, ...]:
    """The regions in which a module, or a part of it, is active today for every centre."""
    key, found = f"{module}/{scope}" if scope else module, activations()
    return tuple(each for each in atlas(db()).regions if key in found.active(each, today()))


def gate_in(found: Activations, key: str, region: str | None, centre: str | None, on: date) -> Gate:
    """The gate of a module (`made`) or of a part of it (`made/part`) in a region and centre, in none: anywhere."""
    if key.partition("/")[0] in found.suspended:
        return Gate.CLOSED
    if key in (found.active(region, on, centre) if region else found.anywhere(on)):
        return Gate.OPEN
    return Gate.READING if found.was_on(key, region, centre, on) else Gate.CLOSED


def region_of(centre: str | None) -> str | None:
    """The region in which a centre stands today; None for none, and for one of the whole city."""
    return atlas(db()).region_of_centre(centre, today()) if centre else None
