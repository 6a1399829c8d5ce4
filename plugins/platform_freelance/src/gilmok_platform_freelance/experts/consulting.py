"""A consultation, from the question to its end: `move` alone sets a state. None of it commits."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from gilmok.modules.site import (
    SEOUL,
    CaseInView,
    IllegalMove,
    Person,
    Vault,
    ViewerSession,
    change_version,
    log,
    now,
    opened,
    sealed,
    today,
)
from gilmok_platform_freelance.experts import queries
from gilmok_platform_freelance.experts.codes import ANSWERED, APPOINTED, ASKED, CLOSED, FREED, MOVES, UNANSWERED
from gilmok_platform_freelance.experts.consultation_models import Consultation, ConsultationStep, ExpertAnswer
from gilmok_platform_freelance.experts.models import Expert, ExpertCount, ExpertUse

DAYS_TO_ANSWER = 7
HANDED_OVER = ("purpose", "items", "period")


def ask(
    session: ViewerSession, case: CaseInView, expert: Expert, values: Mapping[str, Any], *, recipient: str, by: Person,
    vault: Vault,
) -> Consultation:
    """Keep a question to an expert, with the consent to hand over what tells who the person is, where it was given."""
    key, consented = uuid4(), values["hand_over"] == "yes"
    words = {"question": values["question"]}
    if consented:
        words |= {"recipient": recipient} | {name: values[name] for name in HANDED_OVER}
    wrapped, fields = sealed(owner(key), words, vault)
    found = Consultation(
        id=key, case_id=case.id, case_number=case.number, expert_id=expert.id, fields=list(values["matters"]),
        minutes=values["minutes"], state=ASKED, asked_on=today(), answer_by=values["answer_by"],
        consented_on=today() if consented else None, wrapped=wrapped, sealed=fields, version=1, asked_by_id=by.id,
    )
    session.add(found)
    # What is counted may be added only where the consultation is.
    session.flush()
    session.add_all([
        ExpertUse(id=key, centre_id=by.centre_id, expert_id=expert.id, asked_on=today(),
                  month=today().replace(day=1), minutes=found.minutes),
        ExpertCount(id=key, centre_id=by.centre_id, profession=expert.profession, fields=found.fields,
                    asked_on=today(), state=ASKED),
    ])
    note_step(session, found, ASKED, today(), by=by)
    log(session, "platform_freelance_expert_asked", cases=[case.id], consultation=str(key), consented=consented)
    return found


def move(
    session: ViewerSession, found: Consultation, to: str, *, by: Person, on: date, version: int, **values: Any
) -> None:
    """Bring a consultation to another state, as of a day; the only code that does. Raises IllegalMove where the state
    cannot follow or the day lies before the last step or ahead, and ChangedMeanwhile."""
    if to not in MOVES[found.state] or not earliest(session, found) <= on <= today():
        raise IllegalMove
    before = found.state
    change_version(session, found, version, state=to, **values)
    note_step(session, found, to, on, by=by)
    count_on(session, found, before, on)
    log(session, "platform_freelance_consultation_moved", cases=[found.case_id], consultation=str(found.id), to=to)


def note_step(session: ViewerSession, found: Consultation, state: str, on: date, *, by: Person) -> None:
    """Keep that a state was reached."""
    session.add(ConsultationStep(
        id=uuid4(), case_id=found.case_id, consultation_id=found.id, state=state, on=on, noted_at=now(), by_id=by.id,
    ))
    session.flush()


def count_on(session: ViewerSession, found: Consultation, before: str, on: date) -> None:
    """Carry what is counted, and the expert's month, to the consultation's state."""
    use, count = queries.use(session, found.id), queries.count(session, found.id)
    count.state, count.outcome = found.state, found.outcome
    count.answered_on = count.answered_on or answered_by_now(found, before, on)
    if found.state in FREED:
        use.minutes = 0
    if found.state == APPOINTED:
        use.month = seoul_day(found).replace(day=1)
    session.flush()


def answered_by_now(found: Consultation, before: str, on: date) -> date | None:
    """The day of the answer that a step to this state tells of: where nothing was written, that of the appointment."""
    if found.state == ANSWERED:
        return on
    return min(seoul_day(found), on) if found.state == CLOSED and before == APPOINTED else None


def seoul_day(found: Consultation) -> date:
    """The day of the appointment, in Seoul; raises IllegalMove where there is none."""
    if found.at is None:
        raise IllegalMove
    return found.at.astimezone(SEOUL).date()


def earliest(session: ViewerSession, found: Consultation) -> date:
    """The day of the last step, before which nothing can have followed."""
    return max(each.on for each in queries.steps(session, found.id))


def answer(
    session: ViewerSession, found: Consultation, text: str, *, on: date, version: int, by: Person, vault: Vault
) -> ExpertAnswer:
    """Keep what the expert wrote; where they wrote before, as a correction. Raises IllegalMove before they accepted and
    after they declined, and ChangedMeanwhile."""
    before = queries.answers(session, found.id)
    if before and found.state in (ANSWERED, CLOSED):
        if not before[0].on <= on <= today():
            raise IllegalMove
        change_version(session, found, version)
    else:
        move(session, found, ANSWERED, by=by, on=on, version=version)
    key = uuid4()
    wrapped, fields = sealed(owner(key), {"text": text}, vault)
    written = ExpertAnswer(
        id=key, case_id=found.case_id, consultation_id=found.id, number=len(before) + 1, on=on, wrapped=wrapped,
        sealed=fields, by_id=by.id,
    )
    session.add(written)
    session.flush()
    log(session, "platform_freelance_expert_answered", cases=[found.case_id], consultation=str(found.id),
        version=written.number)
    return written


def put_off(session: ViewerSession, found: Consultation, day: date, *, version: int) -> None:
    """Let the answer be due on another day; raises IllegalMove where it is there already, and ChangedMeanwhile."""
    if found.state not in UNANSWERED:
        raise IllegalMove
    change_version(session, found, version, answer_by=day)
    log(session, "platform_freelance_answer_put_off", cases=[found.case_id], consultation=str(found.id))


def end_consent(session: ViewerSession, found: Consultation, *, version: int) -> None:
    """Note that the person takes their consent to the handing over back; raises IllegalMove without one."""
    if found.consented_on is None or found.consent_ended_on is not None:
        raise IllegalMove
    change_version(session, found, version, consent_ended_on=today())
    log(session, "platform_freelance_consent_ended", cases=[found.case_id], consultation=str(found.id))


def words_of(found: Consultation, vault: Vault) -> dict[str, Any]:
    """The question and what was consented to, opened."""
    return opened(owner(found.id), found.wrapped, found.sealed, vault)


def answers_of(session: ViewerSession, found: Consultation, vault: Vault) -> list[tuple[ExpertAnswer, str]]:
    """Every version of the written answer with its text, the newest first."""
    return [(each, opened(owner(each.id), each.wrapped, each.sealed, vault).get("text", ""))
            for each in queries.answers(session, found.id)]


def owner(key: UUID) -> str:
    """The name under which the key of a consultation or an answer is wrapped."""
    return f"platform_freelance_consultation:{key}"
