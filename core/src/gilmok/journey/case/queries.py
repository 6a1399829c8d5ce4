"""Reading cases. Lists drive from the grants of one's centre and read columns, not entities."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Row,
    Select,
    Text,
    bindparam,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.errors import NotFound
from gilmok.journey.case.lists import (
    LAST_DAYS,
    NEAR,
    NOBODY,
    OPEN_STAGES,
    STAGES_OF,
    Asked,
    Key,
    Page,
    Sort,
    View,
    stages_of,
)
from gilmok.journey.case.models import Case, CaseEvent, CaseGrant, CaseKey, Client, Consent
from gilmok.journey.case.stages import SENT, Stage

ROWS = 50
SHARING = "sharing"
DANGER = "danger"
URGENT = (DANGER, "soon")

# Whose list it is: bound when it is read, so that a query can be made once.
CENTRE, PERSON = bindparam("centre", type_=Text), bindparam("person", type_=BigInteger)
NEAR_UNTIL = bindparam("near_until", type_=Date)
# One value for each stage, however often a query names it.
AT_STAGE = {stage: bindparam(f"at_{stage}", stage, type_=Text) for stage in (*map(str, Stage), *STAGES_OF[View.SENT])}
GRANTS = (
    CaseGrant.centre_id, CaseGrant.case_id, CaseGrant.status, CaseGrant.handler_id, CaseGrant.created, CaseGrant.due_on,
)
Conditions = tuple[ColumnElement[bool], ...]


def lines(grant: Any) -> Select[*tuple[Any, ...]]:
    """What a line of a list shows, for `CaseGrant` or some rows of it."""
    return (
        select(
            grant.case_id, grant.created, grant.status, grant.handler_id, grant.due_on, Case.number, Case.stage,
            Case.due_limit, Case.topic, Case.urgency, Case.received_on, Case.centre_id, Case.version, Client.name,
            CaseKey.wrapped,
        )
        .join(Case, Case.id == grant.case_id)
        .outerjoin(Client, Client.case_id == grant.case_id)
        .outerjoin(CaseKey, CaseKey.case_id == grant.case_id)
    )


# Queries that pages ask again and again are made once: making one costs as much as asking it.
_lines = lines(CaseGrant)
_by_number = select(Case).where(Case.number == bindparam("number"))
_consents = select(Consent.kind, Consent.given, Consent.text_version, Consent.at).order_by(Consent.id.desc())
_consents = _consents.where(Consent.case_id == bindparam("case"))
_staff = (
    select(Person.id, Person.name, Person.role, Person.active)
    .where(Person.centre_id == bindparam("centre")).order_by(Person.name)
)


def by_number(session: ViewerSession, number: str) -> Case:
    """The case of this number; raises NotFound, whether there is none or it is another centre's."""
    case = session.scalar(_by_number, {"number": number})
    if case is None:
        raise NotFound
    return case


def by_numbers(session: ViewerSession, numbers: Sequence[str]) -> list[Case]:
    """The cases of these numbers that one may see, in the order of their ids and locked: what is done to several is
    done to none of them twice."""
    query = select(Case).where(Case.number.in_(numbers)).order_by(Case.id).with_for_update()
    return list(session.scalars(query))


def page(session: ViewerSession, asked: Asked, *, rows: int = ROWS) -> Page:
    """The rows of a list, stage by stage where it is ordered by stage, so that an index gives each order."""
    found: list[Row[Any]] = []
    for part in parts(asked):
        found += read(session, ordered(part, rows + 1 - len(found)), who_asks(session)).all()
        if len(found) > rows:
            return cut(found[:rows], asked, more=True)
    return cut(found, asked, more=False)


def cut(found: list[Row[Any]], asked: Asked, *, more: bool) -> Page:
    """A page of these rows; `more`: there are others behind them, in the direction in which they were read."""
    if not found:
        return Page([], None, None)
    if asked.before is not None:
        found.reverse()
        is_before, is_after = more, True
    else:
        is_before, is_after = asked.after is not None, more
    return Page(found, key_of_row(found[0]) if is_before else None, key_of_row(found[-1]) if is_after else None)


def parts(asked: Asked) -> Iterator[Asked]:
    """The list as the parts that are read one after the other: the whole, or one stage each."""
    if asked.sort is not Sort.STAGE:
        yield asked
        return
    key = asked.before or asked.after
    stages = stages_from(asked, key)
    for place, stage in enumerate(stages):
        only = replace(asked, filters=replace(asked.filters, stage=stage))
        yield only if place == 0 else replace(only, after=None, before=asked.before and BEGINNING)


def stages_from(asked: Asked, key: Key | None) -> list[str]:
    """The stages of the list in the order in which they are read, from that of the key on."""
    stages = list(stages_of(asked))
    if asked.descending is (asked.before is None):
        stages.reverse()
    return stages[stages.index(key.stage):] if key and key.stage in stages else stages


# Before every row: what a list read backwards goes on from in the stage before.
BEGINNING = Key(datetime.min.replace(tzinfo=SEOUL), 0, "")


@lru_cache(maxsize=256)
def ordered(asked: Asked, rows: int) -> Select[*tuple[Any, ...]]:
    """The first rows of a list from its key on, in its order: of each stage as many as an index gives at once, of
    these the first, and only of them what a line shows. Kept, for making it costs more than running it."""
    order = partial(ordering, asked)
    # Said as it is: PostgreSQL plans anew each time where it is told later how few rows it is to give.
    most: ColumnElement[int] = literal_column(str(rows))
    at_stages = [grants(asked, AT_STAGE[stage], sent=stage == SENT) for stage in stages_of(asked)]
    of_stages = [order(each, CaseGrant).limit(most) for each in at_stages]
    if len(of_stages) > 1:
        places = union_all(*of_stages).subquery()
        of_stages = [order(select(places), places.c).limit(most)]
    grant = aliased(CaseGrant, of_stages[0].subquery())
    return order(lines(grant), grant)


def is_falling(asked: Asked) -> bool:
    """Whether the list is read from the newest to the oldest, within a stage if it is ordered by stage."""
    return (asked.descending or asked.sort is Sort.STAGE) is (asked.before is None)


def grants(asked: Asked, status: ColumnElement[str], *, sent: bool) -> Select[*tuple[Any, ...]]:
    """The grants of one stage that a list asks for, from its key on; `sent`: it is that of cases that were sent."""
    query = select(*GRANTS).where(CaseGrant.status == status, *conditions(asked))
    if asked.filters.topic is not None:
        query = of_topic(query, asked.filters.topic, sent=sent)
    key = asked.after if asked.before is None else asked.before
    if key is None or key is BEGINNING:
        return query
    place, here = tuple_(*places_of(asked, CaseGrant)), tuple_(*places_of(asked, key))
    return query.where(place < here if is_falling(asked) else place > here)


def of_topic(query: Select[*tuple[Any, ...]], topic: str, *, sent: bool) -> Select[*tuple[Any, ...]]:
    """The grants of cases with this topic; of a case that was `sent`, where it is now may have found another."""
    if sent:
        return query.join(Case, Case.id == CaseGrant.case_id).where(Case.topic == topic)
    return query.where(CaseGrant.topic == topic)


def places_of(asked: Asked, row: Any) -> tuple[Any, Any]:
    """What a list is ordered by, of a grant or of a key: the nearest time limit or the day of receipt, then the id."""
    return (row.due_on if asked.sort is Sort.DUE else row.created), row.case_id


def ordering(asked: Asked, query: Select[*tuple[Any, ...]], grant: Any) -> Select[*tuple[Any, ...]]:
    """The query in the order of the list."""
    places = places_of(asked, grant)
    return query.order_by(*(place.desc() for place in places) if is_falling(asked) else places)


def who_asks(session: ViewerSession) -> dict[str, Any]:
    """The values that every list is asked with."""
    return {"centre": session.viewer.centre, "person": session.viewer.person, "near_until": today() + NEAR}


def conditions(asked: Asked) -> Conditions:
    """What the view and the filters ask of a row."""
    return (*granted(asked), *narrowed(asked))


def granted(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """What a view and its handler ask of a grant."""
    yield CaseGrant.centre_id == CENTRE
    if asked.view is View.MINE:
        yield CaseGrant.handler_id == PERSON
    if asked.view is View.DUE:
        yield CaseGrant.due_on <= NEAR_UNTIL
    handler = asked.filters.handler
    if handler is not None:
        yield CaseGrant.handler_id.is_(None) if handler == NOBODY else CaseGrant.handler_id == handler


def narrowed(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Between which days a case was received, both included."""
    filters = asked.filters
    if filters.received_from is not None:
        yield CaseGrant.created >= midnight(filters.received_from)
    if filters.received_to is not None:
        yield CaseGrant.created < midnight(filters.received_to + timedelta(days=1))


def midnight(day: date) -> datetime:
    """The moment at which a day begins in Seoul."""
    return datetime.combine(day, time(), SEOUL)


def key_of_row(row: Row[Any]) -> Key:
    """The key from which the list goes on after or before this row."""
    return Key(row.created, row.case_id, row.status, row.due_on)


def found(session: ViewerSession, *, name: str, phone: str | None, vault: Vault, rows: int = ROWS) -> list[Row[Any]]:
    """The newest cases of one's centre whose person has exactly this name or phone."""
    same = Client.name_index == vault.index("name", name)
    if phone:
        same = same | (Client.phone_index == vault.index("phone", phone))
    mine = CaseGrant.centre_id == session.viewer.centre
    query = _lines.where(mine, same).order_by(CaseGrant.created.desc(), CaseGrant.case_id.desc())
    return list(session.execute(query.limit(rows)))


def known(session: ViewerSession, numbers: Sequence[str]) -> list[str]:
    """Those of these numbers that are of cases which one may see."""
    return list(session.scalars(select(Case.number).where(Case.number.in_(numbers)))) if numbers else []


def staff(session: ViewerSession, centre: str) -> list[Row[Any]]:
    """Who works or worked at a centre: id, name, role, active; by name."""
    return list(read(session, _staff, {"centre": centre}).all())


def history(session: ViewerSession, case_id: int) -> list[tuple[CaseEvent, str]]:
    """What happened to a case and who did it, the newest first."""
    query = select(CaseEvent, Person.name).join(Person, Person.id == CaseEvent.person_id)
    rows = session.execute(query.where(CaseEvent.case_id == case_id).order_by(CaseEvent.id.desc()))
    return [(event, name) for event, name in rows]


def consents(session: ViewerSession, case_id: int) -> list[Row[Any]]:
    """What the person was asked to agree to: kind, given, text_version, at; the newest first."""
    return list(read(session, _consents, {"case": case_id}).all())


def may_be_passed_on(session: ViewerSession, case: Case) -> bool:
    """Whether another centre may get the case: it names nobody, or the person's newest answer agrees to it."""
    if case.anonymous:
        return True
    return next((each.given for each in consents(session, case.id) if each.kind == SHARING), False)


def colleague(session: Session, centre: str | None, person: int) -> Person | None:
    """Someone who works at this centre; None if nobody of this id does."""
    here = (Person.id == person, Person.centre_id == centre, Person.active)
    return session.scalar(select(Person).where(*here))


def urgent(session: ViewerSession, *, rows: int, for_manager: bool = False) -> list[Row[Any]]:
    """The open cases of one's own, or of nobody, in which someone is in danger or a time limit is near: danger first,
    then by the time limit, then the oldest. `for_manager`: also others' whose limit is a few days away and not met."""
    mine = (CaseGrant.handler_id == session.viewer.person) | CaseGrant.handler_id.is_(None)
    if for_manager:
        mine = mine | (CaseGrant.due_on <= today() + LAST_DAYS)
    query = _lines.where(
        CaseGrant.centre_id == session.viewer.centre, CaseGrant.status.in_(OPEN_STAGES), mine,
        Case.urgency.in_(URGENT) | (CaseGrant.due_on <= today() + NEAR),
    )
    first = query.order_by(Case.urgency != DANGER, CaseGrant.due_on, CaseGrant.created, CaseGrant.case_id)
    return list(session.execute(first.limit(rows)))
