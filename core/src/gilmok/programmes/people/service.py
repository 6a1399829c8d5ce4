"""Writing of people served: met for the first time or again, what they agreed to, and what is sealed with their key."""

from uuid import UUID

from sqlalchemy import select, update

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.consent import ConsentText
from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.formats.names import name_key
from gilmok.programmes.people.consents import IDENTITY, SENSITIVE
from gilmok.programmes.people.models import ServedConsent, ServedName, ServedPerson
from gilmok.programmes.people.someone import Someone, sealed, who


def owner(served: ServedPerson) -> str:
    """The name under which a person's key is wrapped."""
    return f"served:{served.key}"


def serve(
    session: ViewerSession, someone: Someone, *, key: UUID, sensitive: bool, vault: Vault, by: Person
) -> ServedPerson:
    """The line of somebody at the person's centre: the one of the same phone and name, if there is one, else a new one
    under this key; what they agreed to is kept with it."""
    served = again(session, someone, key=key, vault=vault)
    if served is None:
        served = ServedPerson(
            key=key, centre_id=by.centre_id, who=who(someone, vault=vault), at=now(), by_id=by.id, last_on=today(),
        )
        session.add(served)
        session.flush()
        field_key, wrapped = vault.make_key(owner(served))
        columns = sealed(someone, key=field_key, vault=vault)
        session.add(ServedName(served_id=served.id, centre_id=served.centre_id, wrapped=wrapped, **columns))
    agree(session, served, IDENTITY, given=True, by=by)
    agree(session, served, SENSITIVE, given=sensitive, by=by)
    written(session, served)
    log(session, "served", served=served.id)
    return served


def again(session: ViewerSession, someone: Someone, *, key: UUID, vault: Vault) -> ServedPerson | None:
    """Who is known already: by this key, or by the same digest under the same name."""
    query = select(ServedPerson).join(ServedName, ServedName.served_id == ServedPerson.id)
    same = (
        ServedPerson.who == who(someone, vault=vault),
        ServedName.name_index == vault.index("name", name_key(someone.name)),
    )
    mine = query.where(ServedPerson.centre_id == session.viewer.centre).order_by(ServedPerson.id)
    return session.scalar(mine.where(ServedPerson.key == key)) or session.scalars(mine.where(*same)).first()


def agree(session: ViewerSession, served: ServedPerson, text: ConsentText, *, given: bool, by: Person) -> None:
    """Keep what somebody said to a text."""
    session.add(ServedConsent(
        served_id=served.id, centre_id=served.centre_id, kind=text.kind, given=given, text_version=text.version,
        text_hash=text.text_hash, at=now(), by_id=by.id,
    ))
    session.flush()


def written(session: ViewerSession, served: ServedPerson) -> None:
    """Note that something was written about this person today."""
    session.execute(
        update(ServedPerson).where(ServedPerson.id == served.id).values(last_on=today()),
        execution_options={"synchronize_session": "evaluate"},
    )


def key_of(session: ViewerSession, served: ServedPerson, *, vault: Vault) -> FieldKey:
    """The key that seals what is written about somebody; raises NoLongerReadable where their name was erased."""
    wrapped = session.scalar(select(ServedName.wrapped).where(ServedName.served_id == served.id))
    if wrapped is None:
        raise NoLongerReadable(what=owner(served))
    return vault.open_key(owner(served), wrapped)
