"""The page of numbers."""

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.modules.site import _, atlas, db, me, needs, today
from gilmok_occupational_safety.near_miss.codes import HAZARDS
from gilmok_occupational_safety.near_miss.models import NearMiss
from gilmok_occupational_safety.numbers import queries
from gilmok_occupational_safety.numbers.counting import Counts, Shown, shown
from gilmok_occupational_safety.permissions import SEE_NUMBERS
from gilmok_occupational_safety.quarters import Quarter, latest
from gilmok_occupational_safety.relief import codes as relief
from gilmok_occupational_safety.visits import codes as visits
from gilmok_occupational_safety.words import industries, quarter_name, region_name, said

blueprint = Blueprint("occupational_safety_numbers", __name__, url_prefix="/numbers")
Titled = tuple[str, Mapping[str, str], Mapping[str, str], Shown]


@blueprint.get("/")
@needs(SEE_NUMBERS)
def index() -> ResponseReturnValue:
    """A quarter in numbers: reports, visits, recommendations, relief and what came of it."""
    quarters = latest(today())
    chosen = next((each for each in quarters if each.code == request.args.get("quarter")), quarters[0])
    return render_template(
        "occupational_safety/numbers/index.html", tables=tables(chosen), chosen=chosen, of_all=me().centre_id is None,
        quarters=[(each.code, quarter_name(each)) for each in quarters], quarter_name=quarter_name,
    )


def tables(quarter: Quarter) -> list[Titled]:
    """Every table of a quarter, with its title and what its rows and columns are called."""
    session, regions = db(), {code: region_name(code) for code in atlas(db()).regions}
    return [
        table(_("Valid reports by danger and industry"), HAZARDS, industries(),
              queries.reports(session, quarter, NearMiss.industry)),
        table(_("Valid reports by danger and region"), HAZARDS, regions,
              queries.reports(session, quarter, NearMiss.region)),
        table(_("Visits asked for, as they stand"), visits.STATES, regions, queries.visits(session, quarter)),
        table(_("Recommendations asked back"), visits.RESULTS, regions, queries.advice(session, quarter)),
        table(_("Relief measures arranged"), relief.KINDS, regions, queries.measures(session, quarter)),
        table(_("Relief measures ended, by what came of them"), relief.RESULTS, regions,
              queries.outcomes(session, quarter)),
    ]


def table(title: str, rows: Mapping[str, str], columns: Mapping[str, str], counts: Counts) -> Titled:
    """One table."""
    return title, said(rows), columns, shown(counts, [*rows], [*columns])
