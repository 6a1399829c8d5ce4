"""The agencies that can be linked to: those that the centre keeps itself, and those of the network that fit a need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import in_language
from gilmok.network.places import Agency, holds
from gilmok.network.queries import atlas
from gilmok.programmes.welfare.models import WelfareAgency, WelfareLink
from gilmok.programmes.welfare.words import OF_SERVICES


@dataclass(frozen=True, kw_only=True)
class Place:
    """An agency as it is chosen and shown. `ref` names it in an address: the key of the centre's own row, or the code
    of the network's; `checked_on` is None for the network's, whose page tells its source. `districts`: where it is
    for; empty where it is for all."""

    ref: str
    name: str
    needs: tuple[str, ...]
    about: str
    districts: frozenset[str]
    phone: str
    checked_on: date | None
    over: bool
    row: WelfareAgency | None = None


def places(session: ViewerSession, *, need: str = "", district: str = "") -> list[Place]:
    """What can be linked to today, for this need and district or for any; the centre's own first."""
    return [
        each for each in (*own_places(session), *network_places(session))
        if not each.over and (not need or need in each.needs)
        and (not district or not each.districts or district in each.districts)
    ]


def own_places(session: ViewerSession) -> Iterator[Place]:
    """The centre's own directory, by name; what is over too."""
    query = select(WelfareAgency).where(WelfareAgency.centre_id == session.viewer.centre)
    yield from map(of_row, session.scalars(query.order_by(WelfareAgency.name, WelfareAgency.id)))


def of_row(row: WelfareAgency) -> Place:
    """An agency of the centre's own directory as it is shown."""
    holding = (row.since is None or row.since <= today()) and (row.until is None or today() <= row.until)
    return Place(
        ref=str(row.key), name=row.name, needs=tuple(row.needs), about=row.about, phone=row.phone, row=row,
        districts=frozenset({row.district} if row.district else ()), checked_on=row.checked_on, over=not holding,
    )


def network_places(session: ViewerSession) -> Iterator[Place]:
    """The agencies of the network that fit a need."""
    network = atlas(session).network
    for each in network.agencies:
        if each.service in OF_SERVICES:
            answers = (row.districts for row in network.jurisdictions if row.agency == each.code)
            yield of_network(each, frozenset(code for codes in answers for code in codes))


def of_network(each: Agency, districts: frozenset[str]) -> Place:
    """An agency of the network as it is shown."""
    return Place(
        ref=each.code, name=in_language(each, "name"), needs=(OF_SERVICES[each.service],), phone=each.phone,
        about=in_language(each, "note"), districts=districts, checked_on=None,
        over=not holds(each.starts_on, each.ends_on, today()),
    )


def find(session: ViewerSession, ref: str) -> Place:
    """The agency of this name in an address, also one that is over; raises NotFound."""
    known = {each.ref: each for each in (*own_places(session), *network_places(session))}
    if ref not in known:
        raise NotFound
    return known[ref]


def names(session: ViewerSession) -> dict[int | str, str]:
    """The name of every agency that a link may hold, by the id of the centre's row or the network's code."""
    known: dict[int | str, str] = {each.row.id: each.name for each in own_places(session) if each.row}
    return known | {each.ref: each.name for each in network_places(session)}


def name_of(link: WelfareLink, known: dict[int | str, str]) -> str:
    """The name of the agency of a link."""
    return known.get(link.agency_id or link.network_agency or "", "")


def own(session: ViewerSession, key: UUID) -> WelfareAgency:
    """An agency of the viewer's centre; raises NotFound for any other."""
    query = select(WelfareAgency).where(WelfareAgency.key == key)
    found = session.scalar(query.where(WelfareAgency.centre_id == session.viewer.centre))
    if found is None:
        raise NotFound
    return found


def add(session: ViewerSession, told: dict[str, Any], *, key: UUID, by: Person) -> WelfareAgency:
    """A new agency in the directory of the person's centre."""
    made = WelfareAgency(key=key, centre_id=by.centre_id, made_at=now(), made_by_id=by.id, **told)
    session.add(made)
    session.flush()
    log(session, "agency_added", agency=made.id)
    return made


def tell(session: ViewerSession, agency: WelfareAgency, told: dict[str, Any], *, version: int) -> None:
    """Tell it otherwise. Raises ChangedMeanwhile."""
    change_version(session, agency, version, **told)
    log(session, "agency_changed", agency=agency.id)
