"""Which centres know someone: a keyed digest and a centre, and no case, so that the network serves nobody twice
unknowingly."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ARRAY, LargeBinary, Row, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, later
from gilmok.ground.formats.names import name_key
from gilmok.journey.case.models import Case, CaseKey, Client, KnownContact
from gilmok.journey.case.sealed import owner

# Made once, for making them costs more than asking them.
DIGESTS, CENTRE = bindparam("digests", type_=ARRAY(LargeBinary)), bindparam("centre", type_=Text)
_remember = (
    insert(KnownContact).from_select(["digest", "centre_id"], select(func.unnest(DIGESTS), CENTRE))
    .on_conflict_do_nothing()
)


def remember(
    session: ViewerSession, centre: str, *, vault: Vault, name: str | None, phone: str | None, birth_year: int | None
) -> None:
    """Let other centres learn that this centre knows the person."""
    digests = list(digests_of(vault, names=(name_key(name or ""),), phone=phone, birth_year=birth_year))
    if digests:
        later(session, _remember, {"digests": digests, "centre": centre})


def remember_person_of(session: ViewerSession, case: Case, vault: Vault) -> None:
    """Let other centres learn that the centre that has this case now knows its person, if the case names one."""
    client = (
        select(Client.case_id.label("id"), Client.name, Client.phone, Client.birth_year, CaseKey.wrapped)
        .outerjoin(CaseKey, CaseKey.case_id == Client.case_id).where(Client.case_id == case.id)
    )
    for row in session.execute(client):
        name, phone = readable(row, vault)
        remember(session, case.centre_id, vault=vault, name=name, phone=phone, birth_year=row.birth_year)


def readable(row: Row[*tuple[Any, ...]], vault: Vault) -> tuple[str | None, str | None]:
    """Name and phone of a row (`id` of the case, `name`, `phone`, `wrapped` key) in the clear; none where they cannot
    be read any more, though the index still finds them."""
    if row.wrapped is None:
        return None, None
    try:
        key = vault.open_key(owner(row.id), row.wrapped)
        return key.open("name", row.name) if row.name else None, key.open("phone", row.phone) if row.phone else None
    except NoLongerReadable:
        return None, None


def digests_of(
    vault: Vault, *, names: Iterable[str], phone: str | None, birth_year: int | None
) -> Iterator[bytes]:
    """The keyed digests by which this person, whose name is spelt so, is recognised in the whole network."""
    if phone:
        yield vault.index("known/phone", phone)
    for name in names:
        if name and birth_year:
            yield vault.index("known/name", f"{name} {birth_year}")
