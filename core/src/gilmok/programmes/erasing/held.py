"""What a centre holds of one person under one name: their line of job support and welfare, their registrations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    known = served_names(session, of), registered_names(session, of)
    name = next((name for rows in known for row, name in rows if row[0] is of), None)
    if name is None:
        return Held()
    same = [[row for row, other in rows if other == name] for rows in known]
    return Held([row for (row,) in same[0]], same[1], sum(map(len, known)) - sum(map(len, same)))


def served_names(session: ViewerSession, of: ServedPerson | Registration) -> list[tuple[Any, bytes]]:
    """The lines of the same person, each with the digest of its name."""
    query = (
        select(ServedPerson, ServedName.name_index).join(ServedName, ServedName.served_id == ServedPerson.id)
        .where(ServedPerson.who == of.who, ServedPerson.centre_id == session.viewer.centre)
    )
    return [((row,), name) for row, name in session.execute(query.order_by(ServedPerson.id))]


def registered_names(session: ViewerSession, of: ServedPerson | Registration) -> list[tuple[Any, bytes]]:
    """The registrations of the same person with what they are for, each with the digest of its name; in the order of
    the gatherings, so that two who erase at once take their places in the same order."""
    query = (
        select(Registration, Gathering, Registrant.name_index)
        .join(Registrant, Registrant.registration_id == Registration.id)
        .join(Gathering, Gathering.id == Registration.gathering_id)
        .where(Registration.who == of.who, Registration.centre_id == session.viewer.centre)
    )
    return [((row, for_), name) for row, for_, name in session.execute(query.order_by(Gathering.id, Registration.id))]
