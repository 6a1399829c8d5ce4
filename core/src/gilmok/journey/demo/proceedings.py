"""The legal actions of made-up cases, and the days from which their time limits count."""

from datetime import date, datetime, timedelta
from typing import Any

from gilmok.ground import clock
from gilmok.ground.clock import SEOUL
from gilmok.journey.clocks.service import enter_day
from gilmok.journey.clocks.starts import Event
from gilmok.journey.demo.lives import Diary, Life
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.offices import competent
from gilmok.journey.legal_aid.service import advance, open_action
from gilmok.journey.legal_aid.workflows import workflow
from gilmok.journey.routing.store import restored

MONTH, THREE_YEARS = timedelta(days=30), timedelta(days=1095)
LAPSING = 3
MONEY = ("unpaid_wages", "severance_pay", "working_hours")


def day_of(moment: datetime) -> date:
    """The day of a moment in Seoul."""
    return moment.astimezone(SEOUL).date()


def days_known(life: Life, diary: Diary) -> None:
    """Paydays of unpaid wages, and the day of leaving. In a few open cases of each person the first lapses soon."""
    if life.case.topic not in MONEY:
        return
    first = day_of(life.began) - 4 * MONTH
    if life.is_open and diary["lapsing", life.person.id] < LAPSING:
        diary["lapsing", life.person.id] += 1
        first = day_of(life.until) - THREE_YEARS + timedelta(days=life.chance.randint(2, 13))
    won = 10_000 * life.chance.randint(40, 240)
    with clock.at(life.began + timedelta(hours=2)):
        for month in range(life.chance.randint(1, 3)):
            enter_day(life.session, life.case, Event.PAYDAY, first + month * MONTH, won=won, by=life.person)
        if restored(life.case.facts).get("still_employed") is False:
            enter_day(life.session, life.case, Event.LEFT, day_of(life.began - MONTH), won=None, by=life.person)


def proceeded(life: Life, *, filed: bool) -> LegalAction | None:
    """The legal action of some cases, as far as its steps have come; not filed, it is still being prepared."""
    at = life.began + timedelta(days=1)
    if life.action is None or at > life.until or life.chance.random() < 0.5:
        return None
    kind, subkind = life.action
    office = competent(life.atlas, workflow(kind).service, restored(life.case.facts), day_of(at)).agency
    answers = {"agency": office.code} if office else {}
    with clock.at(at):
        first = first_day(life)
        action = open_action(life.session, life.case, kind, subkind, by=life.person, on=first, answers=answers)
    for to, later, asked in life.plan.steps if filed else ():
        at += timedelta(days=later + life.chance.randint(0, 9))
        if at > life.until:
            break
        with clock.at(at):
            advance(life.session, action, to, by=life.person, on=day_of(at), answers=answered(life, asked))
    return action


def first_day(life: Life) -> date | None:
    """The day from which the first limit of the action counts, where it is known."""
    day = restored(life.case.facts).get("event_date")
    return day if life.case.topic not in MONEY and isinstance(day, date) else None


def answered(life: Life, asked: dict[str, Any]) -> dict[str, Any]:
    """The answers of a step: a made-up number, a made-up sum."""
    said = {"won": 10_000 * life.chance.randint(60, 900)}
    answers = {name: said.get(value, value) for name, value in asked.items()}
    if "receipt_number" in answers:
        answers["receipt_number"] += f"{life.case.id:05d}"
    return answers
