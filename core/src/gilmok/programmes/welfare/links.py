"""Links: made, heard back of, read. Those that are to be asked about come first, the longest overdue at the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import NotFound
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.queries import Known, named, still_named
from gilmok.programmes.people.service import key_of, written
from gilmok.programmes.welfare.consents import asked_for
from gilmok.programmes.welfare.directory import Place
from gilmok.programmes.welfare.forms import Told
from gilmok.programmes.welfare.models import WelfareAnswer, WelfareLink, WelfareNote
from gilmok.programmes.welfare.words import TOLD, UNKNOWN

MOST_SHOWN, MOST_ENDED = 300, 50
ASKED_BACK = and_(WelfareLink.due_on.is_not(None), still_named(WelfareLink.served_id))


@dataclass(frozen=True)
class Line:
    """A link in a list: with whom it is about, and who is responsible."""

    row: WelfareLink
    known: Known
    by: str


def link(
    session: ViewerSession, served: ServedPerson, place: Place, told: Told, *, key: UUID, vault: Vault, by: Person
) -> WelfareLink:
    """A link of this person to an agency; with a key that has one already, that one. Raises NoLongerReadable where
    something is to be kept of somebody whose name was erased."""
    earlier = session.scalar(select(WelfareLink).where(WelfareLink.key == key))
    if earlier is not None:
        return earlier
    details, _facts = asked_for(place.name)
    over = told.how != TOLD
    made = WelfareLink(
        key=key, served_id=served.id, centre_id=served.centre_id, need=told.need,
        agency_id=place.row.id if place.row else None, network_agency=None if place.row else place.ref, how=told.how,
        on=told.on, by_id=by.id, consent_version=details.text.version if over else "",
        consent_hash=details.text_hash if over else "", sensitive_agreed=told.facts, due_on=told.due_on,
        result=UNKNOWN, at=now(),
    )
    session.add(made)
    session.flush()
    if told.handed:
        sealed = key_of(session, served, vault=vault).seal(f"handed:{key}", told.handed)
        session.add(WelfareNote(link_id=made.id, served_id=served.id, centre_id=served.centre_id, handed=sealed))
    written(session, served)
    log(session, "linked", link=made.id, served=served.id)
    return made


def hear(session: ViewerSession, row: WelfareLink, told: dict[str, Any], *, version: int, by: Person) -> None:
    """Keep what was heard back. Raises ChangedMeanwhile."""
    change_version(session, row, version, result=told["result"], due_on=told["due_on"])
    session.add(WelfareAnswer(
        link_id=row.id, centre_id=row.centre_id, on=told["on"], reached=told["reached"], result=told["result"],
        at=now(), by_id=by.id,
    ))
    written(session, whom(session, row))
    log(session, "link_heard_back", link=row.id)


def whom(session: ViewerSession, row: WelfareLink) -> ServedPerson:
    """Whom a link is about."""
    return session.scalars(select(ServedPerson).where(ServedPerson.id == row.served_id)).one()


def own(session: ViewerSession, key: UUID) -> WelfareLink:
    """A link of the viewer's centre; raises NotFound for any other."""
    query = select(WelfareLink).where(WelfareLink.key == key, WelfareLink.centre_id == session.viewer.centre)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def handed(session: ViewerSession, row: WelfareLink, *, vault: Vault) -> str:
    """What was handed over; empty where nothing was, or it is erased."""
    sealed = session.scalar(select(WelfareNote.handed).where(WelfareNote.link_id == row.id))
    try:
        return key_of(session, whom(session, row), vault=vault).open(f"handed:{row.key}", sealed) if sealed else ""
    except NoLongerReadable:
        return ""


def answers(session: ViewerSession, row: WelfareLink) -> Sequence[WelfareAnswer]:
    """What was heard back, the latest first."""
    query = select(WelfareAnswer).where(WelfareAnswer.link_id == row.id)
    return session.scalars(query.order_by(WelfareAnswer.id.desc())).all()


def to_ask(session: ViewerSession, *, vault: Vault) -> list[Line]:
    """The links of the viewer's centre that are still to be asked about."""
    return listed(session, ASKED_BACK, order=(WelfareLink.due_on, WelfareLink.id), vault=vault)


def ended(session: ViewerSession, *, vault: Vault) -> list[Line]:
    """Those of which there is nothing more to ask, the latest first."""
    order = (WelfareLink.on.desc(), WelfareLink.id.desc())
    return listed(session, ~ASKED_BACK, order=order, vault=vault, most=MOST_ENDED)


def listed(session: ViewerSession, *where: Any, order: Any, vault: Vault, most: int = MOST_SHOWN) -> list[Line]:
    """Links of the viewer's centre in this order."""
    query = select(WelfareLink, Person.name).join(Person, Person.id == WelfareLink.by_id)
    mine = query.where(WelfareLink.centre_id == session.viewer.centre, *where).order_by(*order).limit(most)
    rows = session.execute(mine).all()
    known = named(session, {row.served_id for row, _by in rows}, vault=vault)
    return [Line(row, known[row.served_id], by) for row, by in rows]


def overdue(session: ViewerSession) -> int:
    """How many links of the viewer's centre should have been asked about by today."""
    late = (WelfareLink.centre_id == session.viewer.centre, WelfareLink.due_on <= today(), ASKED_BACK)
    return session.scalar(select(func.count()).select_from(WelfareLink).where(*late)) or 0
