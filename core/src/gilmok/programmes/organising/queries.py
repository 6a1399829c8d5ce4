"""Reading foundings: those of one's own centre, what is told of one, and everything that was noted along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.organising.models import (
    Founding,
    FoundingMove,
    FoundingPractice,
    FoundingTalk,
    FoundingTick,
    FoundingTold,
)
from gilmok.programmes.organising.noting import talk_owner
from gilmok.programmes.organising.schemas import Told
from gilmok.programmes.organising.service import owner
from gilmok.programmes.organising.stages import ENDED

MOST_SHOWN, MOST_COURSES = 300, 20


@dataclass(frozen=True)
class Line:
    """A founding with what is told of it now."""

    founding: Founding
    told: Told

    @property
    def centre_id(self) -> str:
        """Whose founding it is; the policy looks at it."""
        return self.founding.centre_id


@dataclass(frozen=True)
class Talk:
    """A talk, its text opened; empty where it can no longer be read."""

    row: FoundingTalk
    text: str


def own(session: ViewerSession, key: UUID) -> Founding:
    """A founding of the viewer's centre; raises NotFound for any other."""
    found = session.scalar(select(Founding).where(Founding.key == key, Founding.centre_id == session.viewer.centre))
    if found is None:
        raise NotFound
    return found


def line(session: ViewerSession, key: UUID, *, vault: Vault) -> Line:
    """A founding of the viewer's centre with what is told of it; raises NotFound."""
    founding = own(session, key)
    return Line(founding, opened(founding, session.get_one(FoundingTold, (founding.id, founding.told_version)), vault))


def lines(session: ViewerSession, *, vault: Vault) -> list[Line]:
    """The foundings of the viewer's centre: what goes on first, by its nearest time limit, then the newest first."""
    ended = Founding.stage.in_(ENDED) & Founding.due_on.is_(None)
    query = (
        select(Founding, FoundingTold)
        .join(FoundingTold, (FoundingTold.founding_id == Founding.id) & (FoundingTold.version == Founding.told_version))
        .where(Founding.centre_id == session.viewer.centre)
        .order_by(ended, Founding.due_on.nulls_last(), Founding.opened_on.desc(), Founding.id.desc())
    )
    return [Line(founding, opened(founding, row, vault)) for founding, row in session.execute(query.limit(MOST_SHOWN))]


def due_by(session: ViewerSession, day: date) -> int:
    """How many foundings of the viewer's centre have a time limit that ends by this day, or has ended."""
    near = select(func.count()).select_from(Founding).where(
        Founding.centre_id == session.viewer.centre, Founding.due_on <= day,
    )
    return session.scalar(near) or 0


def opened(founding: Founding, row: FoundingTold, vault: Vault) -> Told:
    """What a row tells; with an empty name where it can no longer be read."""
    told = dict(row.told)
    gathering = told.pop("gathering")
    try:
        name = vault.read(owner(founding, row.version), row.wrapped, "name", row.name)
    except NoLongerReadable:
        name = ""
    return Told(name=name, gathering=UUID(gathering) if gathering else None, **told)


def revisions(session: ViewerSession, founding: Founding, *, vault: Vault) -> list[tuple[FoundingTold, Told]]:
    """What was told of a founding, the newest first."""
    query = select(FoundingTold).where(FoundingTold.founding_id == founding.id).order_by(FoundingTold.version.desc())
    return [(row, opened(founding, row, vault)) for row in session.scalars(query)]


def moves(session: ViewerSession, founding: Founding) -> Sequence[FoundingMove]:
    """Every move, the newest first."""
    query = select(FoundingMove).where(FoundingMove.founding_id == founding.id).order_by(FoundingMove.id.desc())
    return session.scalars(query).all()


def ticks(session: ViewerSession, founding: Founding) -> dict[str, FoundingTick]:
    """The lines that are ticked, each with the row that says so."""
    newest = select(FoundingTick).ext(distinct_on(FoundingTick.item)).where(FoundingTick.founding_id == founding.id)
    rows = session.scalars(newest.order_by(FoundingTick.item, FoundingTick.id.desc()))
    return {row.item: row for row in rows if row.done}


def practices(session: ViewerSession, founding: Founding) -> Sequence[FoundingPractice]:
    """The unfair labour practices that were told of, the latest first."""
    query = select(FoundingPractice).where(FoundingPractice.founding_id == founding.id)
    return session.scalars(query.order_by(FoundingPractice.on.desc(), FoundingPractice.id.desc())).all()


def practice(session: ViewerSession, founding: Founding, number: int) -> FoundingPractice:
    """One practice of this founding; raises NotFound."""
    found = session.get(FoundingPractice, number)
    if found is None or found.founding_id != founding.id:
        raise NotFound
    return found


def talks(session: ViewerSession, founding: Founding, *, vault: Vault) -> list[Talk]:
    """What was talked about, the latest first."""
    query = select(FoundingTalk).where(FoundingTalk.founding_id == founding.id)
    rows = session.scalars(query.order_by(FoundingTalk.on.desc(), FoundingTalk.id.desc()))
    return [Talk(row, text_of(row, vault)) for row in rows]


def text_of(row: FoundingTalk, vault: Vault) -> str:
    """The text of a talk; empty where it can no longer be read."""
    try:
        return vault.read(talk_owner(row.key.hex), row.wrapped, "text", row.text)
    except NoLongerReadable:
        return ""


def staff(session: ViewerSession) -> dict[int, str]:
    """The people of the viewer's centre who can be given a founding, by name."""
    found = select(Person.id, Person.name).where(Person.centre_id == session.viewer.centre, Person.active)
    return {person: name for person, name in session.execute(found.order_by(Person.name))}


def names(session: ViewerSession) -> dict[int, str]:
    """Everybody who is or was of the viewer's centre, for the history."""
    found = select(Person.id, Person.name).where(Person.centre_id == session.viewer.centre)
    return {person: name for person, name in session.execute(found)}


def education(session: ViewerSession) -> Sequence[Gathering]:
    """The centre's newest education on founding a union that was announced, the latest first."""
    query = select(Gathering).where(
        Gathering.centre_id == session.viewer.centre, Gathering.kind == "union_education",
        Gathering.published_at.is_not(None), Gathering.cancelled_at.is_(None),
    )
    return session.scalars(query.order_by(Gathering.starts_at.desc()).limit(MOST_COURSES)).all()


def came_from(session: ViewerSession, founding: Founding) -> Gathering | None:
    """The course that a founding came out of, however old it is; None where it came out of none."""
    return session.get(Gathering, founding.gathering_id) if founding.gathering_id else None
