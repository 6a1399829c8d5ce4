"""What pages and services read of experts and consultations. Row security decides which cases' one sees."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from gilmok.modules.site import NotFound, Person, ViewerSession
from gilmok_platform_freelance.experts.codes import RUNNING
from gilmok_platform_freelance.experts.consultation_models import (
    ClientLetter,
    Consultation,
    ConsultationStep,
    ExpertAnswer,
)
from gilmok_platform_freelance.experts.models import Expert, ExpertCount, ExpertUse


def experts(session: ViewerSession) -> Sequence[Expert]:
    """The panel, by profession."""
    return session.scalars(select(Expert).order_by(Expert.profession, Expert.since, Expert.id)).all()


def expert(session: ViewerSession, key: UUID) -> Expert:
    """The expert of this key; raises NotFound."""
    found = session.get(Expert, key)
    if found is None:
        raise NotFound
    return found


def used(session: ViewerSession, month: date) -> dict[UUID, int]:
    """How many minutes of a month are given away, by expert, for all centres together."""
    asked = select(ExpertUse.expert_id, func.sum(ExpertUse.minutes)).where(ExpertUse.month == month)
    return {key: int(minutes) for key, minutes in session.execute(asked.group_by(ExpertUse.expert_id))}


def last_asked(session: ViewerSession) -> dict[UUID, date]:
    """When somebody turned to each expert last."""
    asked = select(ExpertUse.expert_id, func.max(ExpertUse.asked_on)).group_by(ExpertUse.expert_id)
    return {key: day for key, day in session.execute(asked)}


def use(session: ViewerSession, key: UUID) -> ExpertUse:
    """What a consultation takes of its expert's month."""
    return session.scalars(select(ExpertUse).where(ExpertUse.id == key)).one()


def count(session: ViewerSession, key: UUID) -> ExpertCount:
    """What is counted of a consultation."""
    return session.scalars(select(ExpertCount).where(ExpertCount.id == key)).one()


def counts(session: ViewerSession, first: date, last: date) -> Sequence[ExpertCount]:
    """What is counted of consultations that were asked for within these days."""
    asked = select(ExpertCount).where(ExpertCount.asked_on.between(first, last))
    return session.scalars(asked.order_by(ExpertCount.asked_on, ExpertCount.id)).all()


def consultations(session: ViewerSession, case: int) -> Sequence[Consultation]:
    """The consultations of a case, the newest first."""
    asked = select(Consultation).where(Consultation.case_id == case)
    return session.scalars(asked.order_by(Consultation.asked_on.desc(), Consultation.id)).all()


def consultation(session: ViewerSession, case: int, key: UUID) -> Consultation:
    """The consultation of this key in a case; raises NotFound."""
    found = session.scalar(select(Consultation).where(Consultation.id == key, Consultation.case_id == case))
    if found is None:
        raise NotFound
    return found


def running(session: ViewerSession) -> Sequence[Consultation]:
    """The consultations that are not at their end, of cases that one sees: what is due first comes first."""
    asked = select(Consultation).where(Consultation.state.in_(RUNNING))
    return session.scalars(asked.order_by(Consultation.answer_by, Consultation.id)).all()


def steps(session: ViewerSession, key: UUID) -> Sequence[ConsultationStep]:
    """What happened to a consultation, the newest last."""
    asked = select(ConsultationStep).where(ConsultationStep.consultation_id == key)
    return session.scalars(asked.order_by(ConsultationStep.noted_at)).all()


def answers(session: ViewerSession, key: UUID) -> Sequence[ExpertAnswer]:
    """The versions of a written answer, the newest first."""
    asked = select(ExpertAnswer).where(ExpertAnswer.consultation_id == key)
    return session.scalars(asked.order_by(ExpertAnswer.number.desc())).all()


def letters(session: ViewerSession, case: int) -> Sequence[ClientLetter]:
    """The versions of a case's letter to the client, the newest first."""
    asked = select(ClientLetter).where(ClientLetter.case_id == case)
    return session.scalars(asked.order_by(ClientLetter.number.desc())).all()


def staff(session: ViewerSession) -> dict[int, str]:
    """The names of the staff, by who noted something."""
    return {key: name for key, name in session.execute(select(Person.id, Person.name))}
