"""Finding a person among the registrations of one's centre, by an exact name or phone number, through keyed digests."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.names import name_key
from gilmok.ground.formats.phones import read_phone
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import opened
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.people.someone import Someone

MOST_FOUND = 100


@dataclass(frozen=True)
class Found:
    """A registration that was found, with whom it is of and for what."""

    row: Registration
    someone: Someone | None
    gathering: Gathering


def found(session: ViewerSession, said: str, *, vault: Vault) -> list[Found]:
    """The registrations of who has this phone number or this name, the newest first."""
    query = (
        select(Registration, Registrant, Gathering)
        .join(Registrant, Registrant.registration_id == Registration.id)
        .join(Gathering, Gathering.id == Registration.gathering_id)
        .where(Registrant.centre_id == session.viewer.centre, meant(said, vault))
        .order_by(Registration.id.desc()).limit(MOST_FOUND)
    )
    return [Found(row, opened(row, person, vault=vault), each) for row, person, each in session.execute(query)]


def meant(said: str, vault: Vault) -> Any:
    """What finds the people that are meant: by phone, if it is one, else by name."""
    try:
        return Registrant.phone_index == vault.index("phone", read_phone(said).digits)
    except FormatError:
        return Registrant.name_index == vault.index("name", name_key(said))


def others(session: ViewerSession, registration: Registration) -> list[Gathering]:
    """What else the centre knows that the person of a registration registered for."""
    query = select(Gathering).join(Registration, Registration.gathering_id == Gathering.id).where(
        Registration.who == registration.who, Registration.id != registration.id,
        Registration.centre_id == registration.centre_id,
    )
    return list(session.scalars(query.order_by(Gathering.starts_at.desc())))
