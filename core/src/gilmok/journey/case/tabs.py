"""The sub-pages of a case, one line each. A room that adds a page to cases adds its line here."""

from dataclasses import dataclass

from flask import current_app, request, url_for

from gilmok.ground.access.policy import may
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.ground.web.request import me, permission_of
from gilmok.journey.case.models import Case


@dataclass(frozen=True)
class CaseTab:
    """A sub-page: its English title and the endpoint that shows it for a case's number."""

    title: str
    endpoint: str


TABS = (
    CaseTab(_("Overview"), "cases.overview"),
    CaseTab(_("Questions and answers"), "intake.questions"),
    CaseTab(_("Decision"), "routing.decision"),
    CaseTab(_("Counselling"), "counselling.tab"),
    CaseTab(_("History"), "cases.history"),
)


def case_tabs(case: Case) -> list[tuple[str, str, None, bool]]:
    """The tabs of a case that the person may open, as the component shows them: text, address, no count, whether it is
    this page."""
    return [
        (translated(tab.title), url_for(tab.endpoint, number=case.number), None, request.endpoint == tab.endpoint)
        for tab in TABS if may_open(tab.endpoint, case)
    ]


def may_open(endpoint: str, case: Case) -> bool:
    """Whether this application has the page, and the person may open it for this case."""
    permission = permission_of(current_app.view_functions.get(endpoint))
    return permission is not None and may(me(), permission, case)
