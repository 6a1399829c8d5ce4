"""Counting a quarter: of one's own centre, for an official of all; row security says the same."""

from typing import Any

from sqlalchemy import ColumnElement, func, select

from gilmok.modules.site import ViewerSession
from gilmok_occupational_safety.keeping import here
from gilmok_occupational_safety.near_miss.codes import COUNTED
from gilmok_occupational_safety.near_miss.models import NearMiss
from gilmok_occupational_safety.numbers.counting import Counts
from gilmok_occupational_safety.quarters import Quarter
from gilmok_occupational_safety.relief.models import MeasureCount
from gilmok_occupational_safety.visits.models import Advice, Visit


def within(quarter: Quarter, day: Any) -> ColumnElement[bool]:
    """The condition that a day lies in the quarter."""
    found: ColumnElement[bool] = (day >= quarter.first) & (day < quarter.following.first)
    return found


def counted(session: ViewerSession, table: Any, row: Any, column: Any, *where: ColumnElement[bool]) -> Counts:
    """How many rows of a table there are by two of its columns."""
    found = select(row, column, func.count()).where(here(session, table), *where).group_by(row, column)
    return {(one, other): count for one, other, count in session.execute(found)}


def reports(session: ViewerSession, quarter: Quarter, column: Any) -> Counts:
    """Valid reports by danger and another column."""
    valid = NearMiss.verdict.in_(COUNTED), within(quarter, NearMiss.received_on)
    return counted(session, NearMiss, NearMiss.hazard, column, *valid)


def visits(session: ViewerSession, quarter: Quarter) -> Counts:
    """Visits that were asked for in the quarter, by how they stand and region."""
    return counted(session, Visit, Visit.state, Visit.region, within(quarter, Visit.asked_on))


def advice(session: ViewerSession, quarter: Quarter) -> Counts:
    """Recommendations that were asked back in the quarter, by what came of them and region."""
    return counted(session, Advice, Advice.result, Advice.region, within(quarter, Advice.answered_on))


def measures(session: ViewerSession, quarter: Quarter) -> Counts:
    """Relief measures that were arranged in the quarter, by kind and region."""
    return counted(
        session, MeasureCount, MeasureCount.kind, MeasureCount.region, MeasureCount.result.is_(None),
        MeasureCount.quarter == quarter.first,
    )


def outcomes(session: ViewerSession, quarter: Quarter) -> Counts:
    """Relief measures that ended in the quarter, by what came of them and region."""
    return counted(
        session, MeasureCount, MeasureCount.result, MeasureCount.region, MeasureCount.result.is_not(None),
        MeasureCount.quarter == quarter.first,
    )
