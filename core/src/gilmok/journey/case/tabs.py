"""The sub-pages of a case, one line each. A room that adds a page to cases adds its line here."""

from dataclasses import dataclass

from flask import current_app, request, url_for

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _


@dataclass(frozen=True)
class CaseTab:
    """A sub-page: its English title and the endpoint that shows it for a case's number."""

    title: str
    endpoint: str


TABS = (
    CaseTab(_("Overview"), "cases.overview"),
    CaseTab(_("Questions and answers"), "intake.questions"),
    CaseTab(_("Decision"), "routing.decision"),
    CaseTab(_("History"), "cases.history"),
)


def case_tabs(number: str) -> list[tuple[str, str, None, bool]]:
    """The tabs of a case as the component shows them: text, address, no count, whether it is this page."""
    return [
        (translated(tab.title), url_for(tab.endpoint, number=number), None, request.endpoint == tab.endpoint)
        for tab in TABS if tab.endpoint in current_app.view_functions
    ]
