"""How many cases there are: in each view and in a list, each counted to a thousand."""

from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, FromClause, Integer, ScalarSelect, Select, Text, bindparam, func, select

from gilmok.ground.db import ViewerSession, read
from gilmok.journey.case.lists import COUNTED_TO, OPEN_STAGES, STAGES_OF, Asked, Count, View, counted, stages_of
from gilmok.journey.case.models import Case, CaseGrant
from gilmok.journey.case.queries import AT_STAGE, grants, who_asks
from gilmok.journey.case.stages import SENT, Stage

STAGES = (*OPEN_STAGES, *STAGES_OF[View.SENT])
MOST = bindparam("most", COUNTED_TO + 1, type_=Integer)


def counts(session: ViewerSession, asked: Asked) -> tuple[dict[View, Count], Count]:
    """How many cases each view has, and how many the list as it is asked for; each counted to a thousand."""
    query = count_of_both(asked) if asked.filters else count_of_views()
    rows = {row.stage: row for row in read(session, query, who_asks(session))}
    of_views = {view: counted(sum(rows[each].all for each in stages)) for view, stages in STAGES_OF.items()}
    of_views[View.MINE] = counted(sum(rows[each].mine for each in OPEN_STAGES))
    of_views[View.DUE] = counted(sum(rows[each].due for each in OPEN_STAGES))
    return of_views, counted(rows[STAGES[0]].listed) if asked.filters else of_views[asked.view]


def closed_since(session: ViewerSession, moment: datetime) -> tuple[int, int]:
    """How many cases of one's centre were closed since a moment, and how many won their people got, as far as known."""
    of_centre = (Case.centre_id == session.viewer.centre, Case.stage == Stage.CLOSED, Case.closed_at >= moment)
    query = select(func.count(), func.sum(Case.recovered_won)).where(*of_centre)
    number, won = session.execute(query).one()
    return number, int(won or 0)


@cache
def count_of_views() -> Select[*tuple[Any, ...]]:
    """The query for the counts of each stage (`all`, one's own, near a time limit); made once, for it costs more to
    make than to run. One row for each stage: PostgreSQL then sets three counts up, and not one for each view and
    stage."""
    stages = func.unnest(bindparam("stages", [*STAGES], type_=ARRAY(Text))).table_valued("stage").render_derived()
    views = (View.ALL, View.MINE, View.DUE)
    counts_of = (counting(Asked(view=view), stages.c.stage, outside=stages).label(view) for view in views)
    return select(stages.c.stage, *counts_of)


@lru_cache(maxsize=256)
def count_of_both(asked: Asked) -> Select[*tuple[Any, ...]]:
    """The query for the counts of each stage and, the same in each row, of a list (`listed`)."""
    of_list = reduce(add, (counting(asked, AT_STAGE[stage], sent=stage == SENT) for stage in stages_of(asked)))
    return count_of_views().add_columns(of_list.label("listed"))


def counting(
    asked: Asked, status: ColumnElement[str], *, sent: bool = False, outside: FromClause | None = None
) -> ScalarSelect[int]:
    """How many rows of one stage a list has, as a part of a query that looks at no more than it must. Kept short: the
    driver reads a statement of more than 4,096 characters anew each time. `outside`: whose row gives the stage."""
    looked_at = grants(replace(asked, after=None, before=None), status, sent=sent)
    looked_at = looked_at.with_only_columns(CaseGrant.case_id.label("id")).limit(MOST).correlate(outside)
    return select(func.count()).select_from(looked_at.subquery()).scalar_subquery()
