"""Gatherings in the calendar: for the centre's staff a line for each session, for everybody one for each gathering."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from gilmok.ground.access.models import Person
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _, ngettext
from gilmok.ground.ics import Happening
from gilmok.programmes.calendar import Badge, Occasion, Source
from gilmok.programmes.gatherings import queries
from gilmok.programmes.gatherings.kinds import KINDS, kind_options, kind_title
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import Session, sessions_of
from gilmok.programmes.gatherings.words import centre_title, standing_title, standing_tone


@dataclass(frozen=True)
class Meeting:
    """One session of a gathering in a list by day: the how manieth it is of how many."""

    gathering: Gathering
    session: Session
    place: int
    of: int


def meetings(gatherings: Iterable[Gathering]) -> list[Meeting]:
    """Every session of these gatherings, by time."""
    found = []
    for gathering in gatherings:
        sessions = sessions_of(gathering.sessions)
        found += [Meeting(gathering, each, place, len(sessions)) for place, each in enumerate(sessions, start=1)]
    return sorted(found, key=lambda each: (each.session.at, each.gathering.id))


def happenings(gatherings: Iterable[Gathering]) -> list[Happening]:
    """Every session as it stands in a calendar file; of who comes it tells nothing."""
    return [happening(each) for each in meetings(gatherings)]


def happening(each: Meeting) -> Happening:
    """One session as it stands in a calendar file."""
    count = _("session %(place)s of %(of)s", place=each.place, of=each.of)
    title = each.gathering.title if each.of == 1 else f"{each.gathering.title} ({count})"
    return Happening(
        uid=f"{each.gathering.key}-{each.session.number}", at=each.session.at, until=each.session.until, title=title,
        place=f"{centre_title(each.gathering.centre_id)} {each.session.place}", about=each.gathering.about,
        cancelled=each.gathering.cancelled_at is not None,
    )


def for_staff(
    session: ViewerSession, who: Person, since: datetime, until: datetime | None = None
) -> Iterator[Occasion]:
    """Each session of the centre's gatherings that last into this time."""
    for each in meetings(queries.of_centre(session, since, until)) if who.centre_id else ():
        gathering = each.gathering
        yield Occasion(
            at=each.session.at, until=each.session.until, title=gathering.title, place=each.session.place,
            address=url_for("gatherings.page", key=gathering.key), files=(happening(each),),
            more=_("session %(place)s of %(of)s", place=each.place, of=each.of) if each.of > 1 else "",
            badges=(standing(gathering), *([] if gathering.public else [(_("staff only"), "")])),
        )


def for_all(session: ViewerSession, centres: Collection[str] | None = None, kind: str = "") -> Iterator[Occasion]:
    """Each gathering that is announced and not over."""
    for each in queries.to_come(session, centres, kind) if not kind or kind in KINDS else ():
        sessions = sessions_of(each.sessions)
        yield Occasion(
            at=sessions[0].at, until=sessions[0].until, title=each.title, files=tuple(happenings([each])),
            place=f"{centre_title(each.centre_id)} · {sessions[0].place}",
            address=url_for("programmes.page", key=each.key),
            badges=((kind_title(each.kind), ""), standing(each)),
            more=ngettext("%(num)s session", "%(num)s sessions", len(sessions)) if len(sessions) > 1 else "",
        )


def standing(gathering: Gathering) -> Badge:
    """How it stands, with its tone."""
    return standing_title(gathering), standing_tone(gathering)


SOURCE = Source(for_staff=for_staff, for_all=for_all, kinds=kind_options)
