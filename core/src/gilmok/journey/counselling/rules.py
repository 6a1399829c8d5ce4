"""The status decision: from a few answers, which statuses are likely and which routes are open, and why.

It proposes and never settles: where the answers do not tell whether the person is an employee, both branches are said.
"""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a question can be answered with; not asked counts as unknown."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """As what someone may be protected; several can hold at once."""

    WORKER = "worker"
    UNION_WORKER = "union_worker"
    ACCIDENT_PROVIDER = "accident_provider"
    EMPLOYMENT_PROVIDER = "employment_provider"
    ARTIST = "artist"
    FREELANCER = "freelancer"
    SELF_EMPLOYED = "self_employed"


class Route(StrEnum):
    """A way to one's right."""

    LABOUR_OFFICE = "labour_office"
    LABOUR_COMMISSION = "labour_commission"
    SEVERANCE_LEAVE = "severance_leave"
    ACCIDENT = "accident"
    EMPLOYMENT = "employment"


class Verdict(StrEnum):
    """Whether a route is open; `limited`: for a part, or on a condition; `ask`: an answer is missing."""

    OPEN = "open"
    LIMITED = "limited"
    ASK = "ask"
    CLOSED = "closed"


EMPLOYED = frozenset({"regular", "indefinite", "fixed_term", "part_time", "daily", "dispatched"})
FOR, AGAINST = ("directed", "fixed_hours", "personally", "fixed_pay"), ("own_risk",)
ENOUGH = 3
NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is known of how someone works. A group is its code, `none`, or `unknown`."""

    employment: str = "unknown"
    directed: Answer = Answer.UNKNOWN
    fixed_hours: Answer = Answer.UNKNOWN
    personally: Answer = Answer.UNKNOWN
    fixed_pay: Answer = Answer.UNKNOWN
    own_risk: Answer = Answer.UNKNOWN
    one_client: Answer = Answer.UNKNOWN
    five_or_more: Answer = Answer.UNKNOWN
    accident_group: str = "unknown"
    employment_group: str = "unknown"
    enough_pay: Answer = Answer.UNKNOWN


@dataclass(frozen=True)
class Opening:
    """Whether a route is open, and the code of the reason."""

    route: Route
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Branch:
    """What holds if the person is an employee, or is not: why that is likely, the statuses and the routes."""

    worker: bool
    why: str
    statuses: tuple[Status, ...]
    openings: tuple[Opening, ...]


def decide(answers: Answers) -> tuple[Branch, ...]:
    """The branch that is likely; both, the employee's first, where the answers do not tell."""
    likely = is_worker(answers)
    if likely is Answer.YES:
        return (as_worker(answers),)
    if likely is Answer.NO:
        return (as_other(answers),)
    return as_worker(answers), as_other(answers)


def is_worker(answers: Answers) -> Answer:
    """Whether the person is likely an employee: by a contract of employment, else by what speaks for subordination."""
    if answers.employment in EMPLOYED:
        return Answer.YES
    speaks_for = sum(getattr(answers, each) is Answer.YES for each in FOR)
    speaks_for += sum(getattr(answers, each) is Answer.NO for each in AGAINST)
    against = sum(getattr(answers, each) is Answer.NO for each in FOR)
    against += sum(getattr(answers, each) is Answer.YES for each in AGAINST)
    if speaks_for >= ENOUGH:
        return Answer.YES
    return Answer.NO if against >= ENOUGH else Answer.UNKNOWN


def as_worker(answers: Answers) -> Branch:
    """What holds if the person is an employee."""
    why = "worker_contract" if answers.employment in EMPLOYED else "worker_factors"
    return Branch(True, why, (Status.WORKER,), (
        Opening(Route.LABOUR_OFFICE, Verdict.OPEN, "office_open"),
        commission(answers),
        Opening(Route.SEVERANCE_LEAVE, Verdict.OPEN, "severance_open"),
        Opening(Route.ACCIDENT, Verdict.OPEN, "accident_worker"),
        Opening(Route.EMPLOYMENT, Verdict.OPEN, "employment_worker"),
    ))


def commission(answers: Answers) -> Opening:
    """Whether an employee can go to the labour commission: that goes by the size of the workplace."""
    said = {
        Answer.YES: (Verdict.OPEN, "commission_open"), Answer.NO: (Verdict.LIMITED, "commission_small"),
        Answer.UNKNOWN: (Verdict.ASK, "commission_size"),
    }
    return Opening(Route.LABOUR_COMMISSION, *said[answers.five_or_more])


def as_other(answers: Answers) -> Branch:
    """What holds if the person is no employee."""
    union = {
        Answer.YES: (Verdict.LIMITED, "commission_union"), Answer.NO: (Verdict.CLOSED, "commission_closed"),
        Answer.UNKNOWN: (Verdict.ASK, "commission_union_ask"),
    }[answers.one_client]
    return Branch(False, "not_worker_factors", statuses(answers), (
        Opening(Route.LABOUR_OFFICE, Verdict.CLOSED, "office_closed"),
        Opening(Route.LABOUR_COMMISSION, *union),
        Opening(Route.SEVERANCE_LEAVE, Verdict.CLOSED, "severance_closed"),
        Opening(Route.ACCIDENT, *accident(answers)),
        Opening(Route.EMPLOYMENT, *employment(answers)),
    ))


def statuses(answers: Answers) -> tuple[Status, ...]:
    """As what someone who is no employee may be protected."""
    found = {
        Status.UNION_WORKER: answers.one_client is Answer.YES,
        Status.ACCIDENT_PROVIDER: is_group(answers.accident_group),
        Status.EMPLOYMENT_PROVIDER: is_group(answers.employment_group),
        Status.ARTIST: answers.employment == "artist",
        Status.SELF_EMPLOYED: answers.employment == "self_employed",
    }
    return tuple(status for status, holds in found.items() if holds) or (Status.FREELANCER,)


def is_group(code: str) -> bool:
    """Whether a job group was named."""
    return code not in {NONE, "unknown", ""}


def accident(answers: Answers) -> tuple[Verdict, str]:
    """Whether accident insurance covers someone who is no employee: its own 18 groups decide."""
    if is_group(answers.accident_group):
        return Verdict.OPEN, "accident_group"
    if answers.employment == "artist":
        return Verdict.LIMITED, "accident_artist"
    if answers.employment == "self_employed":
        return Verdict.LIMITED, "accident_owner"
    return (Verdict.CLOSED, "accident_closed") if answers.accident_group == NONE else (Verdict.ASK, "accident_unknown")


def employment(answers: Answers) -> tuple[Verdict, str]:
    """Whether employment insurance covers someone who is no employee: its own 17 groups and the pay decide."""
    if is_group(answers.employment_group):
        return {
            Answer.YES: (Verdict.OPEN, "employment_group"), Answer.NO: (Verdict.LIMITED, "employment_low"),
            Answer.UNKNOWN: (Verdict.ASK, "employment_pay"),
        }[answers.enough_pay]
    if answers.employment == "artist":
        return Verdict.LIMITED, "employment_artist"
    if answers.employment == "self_employed":
        return Verdict.LIMITED, "employment_owner"
    closed = answers.employment_group == NONE
    return (Verdict.CLOSED, "employment_closed") if closed else (Verdict.ASK, "employment_unknown")
