"""What the pages of surveys share: finding one's own, its address, its figures of how it was asked."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.request import db, me
from gilmok.network.views import centre_name
from gilmok.programmes.offered import choices, title_of
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.questions import KIND_TITLES, Words
from gilmok.programmes.surveys.rules import STATE_TITLES, State, response_rate
from gilmok.programmes.surveys.spread import COLUMN_TITLES, COLUMNS
from gilmok.programmes.surveys.words import own_programmes


@dataclass(frozen=True)
class OfSurvey:
    """A part of a survey that an address names; the permission is judged on whose survey it is."""

    survey: Survey
    name: str

    @property
    def centre_id(self) -> str | None:
        """Whose survey it is."""
        return self.survey.centre_id


def survey_of(key: UUID) -> Survey:
    """One's own survey; raises NotFound."""
    return queries.own_survey(db(), key, me().centre_id)


def part_of(key: UUID, name: str) -> OfSurvey:
    """A part of one's own survey; raises NotFound where the survey is another's."""
    return OfSurvey(survey_of(key), name)


def address_of(survey: Survey) -> str:
    """The address of a survey's page."""
    return url_for("surveys.survey", key=survey.id)


def page(template: str, survey: Survey, *, status: int = 200, **values: Any) -> ResponseReturnValue:
    """A page of one survey."""
    shown = render_template(
        template, survey=survey, state=_(STATE_TITLES[State(survey.state)]), **table_words(),
        programme=programme_title(survey.programme), **page_words(), **values,
    )
    return shown, status


def page_words() -> dict[str, Any]:
    """The titles and names that pages of surveys say."""
    return {
        "programme_title": programme_title, "programme_options": programme_options, "asker": asker,
        "states": {str(state): _(title) for state, title in STATE_TITLES.items()},
        "kinds": {str(kind): _(title) for kind, title in KIND_TITLES.items()},
    }


def table_words() -> dict[str, Any]:
    """What tables are drawn with: the titles of figures of numbers, and each row with its shares."""
    return {
        "columns": [_(COLUMN_TITLES[name]) for name in COLUMNS], "say": said,
        "rows_of": lambda table: [*zip(table.rows, table.shares, strict=True)],
    }


def said(words: Words) -> str:
    """A text of a question in the language of the request."""
    return words.say(current_language())


def asker(centre: str | None) -> str:
    """Who asks: the name of a centre, or the city."""
    return centre_name(centre) if centre else _("Seoul Metropolitan Government")


def programme_title(code: str) -> str:
    """What a programme is called; its code where its module is no longer installed."""
    return title_of(code, own_programmes())


def programme_options(chosen: str) -> list[tuple[str, str]]:
    """The programmes to choose from, and the one that is chosen."""
    return choices(own_programmes(), chosen)


def rate_of(survey: Survey) -> float | None:
    """The response rate of a survey; None where it is not known how many were asked."""
    sheets = sum(queries.sheets_by_way(db(), survey.id).values())
    return response_rate(sheets, survey.invited or survey.codes_made or None)
