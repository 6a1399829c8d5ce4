"""Whether someone who calls is known already: fully in one's own centre, across centres only that one is, and where.

The network must not serve twice unknowingly, and a centre's people are no other centre's business: other centres are
known from `known_contact`, which holds keyed digests and a centre, and no case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, LargeBinary, Row, Select, any_, bindparam, false, func, or_, select, true

from gilmok.ground.audit import log
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.formats.names import name_spellings
from gilmok.journey.case.known import CENTRE, DIGESTS, digests_of, readable
from gilmok.journey.case.models import Case, CaseKey, Client, KnownContact

MOST = 5
# Made once, for making them costs more than asking them.
_same_phone = Client.phone_index == bindparam("phone")
_names = bindparam("names", type_=ARRAY(LargeBinary))
_same_name = (Client.name_index == any_(_names)) & (Client.birth_year == bindparam("birth_year"))
_elsewhere = (
    select(func.array_agg(KnownContact.centre_id.distinct()).label("elsewhere"))
    .where(KnownContact.digest == any_(DIGESTS), KnownContact.centre_id != CENTRE).subquery()
)


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
    """Who is likely the same person: the same phone, or the same name, however spaced, and birth year. What is found is
    noted in the access log, for it tells of people."""
    names = name_spellings(name) if name and birth_year else ()
    digests = list(digests_of(vault, names=names, phone=phone, birth_year=birth_year))
    if not digests:
        return Hits()
    same = {
        "phone": vault.index("phone", phone or ""), "names": [vault.index("name", each) for each in names],
        "birth_year": birth_year,
    }
    asked = {**same, "digests": digests, "centre": session.viewer.centre}
    hits = hits_of(read(session, query(phone=bool(phone), name=bool(names)), asked).all(), vault)
    if hits:
        log(session, "likely_same_seen", cases=[hit.case_id for hit in hits.own], centres=list(hits.elsewhere))
    return hits


def hits_of(rows: Sequence[Row[Any]], vault: Vault) -> Hits:
    """What the rows of `query` say."""
    return Hits(tuple(told(row, vault) for row in rows if row.id is not None), tuple(sorted(rows[0].elsewhere or ())))


def told(row: Row[Any], vault: Vault) -> Likely:
    """A case of one's own centre that was found."""
    name, phone = readable(row, vault)
    return Likely(
        case_id=row.id, number=row.number, topic=row.topic, stage=row.stage, received_on=row.received_on,
        name=name, phone=phone,
    )


@cache
def query(*, phone: bool, name: bool) -> Select[*tuple[Any, ...]]:
    """The query for the newest cases of one's own centre with a phone, or with a name and birth year, and in each row,
    of which there is always one, the other centres that know the person. It asks for nothing that is not known:
    PostgreSQL would plan a question for NULL anew each time, which costs more than its answer."""
    same = [condition for known, condition in ((phone, _same_phone), (name, _same_name)) if known]
    own = (
        select(
            Case.id, Case.number, Case.topic, Case.stage, Case.received_on, Client.name, Client.phone, CaseKey.wrapped,
        )
        .join(Client, Client.case_id == Case.id)
        .outerjoin(CaseKey, CaseKey.case_id == Case.id)
        .where(or_(false(), *same)).order_by(Case.id.desc()).limit(MOST).subquery()
    )
    newest_first = own.c.id.desc().nulls_last()
    return select(*own.c, _elsewhere.c.elsewhere).select_from(_elsewhere).outerjoin(own, true()).order_by(newest_first)
