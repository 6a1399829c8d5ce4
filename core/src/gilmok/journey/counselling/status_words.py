"""The words of the status decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.counselling.models import StatusCheck
from gilmok.journey.counselling.rows import Reason, reason
from gilmok.journey.counselling.rules import Answers, Branch, Route, Status, Verdict, decide
from gilmok.journey.counselling.schemas import STATUS

# The question, and why it matters.
QUESTIONS: Mapping[str, tuple[str, str]] = {
    "directed": (
        _("Does someone there say what to do and how, and check it?"),
        _("Direction is the first sign of an employee."),
    ),
    "fixed_hours": (
        _("Do they fix when and where the work is done?"),
        _("Fixed hours and place speak for an employee."),
    ),
    "personally": (
        _("Must the person do the work in person?"),
        _("Who can send someone else is rather independent."),
    ),
    "fixed_pay": (
        _("Is there a base pay, or pay for time?"),
        _("Pay for the work itself speaks for an employee."),
    ),
    "own_risk": (
        _("Does the person bear costs, tools and losses?"),
        _("Bearing the risk of the business speaks against it."),
    ),
    "one_client": (
        _("Does most of the income come from one place that sets the terms?"),
        _("Decides whether union law protects the person."),
    ),
    "five_or_more": (
        _("Do five or more work at the workplace?"),
        _("Decides about dismissal, overtime and annual leave."),
    ),
}
STATUSES = {
    Status.WORKER: _("Employee under the Labour Standards Act"),
    Status.UNION_WORKER: _("Worker under union law"),
    Status.ACCIDENT_PROVIDER: _("Labour provider of accident insurance"),
    Status.EMPLOYMENT_PROVIDER: _("Labour provider of employment insurance"),
    Status.ARTIST: _("Artist"),
    Status.FREELANCER: _("Freelancer"),
    Status.SELF_EMPLOYED: _("Self-employed"),
}
ROUTES = {
    Route.LABOUR_OFFICE: _("Petition at the labour office"),
    Route.LABOUR_COMMISSION: _("Labour commission"),
    Route.SEVERANCE_LEAVE: _("Severance pay, annual leave"),
    Route.ACCIDENT: _("Accident insurance"),
    Route.EMPLOYMENT: _("Employment insurance"),
}
VERDICTS = {
    Verdict.OPEN: (_("possible"), "success"), Verdict.LIMITED: (_("on a condition"), "warning"),
    Verdict.ASK: (_("to be asked"), "information"), Verdict.CLOSED: (_("not open"), ""),
}
LISTS = (
    (_("The 18 job groups of accident insurance"), "accident"),
    (_("The 17 job groups of employment insurance"), "employment"),
)


@dataclass(frozen=True)
class Said:
    """A branch in words: its statuses, why it is likely, and each route with its verdict, tone and reason."""

    worker: bool
    statuses: tuple[str, ...]
    why: Reason
    routes: tuple[tuple[str, str, str, Reason], ...]


def newest(session: ViewerSession, case_id: int) -> StatusCheck | None:
    """The answers that were kept last."""
    query = select(StatusCheck).where(StatusCheck.case_id == case_id).order_by(StatusCheck.at.desc()).limit(1)
    return session.scalars(query).one_or_none()


def kept(session: ViewerSession, case_id: int, on: date) -> list[Said]:
    """What follows from the answers that were kept last; nothing where none were."""
    found = newest(session, case_id)
    return in_words(decide(Answers(**STATUS.read(found.answers)[0])), on) if found else []


def in_words(branches: Iterable[Branch], on: date) -> list[Said]:
    """The branches in words, with the reasons of that day."""
    return [
        Said(
            each.worker, tuple(translated(STATUSES[status]) for status in each.statuses), reason(each.why, on),
            tuple(
                (translated(ROUTES[opening.route]), translated(VERDICTS[opening.verdict][0]),
                 VERDICTS[opening.verdict][1], reason(opening.reason, on))
                for opening in each.openings
            ),
        )
        for each in branches
    ]
