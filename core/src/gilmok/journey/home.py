"""The first page: what waits for one today. Who has no cases is led to what they work with."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, Role, may
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, today
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.journey.case import counting, pages, queries
from gilmok.journey.case.lists import Asked, Sort, View
from gilmok.journey.counselling import appointment_lists, follow_ups, task_lists
from gilmok.journey.counselling.showing import CHANNEL_TITLES
from gilmok.journey.counselling.tab import time_of
from gilmok.journey.intake.drafts import mine
from gilmok.journey.requests import queries as requests
from gilmok.law.queries import calendar
from gilmok.programmes.employment import checks
from gilmok.programmes.organising.queries import due_by
from gilmok.programmes.welfare import links

ROWS, TASKS = 10, 5
LATELY, WEEK = timedelta(days=30), timedelta(days=7)


@needs(Permission.LOGGED_IN)
def home() -> ResponseReturnValue:
    """The start page of a centre's staff; the modules for the city's officials and the operator."""
    if not may(me(), Permission.SEE_CASES):
        return redirect(url_for("modules.index"))
    asked = Asked(view=View.MINE, sort=Sort.RECEIVED, direction="desc")
    manages = me().role == Role.MANAGER
    urgent = queries.urgent(db(), rows=ROWS, for_manager=manages)
    counts, _mine = counting.counts(db(), asked)
    names = {each.id: each.name for each in queries.staff(db(), me().centre_id or "")}
    work, seen = work_of(manages=manages)
    log(db(), "home_seen", cases=sorted({*(row.case_id for row in urgent), *seen}))
    return render_template(
        "cases/home.html", counts=counts, View=View, lines=pages.lines_of(urgent, names=names, vault=vault()),
        manages=manages, drafts=mine(db(), vault=vault()), asked=None, picks=False, **work,
        foundings=due_by(db(), today() + WEEK), links_late=links.overdue(db()), jobs_due=len(checks.waiting(db())),
        **asked_online(manages=manages),
    )


def asked_online(*, manages: bool) -> dict[str, Any]:
    """How many requests for help wait, what was added to them unread, and, for a manager, how many wait too long."""
    return {
        "requests": requests.how_many(db()), "added": requests.unread_by(db()),
        "late_requests": requests.late(db(), calendar(db()), today()) if manages else 0,
    }


def work_of(*, manages: bool) -> tuple[dict[str, Any], set[int]]:
    """What one has to do, whom one meets within a week (a manager: the centre), and what was closed lately; and the ids
    of the cases that are among it."""
    todo, of_cases = task_lists.open_tasks(db(), mine=True, vault=vault(), most=TASKS)
    meetings = appointment_lists.of_days(db(), today(), WEEK, person=None if manages else me().id)
    closed, recovered = counting.closed_since(db(), queries.midnight(today() - LATELY))
    shown = {
        "tasks_due": task_lists.counts(db())[2] + len(follow_ups.waiting(db(), mine=True)), "todo": todo,
        "meetings": by_day(meetings), "closed": closed, "recovered": recovered, "time_of": time_of,
        "channels": CHANNEL_TITLES,
    }
    return shown, {*of_cases, *(each.case_id for each in meetings)}


def by_day(found: Iterable[appointment_lists.Line]) -> list[tuple[Any, list[appointment_lists.Line]]]:
    """The appointments of each day that has some."""
    days = groupby(found, key=lambda each: each.at.astimezone(SEOUL).date())
    return [(day, list(lines)) for day, lines in days]
