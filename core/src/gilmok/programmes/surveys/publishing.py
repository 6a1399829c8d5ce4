"""A report: what is published is worked out here and kept as it is, so that pages and files show one and the same."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import IllegalMove
from gilmok.ground.sheets import as_csv
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.counting import tables_of
from gilmok.programmes.surveys.models import Survey, SurveyReport
from gilmok.programmes.surveys.rules import State, response_rate
from gilmok.programmes.surveys.spread import COLUMNS
from gilmok.programmes.surveys.tables import NUMBERS, Table, kept

FACTS = ("title", "aim", "programme", "asked", "sampling", "target")


def tables_in(session: ViewerSession, survey: Survey) -> list[Table]:
    """Every table of a survey. Answers are never added to a closed one, so that they are the same each time."""
    return list(tables_of(queries.questions_of(session, survey.id), queries.answers_of(session, survey.id)))


def facts_of(session: ViewerSession, survey: Survey) -> dict[str, Any]:
    """How a survey was made: what stands beside its figures wherever they stand."""
    ways = queries.sheets_by_way(session, survey.id)
    sheets, invited = sum(ways.values()), survey.invited or survey.codes_made or None
    return {name: getattr(survey, name) for name in FACTS} | {
        "opens_on": survey.opens_on.isoformat(), "closes_on": survey.closes_on.isoformat(), "sheets": sheets,
        "by_link": ways.get("link", 0), "on_paper": ways.get("paper", 0), "invited": invited,
        "rate": response_rate(sheets, invited),
    }


def publish(session: ViewerSession, survey: Survey, said: dict[str, Any]) -> SurveyReport:
    """Publish the next version of a report with the chosen tables; raises IllegalMove unless the survey is closed."""
    if survey.state != State.CLOSED:
        raise IllegalMove
    # One after the other, so that each gets a version of its own.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(survey.id), 0))))
    newest = select(func.coalesce(func.max(SurveyReport.version), 0)).where(SurveyReport.code == survey.code)
    chosen = [each for each in tables_in(session, survey) if each.name in said["chosen"]]
    report = SurveyReport(
        code=survey.code, version=session.scalars(newest).one() + 1, centre_id=survey.centre_id, published_on=today(),
        change=said["change"],
        body=facts_of(session, survey)
        | {"summary": said["summary"], "findings": said["findings"], "tables": kept(chosen)},
    )
    session.add(report)
    session.flush()
    log(session, "survey_published", survey=str(survey.id), version=report.version)
    return report


def tables_as_csv(tables: list[Table], language: str, hidden: str) -> str:
    """The published tables as lines of question, group, answer and number; `hidden` stands in hidden cells."""
    lines = (line for table in tables for line in lines_of(table, language, hidden))
    return as_csv([["question", "by", "row", "column", "value"], *lines])


def lines_of(table: Table, language: str, hidden: str) -> Iterator[list[Any]]:
    """The lines of one table."""
    columns = COLUMNS if table.kind == NUMBERS else ("", *(each.say(language) for each in table.columns))
    names = [table.title.say(language), table.by_title.say(language)]
    for row in table.rows:
        for column, cell in zip(columns, row.cells, strict=True):
            yield [*names, row.label.say(language), column, hidden if cell is None else cell]
