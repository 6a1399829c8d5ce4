"""The form of a gathering as it is filled from what is stored."""

from gilmok.programmes.calendar import clock_of
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import sessions_of


def as_typed(gathering: Gathering) -> dict[str, str]:
    """What is stored, as somebody would type it."""
    typed = {name: getattr(gathering, name) for name in ("title", "kind", "programme", "about", "for_whom")}
    typed["places"] = str(gathering.places or "")
    typed["open_until"] = gathering.open_until.isoformat() if gathering.open_until else ""
    typed["public"] = "yes" if gathering.public else "no"
    for each in sessions_of(gathering.sessions):
        typed |= {
            f"on-{each.number}": each.day.isoformat(), f"from-{each.number}": clock_of(each.at),
            f"to-{each.number}": clock_of(each.until), f"where-{each.number}": each.place,
        }
    return typed
