"""Whether someone who calls is known already: fully in one's own centre, across centres only that one is, and where.

The network must not serve twice unknowingly, and a centre's people are no other centre's business: other centres are
known from `known_contact`, which holds keyed digests and a centre, and no case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.audit import log
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.journey.case.models import Case, Client, KnownContact
from gilmok.journey.case.sealed import key_of, open_client

MOST = 5


@dataclass(frozen=True, kw_only=True)
class Likely:
    """A case of one's own centre that is likely the same person's; name and phone are for masking."""

    case_id: int
    number: str
    topic: str
    stage: str
    received_on: date
    name: str | None
    phone: str | None


@dataclass(frozen=True)
class Hits:
    """What is known: cases of one's own centre, and the codes of other centres that know the person."""

    own: tuple[Likely, ...] = ()
    elsewhere: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.own or self.elsewhere)


def likely_same(
    session: ViewerSession, *, vault: Vault, name: str | None, phone: str | None, birth_year: int | None
) -> Hits:
    """Who is likely the same person: the same phone, or the same name and birth year. What is found is noted in the
    access log, for it tells of people."""
    digests = list(digests_of(vault, name=name, phone=phone, birth_year=birth_year))
    if not digests:
        return Hits()
    others = select(KnownContact.centre_id).where(KnownContact.digest.in_(digests)).distinct()
    elsewhere = session.scalars(others.where(KnownContact.centre_id != session.viewer.centre))
    hits = Hits(tuple(own_cases(session, vault, name, phone, birth_year)), tuple(sorted(elsewhere)))
    if hits:
        log(session, "likely_same_seen", cases=[hit.case_id for hit in hits.own], centres=list(hits.elsewhere))
    return hits


def own_cases(
    session: ViewerSession, vault: Vault, name: str | None, phone: str | None, birth_year: int | None
) -> Iterator[Likely]:
    """The newest cases of one's own centre with this phone, or this name and birth year."""
    same = []
    if phone:
        same.append(Client.phone_index == vault.index("phone", phone))
    if name and birth_year:
        same.append(and_(Client.name_index == vault.index("name", name), Client.birth_year == birth_year))
    query = select(Case, Client).join(Client, Client.case_id == Case.id).where(or_(*same))
    for case, client in session.execute(query.order_by(Case.id.desc()).limit(MOST)):
        clear = readable(session, case.id, client, vault)
        yield Likely(
            case_id=case.id, number=case.number, topic=case.topic, stage=case.stage, received_on=case.received_on,
            name=_text(clear.get("name")), phone=_text(clear.get("phone")),
        )


def readable(session: ViewerSession, case_id: int, client: Client, vault: Vault) -> dict[str, str | int | None]:
    """The clear values of a client; none where they cannot be read any more, though the index still finds them."""
    try:
        return open_client(client, key_of(session, case_id, vault))
    except NoLongerReadable:
        return {}


def remember(
    session: ViewerSession, centre: str, *, vault: Vault, name: str | None, phone: str | None, birth_year: int | None
) -> None:
    """Let other centres learn that this centre knows the person."""
    rows = [
        {"digest": digest, "centre_id": centre}
        for digest in digests_of(vault, name=name, phone=phone, birth_year=birth_year)
    ]
    if rows:
        session.execute(insert(KnownContact).values(rows).on_conflict_do_nothing())


def digests_of(vault: Vault, *, name: str | None, phone: str | None, birth_year: int | None) -> Iterator[bytes]:
    """The keyed digests by which this person is recognised in the whole network."""
    if phone:
        yield vault.index("known/phone", phone)
    if name and birth_year:
        yield vault.index("known/name", f"{name} {birth_year}")


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)
