"""What is published, for everybody: the reports, each of their versions, and their tables as files."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.request import db
from gilmok.ground.web.visitors import visitors
from gilmok.programmes.surveys import queries
from gilmok.programmes.surveys.models import SurveyReport
from gilmok.programmes.surveys.publishing import tables_as_csv
from gilmok.programmes.surveys.showing import asker, programme_title, table_words
from gilmok.programmes.surveys.tables import read_tables

blueprint = Blueprint("published", __name__, url_prefix="/surveys/published", template_folder="templates")


@blueprint.get("/")
@visitors()
def index() -> ResponseReturnValue:
    """Every published report."""
    return render_template("surveys/published.html", reports=queries.newest_reports(db()), asker=asker)


@blueprint.get("/<code>")
@blueprint.get("/<code>/<int:version>")
@visitors()
def report(code: str, version: int | None = None) -> ResponseReturnValue:
    """A report, the newest version where none is named; each has its day and what was changed."""
    shown, versions = found(code, version), queries.versions_of(db(), code)
    return render_template(
        "surveys/report.html", report=shown, versions=versions, tables=read_tables(shown.body["tables"]),
        facts=shown.body, asker=asker, **table_words(), programme=programme_title(shown.body["programme"]),
    )


def found(code: str, version: int | None) -> SurveyReport:
    """A version of a report; raises NotFound."""
    for each in queries.versions_of(db(), code):
        if version in (None, each.version):
            return each
    raise NotFound


@blueprint.get("/<code>/tables.csv")
@blueprint.get("/<code>/<int:version>/tables.csv")
@visitors()
def as_lines(code: str, version: int | None = None) -> ResponseReturnValue:
    """The published tables as CSV."""
    shown = found(code, version)
    content = tables_as_csv(read_tables(shown.body["tables"]), current_language(), _("hidden"))
    return Response(content, mimetype="text/csv", headers=saved_as(shown, "csv"))


@blueprint.get("/<code>/tables.json")
@blueprint.get("/<code>/<int:version>/tables.json")
@visitors()
def as_data(code: str, version: int | None = None) -> ResponseReturnValue:
    """The published tables as JSON, with how the survey was made; hidden cells are null."""
    shown = found(code, version)
    about: dict[str, Any] = {
        "code": shown.code, "version": shown.version, "published_on": shown.published_on.isoformat(),
        "centre": shown.centre_id, "change": shown.change,
    }
    answer = jsonify(about | shown.body)
    answer.headers.update(saved_as(shown, "json"))
    return answer


def saved_as(report: SurveyReport, kind: str) -> dict[str, str]:
    """Under which name a browser saves a file."""
    return {"Content-Disposition": f'attachment; filename="survey-{report.code}-{report.version}.{kind}"'}
