"""How made-up cases end: the action with the case, what was recovered, and what people say some time after."""

from datetime import datetime, timedelta

from gilmok.ground import clock
from gilmok.journey.case import service as cases
from gilmok.journey.case.endings import CloseReason, Outcome
from gilmok.journey.counselling import follow_ups
from gilmok.journey.demo.lives import Life
from gilmok.journey.demo.plans import ENDINGS, ENDINGS_OF_ACTIONS, OUTCOMES
from gilmok.journey.demo.proceedings import day_of
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.service import advance
from gilmok.journey.legal_aid.table import DROPPED, ENDS, PREPARING, SETTLED, WITHDRAWN


def ended(life: Life, action: LegalAction | None, now: datetime) -> None:
    """The case is closed, its action with it; most people are asked afterwards how it went."""
    reason = life.chance.choice(ENDINGS_OF_ACTIONS if action else ENDINGS)
    won = 10_000 * life.chance.randint(30, 800) if reason is CloseReason.SETTLED else None
    outcome = life.chance.choice(life.plan.settled) if won else OUTCOMES.get(reason, Outcome.UNKNOWN)
    with clock.at(life.until):
        if action is not None and action.state not in ENDS:
            finished(life, action, won)
        cases.close(life.session, life.case, reason, by=life.person, outcome=outcome, recovered_won=won)
    if reason in follow_ups.ASKED and not life.case.anonymous:
        asked_afterwards(life, now, paid=bool(won))


def finished(life: Life, action: LegalAction, won: int | None) -> None:
    """The action ends with its case: given up before it was filed, settled, or withdrawn."""
    to = DROPPED if action.state == PREPARING else SETTLED if won else WITHDRAWN
    answers = {"recovered": won} if to == SETTLED else {}
    advance(life.session, action, to, by=life.person, on=day_of(life.until), answers=answers)


def asked_afterwards(life: Life, now: datetime, *, paid: bool) -> None:
    """Someone asks how it went; a few are not asked yet."""
    for days in follow_ups.UNTIL:
        at = life.until + timedelta(days=days + life.chance.randint(0, 9))
        money = life.chance.choice(("full", "part")) if paid else "no_money"
        if at < now and life.chance.random() < 0.9:
            with clock.at(at):
                follow_ups.answer(life.session, life.case, days=days, money=money, settled="yes", by=life.person)
