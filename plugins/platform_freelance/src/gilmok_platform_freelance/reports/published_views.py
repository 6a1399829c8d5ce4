"""What is published, for anybody: each quarterly report in each of its versions, and its figures as CSV."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from gilmok.modules.site import NotFound, _, as_csv, db, visitors
from gilmok_platform_freelance.reports import quarterly
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.publicly import TOGETHER
from gilmok_platform_freelance.reports.quarterly_models import PublishedQuarterly
from gilmok_platform_freelance.reports.rules import Quarter
from gilmok_platform_freelance.reports.words import region_name, titles

blueprint = Blueprint("platform_freelance_published", __name__, url_prefix="/reports/published")


@blueprint.get("/")
@visitors()
def index() -> ResponseReturnValue:
    """Every published report."""
    return render_template(
        f"{TEMPLATES}/published_list.html", reports=quarterly.newest_published(db()), quarter_of=quarter_of, **titles(),
    )


@blueprint.get("/<code>")
@blueprint.get("/<code>/<int:version>")
@visitors()
def report(code: str, version: int | None = None) -> ResponseReturnValue:
    """A report, the newest version where none is named."""
    shown = found(code, version)
    return render_template(
        f"{TEMPLATES}/published.html", report=shown, versions=quarterly.published_versions(db(), code),
        quarter=quarter_of(shown), **({**titles(), "kinds": kind_titles()}),
    )


@blueprint.get("/<code>/<int:version>/figures.csv")
@visitors()
def as_lines(code: str, version: int) -> ResponseReturnValue:
    """The figures of a version as CSV."""
    shown = found(code, version)
    name = f"monitoring-{shown.code}-{shown.version}.csv"
    return Response(
        as_csv(lines_of(shown)), mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def found(code: str, version: int | None) -> PublishedQuarterly:
    """A version of a report; raises NotFound."""
    for each in quarterly.published_versions(db(), code):
        if version in (None, each.version):
            return each
    raise NotFound


def lines_of(shown: PublishedQuarterly) -> Iterator[list[Any]]:
    """The figures line by line: kind, region, number; `hidden` where there is none."""
    table, kinds, hidden = shown.body["table"], kind_titles(), _("hidden")
    columns = [_("All"), *map(region_name, table["regions"])]
    yield [_("What happened"), _("Region"), _("Reports")]
    yield [_("All"), _("All"), hidden if table["total"] is None else table["total"]]
    for row in table["rows"]:
        for column, count in zip(columns, row["cells"], strict=True):
            yield [kinds[row["kind"]], column, hidden if count is None else count]
    for each in shown.body["named"]:
        yield [each["name"], _("All"), _("%(count)s or more", count=each["least"])]


def kind_titles() -> dict[str, str]:
    """What rows are called, with the one of kinds that are too few by themselves."""
    kinds: dict[str, str] = titles()["kinds"]
    return {**kinds, TOGETHER: _("Other kinds together")}


def quarter_of(shown: PublishedQuarterly) -> Quarter:
    """The quarter that a published report is about."""
    return Quarter(shown.body["year"], shown.body["quarter"])
