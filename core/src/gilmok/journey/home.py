"""The first page: what waits for one today. Who has no cases is led to what they work with."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, Role, may
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.journey.case import counting, pages, queries
from gilmok.journey.case.lists import Asked, Sort, View
from gilmok.journey.counselling import follow_ups, tasks
from gilmok.journey.intake.drafts import mine
from gilmok.journey.requests import queries as requests
from gilmok.law.queries import calendar

ROWS = 10


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
    log(db(), "home_seen", cases=[row.case_id for row in urgent])
    return render_template(
        "cases/home.html", counts=counts, View=View, lines=pages.lines_of(urgent, names=names, vault=vault()),
        tasks_due=tasks.counts(db())[2] + len(follow_ups.waiting(db(), mine=True)), manages=manages,
        drafts=mine(db(), vault=vault()), asked=None, picks=False, requests=requests.how_many(db()),
        added=requests.unread_by(db()),
        late_requests=requests.late(db(), calendar(db()), today()) if manages else 0,
    )
