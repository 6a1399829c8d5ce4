"""Who may do what, on one page. What is not listed is refused.

Each permission names one or more ways to have it; a way is a list of conditions that must all hold for the person and
the subject (a case, a centre, or nothing). Read aloud: 'a case may be closed by a counsellor who handles it, or by a
manager of its centre'.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import structlog

from gilmok.ground.marking import _marked as _


class Role(StrEnum):
    """What someone is in the network."""

    COUNSELLOR = "counsellor"
    ATTORNEY = "attorney"
    MANAGER = "manager"
    OFFICIAL = "official"
    OPERATOR = "operator"


ROLE_TITLES = {
    Role.COUNSELLOR: _("counsellor"),
    Role.ATTORNEY: _("labour attorney"),
    Role.MANAGER: _("centre manager"),
    Role.OFFICIAL: _("city official"),
    Role.OPERATOR: _("system operator"),
}


class Permission(StrEnum):
    """What a page or an action needs. `PUBLIC` needs nothing, `LOGGED_IN` any account."""

    PUBLIC = "public"
    LOGGED_IN = "logged_in"
    SEE_NETWORK = "see_network"
    SEE_LAW = "see_law"
    SET_HOLIDAYS = "set_holidays"
    SEE_MODULES = "see_modules"
    SWITCH_MODULES = "switch_modules"
    SUSPEND_MODULES = "suspend_modules"
    TAKE_IN = "take_in"
    SEE_CASES = "see_cases"
    SEE_CASE = "see_case"
    ANSWER_QUESTIONS = "answer_questions"
    SEE_CLOCKS = "see_clocks"
    KEEP_CLOCKS = "keep_clocks"
    SEE_SUMS = "see_sums"
    KEEP_SUMS = "keep_sums"
    REVEAL_PERSON = "reveal_person"
    TAKE_CASE = "take_case"
    ASSIGN_CASE = "assign_case"
    SORT_TRIAGE = "sort_triage"
    OVERRIDE_DECISION = "override_decision"
    SEND_ON = "send_on_case"
    PUT_BACK_CASE = "put_back_case"
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    MAKE_DOCUMENTS = "make_documents"
    KEEP_ATTACHMENTS = "keep_attachments"
    REMOVE_ATTACHMENT = "remove_attachment"
    KEEP_FORMS = "keep_forms"
    WORK_ON_ACTION = "work_on_action"
    FILE_ACTION = "file_action"
    DECIDE_FREE_ATTORNEY = "decide_free_attorney"
    COUNSEL_CASE = "counsel_case"
    SEE_GATHERINGS = "see_gatherings"
    KEEP_GATHERING = "keep_gathering"
    KEEP_REGISTRATIONS = "keep_registrations"
    SEE_GATHERING_NUMBERS = "see_gathering_numbers"
    SEE_REQUESTS = "see_requests"
    HANDLE_REQUEST = "handle_request"
    SEE_FOUNDINGS = "see_foundings"
    KEEP_FOUNDING = "keep_founding"
    SEE_FOUNDING_NUMBERS = "see_founding_numbers"
    SEE_SERVED = "see_served"
    KEEP_SERVED = "keep_served"
    SEE_SERVED_NUMBERS = "see_served_numbers"
    ERASE_PERSON = "erase_person"
    MAKE_SURVEYS = "make_surveys"
    KEEP_SURVEY = "keep_survey"
    SEE_PROJECTS = "see_projects"
    KEEP_PROJECT = "keep_project"
    ACT_IN_PROJECT = "act_in_project"
    GIVE_POSITION = "give_position"


class Who(Protocol):
    """What the policy looks at in a person."""

    id: int
    role: str
    centre_id: str | None


class CaseLike(Protocol):
    """What the policy looks at in a case; a case that the centre may not see never gets here, it is 'not found'."""

    centre_id: str
    handler_id: int | None


Condition = Callable[[Who, Any], bool]


@dataclass(frozen=True, kw_only=True)
class OwnPermission:
    """A permission that a module brings for its own pages. Its id begins with the module's name; `title` says what it
    allows; `ways` are as in the policy: ((is_counsellor, same_centre), (is_manager, same_centre))."""

    id: str
    title: str
    ways: tuple[tuple[Condition, ...], ...]


def is_anyone(who: Who, subject: Any) -> bool:
    """Any account will do."""
    return True


def is_counsellor(who: Who, subject: Any) -> bool:
    """A counsellor or labour attorney of a centre."""
    return who.role in {Role.COUNSELLOR, Role.ATTORNEY} and who.centre_id is not None


def is_attorney(who: Who, subject: Any) -> bool:
    """A labour attorney of a centre."""
    return who.role == Role.ATTORNEY and who.centre_id is not None


def is_manager(who: Who, subject: Any) -> bool:
    """The manager of a centre."""
    return who.role == Role.MANAGER and who.centre_id is not None


def is_official(who: Who, subject: Any) -> bool:
    """An official of the city."""
    return who.role == Role.OFFICIAL


def is_operator(who: Who, subject: Any) -> bool:
    """Who keeps the system running."""
    return who.role == Role.OPERATOR


def same_centre(who: Who, case: CaseLike) -> bool:
    """The case lies with the person's centre."""
    return case.centre_id == who.centre_id


def handles_case(who: Who, case: CaseLike) -> bool:
    """The case is the person's own."""
    return case.handler_id == who.id


def unassigned(who: Who, case: CaseLike) -> bool:
    """Nobody has the case yet."""
    return case.handler_id is None


def takes_part(who: Who, project: Any) -> bool:
    """The person's centre, or the city for who has none, takes part in the project."""
    return bool(project.takes(who.centre_id))


OF_A_SUBJECT = frozenset({same_centre, handles_case, unassigned, takes_part})

P = Permission
POLICY: dict[Permission, list[list[Condition]]] = {
    P.LOGGED_IN: [[is_anyone]],
    P.SEE_NETWORK: [[is_anyone]],
    P.SEE_LAW: [[is_anyone]],
    P.SET_HOLIDAYS: [[is_official]],
    P.SEE_MODULES: [[is_anyone]],
    P.SWITCH_MODULES: [[is_official]],
    P.SUSPEND_MODULES: [[is_operator]],
    P.TAKE_IN: [[is_counsellor], [is_manager]],
    P.SEE_CASES: [[is_counsellor], [is_manager]],
    P.SEE_CASE: [[is_counsellor], [is_manager]],
    P.ANSWER_QUESTIONS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEE_CLOCKS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.KEEP_CLOCKS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEE_SUMS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.KEEP_SUMS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.REVEAL_PERSON: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.TAKE_CASE: [[is_counsellor, same_centre, unassigned]],
    P.ASSIGN_CASE: [[is_manager, same_centre]],
    P.SORT_TRIAGE: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.OVERRIDE_DECISION: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEND_ON: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.PUT_BACK_CASE: [[is_counsellor, same_centre, handles_case], [is_manager, same_centre]],
    P.CLOSE_CASE: [[is_counsellor, same_centre, handles_case], [is_manager, same_centre]],
    P.REOPEN_CASE: [[is_counsellor, same_centre, handles_case], [is_manager, same_centre]],
    P.MAKE_DOCUMENTS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.KEEP_ATTACHMENTS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.REMOVE_ATTACHMENT: [[is_counsellor, same_centre, handles_case], [is_manager, same_centre]],
    # What a centre uploads is hidden by row from who belongs to none, so that the operator cannot do it for one.
    P.KEEP_FORMS: [[is_manager]],
    P.WORK_ON_ACTION: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.DECIDE_FREE_ATTORNEY: [[is_manager, same_centre]],
    # What goes out to an agency: any labour attorney of the centre, a counsellor for cases of their own.
    P.FILE_ACTION: [[is_attorney, same_centre], [is_counsellor, same_centre, handles_case], [is_manager, same_centre]],
    P.COUNSEL_CASE: [[is_counsellor, same_centre], [is_manager, same_centre]],
    # Courses and events: their subject is the gathering, which has a centre as a case has. An official gets numbers.
    P.SEE_GATHERINGS: [[is_counsellor], [is_manager]],
    P.KEEP_GATHERING: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.KEEP_REGISTRATIONS: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEE_GATHERING_NUMBERS: [[is_counsellor], [is_manager], [is_official]],
    P.SEE_REQUESTS: [[is_counsellor], [is_manager]],
    P.HANDLE_REQUEST: [[is_counsellor, same_centre], [is_manager, same_centre]],
    # Foundings of unions: their subject is the founding, which has a centre as a case has. An official gets numbers.
    P.SEE_FOUNDINGS: [[is_counsellor], [is_manager]],
    P.KEEP_FOUNDING: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEE_FOUNDING_NUMBERS: [[is_counsellor], [is_manager], [is_official]],
    # Job support and welfare links: the subject is a row of the centre's. An official gets numbers.
    P.SEE_SERVED: [[is_counsellor], [is_manager]],
    P.KEEP_SERVED: [[is_counsellor, same_centre], [is_manager, same_centre]],
    P.SEE_SERVED_NUMBERS: [[is_counsellor], [is_manager], [is_official]],
    # It cannot be taken back: who answers for the centre does it, when a person asks.
    P.ERASE_PERSON: [[is_manager, same_centre]],
    P.MAKE_SURVEYS: [[is_counsellor], [is_manager], [is_official]],
    # The city's own surveys are its officials', who have no centre.
    P.KEEP_SURVEY: [[is_counsellor, same_centre], [is_manager, same_centre], [is_official, same_centre]],
    # A project, an action or a policy note is told by whose it is; the city's are its officials', as its surveys.
    P.SEE_PROJECTS: [[is_counsellor], [is_manager], [is_official]],
    P.KEEP_PROJECT: [[is_counsellor, same_centre], [is_manager, same_centre], [is_official, same_centre]],
    P.ACT_IN_PROJECT: [[is_counsellor, takes_part], [is_manager, takes_part], [is_official, takes_part]],
    P.GIVE_POSITION: [[is_counsellor, takes_part], [is_manager, takes_part]],
}


def may(who: Who | None, permission: Permission | OwnPermission, subject: Any = None) -> bool:
    """Whether this person may do this with this subject; nobody may do anything but what is public."""
    if permission is Permission.PUBLIC:
        return True
    if who is None:
        return False
    if isinstance(permission, OwnPermission):
        return has_own(who, permission, subject)
    return has_a_way(who, ways_to(permission), subject)


def has_a_way(who: Who, ways: Iterable[Iterable[Condition]], subject: Any) -> bool:
    """Whether every condition of one of these ways holds. Written out: a page asks it some thirty times."""
    for way in ways:
        for holds in way:
            if not holds(who, subject):
                break
        else:
            return True
    return False


def has_own(who: Who, permission: OwnPermission, subject: Any) -> bool:
    """Whether this person has a module's own permission; where a condition of it fails, nobody has, and it is noted."""
    try:
        return has_a_way(who, permission.ways, subject)
    except Exception as error:
        structlog.get_logger().error("permission_fault", permission=permission.id, exc_info=error)
        return False


def asks_of_subject(permission: Permission | OwnPermission) -> bool:
    """Whether a way to have it looks at a subject, as `same_centre` does: without one it cannot be judged."""
    return any(each in OF_A_SUBJECT for way in ways_to(permission) for each in way)


def ways_to(permission: Permission | OwnPermission) -> Iterable[Iterable[Condition]]:
    """The ways to have a permission; none to one that the policy does not list."""
    return permission.ways if isinstance(permission, OwnPermission) else POLICY.get(permission, [])
