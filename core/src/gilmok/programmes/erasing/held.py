"""What a centre holds of one person under one name: their line of job support and welfare, their registrations."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.gatherings.rules import State
from gilmok.programmes.people.models import ServedName, ServedPerson


@dataclass(frozen=True)
class Held:
    """The lines and registrations of a person that still have their name. `others`: how many more there are of the same
    phone under another name, which may be somebody else and stay. Nothing of it is left once it is erased."""

    served: Sequence[ServedPerson] = ()
    registered: Sequence[tuple[Registration, Gathering]] = ()
    others: int = 0

    @property
    def left(self) -> bool:
        """Whether there is anything to erase."""
        return bool(self.served or self.registered)

    @property
    def to_come(self) -> list[tuple[Registration, Gathering]]:
        """The places, and those on the waiting list, in what has not begun."""
        return [
            (row, gathering) for row, gathering in self.registered
            if gathering.starts_at > now() and row.state != State.CANCELLED
        ]


def held(session: ViewerSession, of: ServedPerson | Registration) -> Held:
    """What the viewer's centre holds of the person of this line, under the name that stands there."""
    name = name_of(session, of)
    if name is None:
        return Held()
    served, registered = served_lines(session, of.who), registrations(session, of.who)
    return Held(
        [row for row, other in served if other == name], [pair for pair, other in registered if other == name],
        sum(other != name for _found, other in (*served, *registered)),
    )


def name_of(session: ViewerSession, of: ServedPerson | Registration) -> bytes | None:
    """The digest of the name of this line; None once it is erased."""
    if isinstance(of, ServedPerson):
        return session.scalar(select(ServedName.name_index).where(ServedName.served_id == of.id))
    return session.scalar(select(Registrant.name_index).where(Registrant.registration_id == of.id))


def served_lines(session: ViewerSession, who: bytes) -> list[tuple[ServedPerson, bytes]]:
    """The lines of a person that have a name, each with its digest."""
    query = (
        select(ServedPerson, ServedName.name_index).join(ServedName, ServedName.served_id == ServedPerson.id)
        .where(ServedPerson.who == who, ServedPerson.centre_id == session.viewer.centre)
    )
    return [(row, name) for row, name in session.execute(query.order_by(ServedPerson.id))]


def registrations(session: ViewerSession, who: bytes) -> list[tuple[tuple[Registration, Gathering], bytes]]:
    """The registrations of a person that have a name, with what they are for, each with its digest; in the order of the
    gatherings, so that two who erase at once take their locks in the same order."""
    query = (
        select(Registration, Gathering, Registrant.name_index)
        .join(Registrant, Registrant.registration_id == Registration.id)
        .join(Gathering, Gathering.id == Registration.gathering_id)
        .where(Registration.who == who, Registration.centre_id == session.viewer.centre)
    )
    return [((row, of), name) for row, of, name in session.execute(query.order_by(Gathering.id, Registration.id))]
