"""The ledger of the city's free attorney: applications of a case, and what the same person used before."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select, update

from gilmok.ground.access.models import Person
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.journey.case.models import Case, Client
from gilmok.journey.case.service import note as note_in_case
from gilmok.journey.legal_aid.free_attorney import FOLLOWS, USED, Entitled, Stage, Use
from gilmok.journey.legal_aid.models import AttorneyUse
from gilmok.journey.legal_aid.table import IllegalStep

DAYS = {Stage.APPROVED: "decided_on", Stage.REFUSED: "decided_on", Stage.CLOSED: "ended_on"}


def apply(
    session: ViewerSession, case: Case, values: dict[str, Any], answer: Entitled, *, by: Person, on: date
) -> AttorneyUse:
    """A new application, with what the conditions said on its day."""
    use = AttorneyUse(case_id=case.id, stage=Stage.APPLIED, applied_on=on, entitled=answer.yes, **values)
    session.add(use)
    session.flush()
    note_in_case(session, case, "free_attorney", by=by, about={"stage": use.stage})
    return use


def move(
    session: ViewerSession, case: Case, use: AttorneyUse, to: Stage, *, by: Person, on: date, reason: str | None = None,
    attorney_sealed: bytes | None = None,
) -> None:
    """Bring an application to its next stage; raises IllegalStep, and ChangedMeanwhile where someone was quicker."""
    if to not in FOLLOWS[Stage(use.stage)]:
        raise IllegalStep(before=use.stage, to=to)
    values: dict[str, Any] = {"stage": to, "version": use.version + 1}
    values |= {DAYS[to]: on} if to in DAYS else {}
    values |= {"reason": reason} if reason else {}
    values |= {"attorney": attorney_sealed} if attorney_sealed else {}
    at_version = (AttorneyUse.id == use.id, AttorneyUse.version == use.version)
    changed = update(AttorneyUse).where(*at_version).values(**values).returning(AttorneyUse.id)
    if session.scalar(changed, execution_options={"synchronize_session": False}) is None:
        raise ChangedMeanwhile
    session.refresh(use)
    note_in_case(session, case, "free_attorney", by=by, about={"stage": use.stage})


def uses_of_case(session: ViewerSession, case: Case) -> Sequence[AttorneyUse]:
    """The applications of a case, the oldest first."""
    return session.scalars(select(AttorneyUse).where(AttorneyUse.case_id == case.id).order_by(AttorneyUse.id)).all()


def use_of_case(session: ViewerSession, case: Case, number: int) -> AttorneyUse:
    """The application of this case with this id; raises NotFound."""
    found = session.scalar(select(AttorneyUse).where(AttorneyUse.case_id == case.id, AttorneyUse.id == number))
    if found is None:
        raise NotFound
    return found


def known_uses(session: ViewerSession, case: Case) -> list[tuple[str, AttorneyUse]]:
    """The uses of the same person in every case that this centre sees, with the case's number, the oldest first.

    The same person: the same phone number, or the same name and year of birth, by their keyed indexes.
    """
    same = Case.id.in_([case.id, *same_person(session, case)])
    known = (
        select(Case.number, AttorneyUse).join(AttorneyUse, AttorneyUse.case_id == Case.id)
        .where(same, AttorneyUse.stage.in_(USED)).order_by(AttorneyUse.applied_on)
    )
    return [(number, use) for number, use in session.execute(known)]


def same_person(session: ViewerSession, case: Case) -> list[int]:
    """The other cases of whom this case is about."""
    client = session.scalar(select(Client).where(Client.case_id == case.id))
    if client is None:
        return []
    ways = []
    if client.phone_index:
        ways.append(Client.phone_index == client.phone_index)
    if client.name_index and client.birth_year:
        ways.append((Client.name_index == client.name_index) & (Client.birth_year == client.birth_year))
    if not ways:
        return []
    return list(session.scalars(select(Client.case_id).where(or_(*ways), Client.case_id != case.id)))


def can_be_told(session: ViewerSession, case: Case) -> bool:
    """Whether another case of the same person could be found: a phone number, or a name with a year of birth."""
    client = session.scalar(select(Client).where(Client.case_id == case.id))
    return client is not None and bool(client.phone_index or (client.name_index and client.birth_year))


def as_uses(known: Sequence[tuple[str, AttorneyUse]]) -> list[Use]:
    """Uses as the conditions look at them."""
    return [Use(use.decided_on or use.applied_on, use.ended_on) for _number, use in known]
