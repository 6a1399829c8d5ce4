"""The sub-pages of a case, one line each. A room that adds a page to cases adds its line here."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, request, url_for

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import may
from gilmok.ground.i18n import _marked as _
from gilmok.ground.i18n import words_now
from gilmok.ground.web.request import me, permission_of
from gilmok.journey.case.models import Case
from gilmok.modules.at_desk import adds_work
from gilmok.modules.current import registry


@dataclass(frozen=True)
class CaseTab:
    """A sub-page: its English title, the endpoint that shows it for a case's number, and what else stands under it: the
    endpoints of its forms, or whole blueprints; `has` says whether there is anything on it for a case."""

    title: str
    endpoint: str
    under: tuple[str, ...] = ()
    has: Callable[[Case], bool] = lambda _case: True


def has_desk_work(case: Case) -> bool:
    """Whether the desk of a case adds work to it, or its module is gone, so that something has to be said."""
    return adds_work(registry(), case.target)


TABS = (
    CaseTab(_("Overview"), "cases.overview", ("cases.assign", "cases.reveal", "cases.closing", "cases.close")),
    CaseTab(_("Questions and answers"), "intake.questions", ("intake.answer",)),
    CaseTab(_("Time limits"), "clocks.index", ("clocks",)),
    CaseTab(_("Calculations"), "sums.index", ("sums",)),
    CaseTab(_("Decision"), "routing.decision", ("routing",)),
    CaseTab(_("Counselling"), "counselling.tab", ("counselling", "status", "tasks", "appointments", "moves")),
    CaseTab(_("Work of the desk"), "desk_work.index", ("desk_work",), has_desk_work),
    CaseTab(_("Legal aid"), "legal_aid.index", ("legal_aid",)),
    CaseTab(_("Documents"), "documents.index", ("documents", "attachments")),
    CaseTab(_("Welfare links"), "referral.index", ("referral",)),
    CaseTab(_("History"), "cases.history"),
)


def case_tabs(case: Case) -> list[tuple[str, str, None, bool]]:
    """The tabs of a case that the person may open, as the component shows them: text, address, no count, whether it is
    this page or one below it."""
    here, person, say = {request.endpoint, *request.blueprints}, me(), words_now().gettext
    return [
        (say(tab.title), url_for(tab.endpoint, number=case.number), None,
         not here.isdisjoint((tab.endpoint, *tab.under)))
        for tab in TABS if tab.has(case) and may_open(person, tab.endpoint, case)
    ]


def may_open(person: Person, endpoint: str, case: Case) -> bool:
    """Whether this application has the page, and the person may open it for this case."""
    permission = permission_of(current_app.view_functions.get(endpoint))
    return permission is not None and may(person, permission, case)
