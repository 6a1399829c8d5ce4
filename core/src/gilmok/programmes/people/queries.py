"""Reading people served: by key, by name or phone number, and what they agreed to."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.names import name_key
from gilmok.ground.formats.phones import read_phone
from gilmok.programmes.people.models import ServedConsent, ServedName, ServedPerson
from gilmok.programmes.people.service import owner
from gilmok.programmes.people.someone import Someone, opened

MOST_FOUND = 100


@dataclass(frozen=True)
class Known:
    """A person served with who it is; `someone` is None once that is erased."""

    row: ServedPerson
    someone: Someone | None

    @property
    def title(self) -> str:
        """Masked, in one line; empty once erased."""
        return self.someone.masked.said if self.someone else ""


def own(session: ViewerSession, key: UUID) -> ServedPerson:
    """A person whom the viewer's centre serves; raises NotFound for any other."""
    query = select(ServedPerson).where(ServedPerson.key == key, ServedPerson.centre_id == session.viewer.centre)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def known(session: ViewerSession, served: ServedPerson, *, vault: Vault) -> Known:
    """Who a person served is."""
    return named(session, [served.id], vault=vault)[served.id]


def named(session: ViewerSession, ids: Collection[int], *, vault: Vault) -> dict[int, Known]:
    """Who these people are, by id."""
    query = select(ServedPerson, ServedName).outerjoin(ServedName, ServedName.served_id == ServedPerson.id)
    rows = session.execute(query.where(ServedPerson.id.in_(ids)))
    return {row.id: Known(row, opened(owner(row), name, vault=vault)) for row, name in rows}


def lately(session: ViewerSession, *, vault: Vault, most: int = 50) -> list[Known]:
    """The people of the viewer's centre of whom something was written last."""
    return listed(session, vault=vault, most=most)


def found(session: ViewerSession, said: str, *, vault: Vault) -> list[Known]:
    """Who has this phone number or this name."""
    try:
        meant = ServedName.phone_index == vault.index("phone", read_phone(said).digits)
    except FormatError:
        meant = ServedName.name_index == vault.index("name", name_key(said))
    return listed(session, meant, vault=vault, most=MOST_FOUND)


def listed(session: ViewerSession, *conditions: Any, vault: Vault, most: int) -> list[Known]:
    """Named people of the viewer's centre, the last written about first."""
    query = (
        select(ServedPerson, ServedName).join(ServedName, ServedName.served_id == ServedPerson.id)
        .where(ServedPerson.centre_id == session.viewer.centre, *conditions)
        .order_by(ServedPerson.last_on.desc(), ServedPerson.id.desc()).limit(most)
    )
    return [Known(row, opened(owner(row), name, vault=vault)) for row, name in session.execute(query)]


def still_named(served_id: Any) -> Any:
    """Whether a name is kept of the person with this id: of whom none is, nobody can be asked any more."""
    return exists().where(ServedName.served_id == served_id)


def consents(session: ViewerSession, served: ServedPerson) -> dict[str, ServedConsent]:
    """What somebody said last to each thing that they were asked, by its kind."""
    query = select(ServedConsent).where(ServedConsent.served_id == served.id).order_by(ServedConsent.id)
    return {row.kind: row for row in session.scalars(query)}


def agreed(session: ViewerSession, served: ServedPerson, kind: str) -> bool:
    """Whether somebody agreed to this, by what they said last."""
    said = consents(session, served).get(kind)
    return said is not None and said.given
