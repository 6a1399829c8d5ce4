"""The form of a gathering as it is filled: from what is stored, with empty lines for more sessions."""

from collections.abc import Mapping

from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import sessions_of
from gilmok.programmes.gatherings.schemas import MOST_SESSIONS, numbers_in
from gilmok.programmes.gatherings.words import clock_of

AT_FIRST, MORE = 3, 2


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


def numbers_shown(typed: Mapping[str, str]) -> range:
    """The numbers of the sessions for which the form has a line: those that were typed, and some empty ones."""
    last = max(numbers_in(typed), default=0)
    return range(1, min(MOST_SESSIONS, max(AT_FIRST, last + MORE)) + 1)
