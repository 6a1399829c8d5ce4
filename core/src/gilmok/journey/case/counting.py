"""How many cases there are: in each view and in a list, each counted to a thousand."""

from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, select

from gilmok.ground.db import ViewerSession, read
from gilmok.journey.case.lists import COUNTED_TO, OPEN_STAGES, STAGES_OF, Asked, Count, View, counted, stages_of
from gilmok.journey.case.models import Case, CaseGrant
from gilmok.journey.case.queries import grants, who_asks
from gilmok.journey.case.stages import Stage

STAGES = (*OPEN_STAGES, *STAGES_OF[View.SENT])
MOST = bindparam("most", COUNTED_TO + 1, type_=Integer)


def counts(session: ViewerSession, asked: Asked) -> tuple[dict[View, Count], Count]:
    """How many cases each view has, and how many the list as it is asked for; each counted to a thousand."""
    # A list of one stage is counted along; with more, the statement would be too long for the driver to keep.
    together = bool(asked.filters) and len(stages_of(asked)) == 1
    query = count_of_both(asked) if together else count_of_views()
    mine, due, *numbers = tuple(read(session, query, who_asks(session)).one())
    of_list = numbers.pop() if together else None
    of_stages: dict[str, int] = dict(zip(STAGES, numbers, strict=True))
    of_views = {view: counted(sum(of_stages[stage] for stage in stages)) for view, stages in STAGES_OF.items()}
    of_views |= {View.MINE: counted(mine), View.DUE: counted(due)}
    if not asked.filters:
        return of_views, of_views[asked.view]
    if of_list is None:
        of_list = read(session, count_of_list(asked), who_asks(session)).scalar_one()
    return of_views, counted(of_list)


def closed_since(session: ViewerSession, moment: datetime) -> tuple[int, int]:
    """How many cases of one's centre were closed since a moment, and how many won their people got, as far as known."""
    of_centre = (Case.centre_id == session.viewer.centre, Case.stage == Stage.CLOSED, Case.closed_at >= moment)
    query = select(func.count(), func.sum(Case.recovered_won)).where(*of_centre)
    number, won = session.execute(query).one()
    return number, int(won or 0)


@cache
def count_of_views() -> Select[*tuple[Any, ...]]:
    """The query for the count of one's own cases and for that of each stage; made once, for it costs more to make than
    to run."""
    own = (count_of(Asked(view=view)) for view in (View.MINE, View.DUE))
    return select(*own, *(count_of_stage(Asked(), stage) for stage in STAGES))


@lru_cache(maxsize=256)
def count_of_list(asked: Asked) -> Select[*tuple[Any, ...]]:
    """The query for the count of a list; kept, as the list's own."""
    return select(count_of(asked))


@lru_cache(maxsize=256)
def count_of_both(asked: Asked) -> Select[*tuple[Any, ...]]:
    """The query for the count of the views and, last, of a list."""
    return count_of_views().add_columns(count_of(asked))


def count_of(asked: Asked) -> Any:
    """How many rows a list has, as a part of a query."""
    return reduce(add, (count_of_stage(asked, stage) for stage in stages_of(asked)))


def count_of_stage(asked: Asked, stage: str) -> Any:
    """How many rows of one stage a list has, as a part of a query that looks at no more than it must."""
    # Kept short, for the driver reads a statement of more than 4,096 characters anew each time.
    looked_at = grants(replace(asked, after=None, before=None), stage).with_only_columns(CaseGrant.case_id.label("id"))
    looked_at = looked_at.limit(MOST)
    return select(func.count()).select_from(looked_at.subquery()).scalar_subquery()
