"""The page of a case's clocks, for the view that only shows it and for forms that come back."""

from flask import request

from gilmok.ground.i18n import titled
from gilmok.ground.web.request import db
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, Errors, show_case
from gilmok.journey.clocks.queries import clocks_of
from gilmok.journey.clocks.rules import THEIRS, State
from gilmok.journey.clocks.starts import EVENTS, WITH_AMOUNT
from gilmok.journey.clocks.words import STATE_TITLES, STATE_TONES
from gilmok.law.showing import teller


def show_clocks(case: Case, *, errors: Errors | None = None) -> Answer:
    """The page of clocks, with what was typed into a refused form."""
    tells, running = teller(), clocks_of(db(), case)
    return show_case(
        "clocks/index.html", case, status=422 if errors else 200, errors=errors or {}, typed=request.form,
        clocks=[(clock, tells.limit(clock.running) if clock.running else None) for clock in running.found],
        actions=running.in_actions, entered=running.entered, EVENTS=EVENTS, STATE_TITLES=STATE_TITLES,
        STATE_TONES=STATE_TONES, THEIRS=THEIRS, State=State, WITH_AMOUNT=WITH_AMOUNT,
        gone=running.gone,
        events=titled(EVENTS),
    )
