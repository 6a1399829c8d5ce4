"""A made-up case since somebody could take it: taken up or not, worked on, closed or still open."""

from dataclasses import replace
from datetime import timedelta

from gilmok.ground import clock
from gilmok.journey.case import service as cases
from gilmok.journey.clocks.service import wind
from gilmok.journey.demo.ends import ended
from gilmok.journey.demo.lives import Diary, Life, planned, talked
from gilmok.journey.demo.proceedings import days_known, proceeded
from gilmok.journey.demo.telling import is_near

MOST_CLOSED = 0.85


def live_on(life: Life, diary: Diary) -> None:
    """What became of the case since: most older ones were taken up, many are closed."""
    now, age = life.until, (life.until - life.began).days
    if life.chance.random() > age / 20 and not is_near(life.case, now):
        return
    with clock.at(life.began + timedelta(hours=1)):
        cases.take(life.session, life.case, by=life.person)
    if life.chance.random() < min(age / 150, MOST_CLOSED) and not is_near(life.case, now):
        days = min(age, life.chance.randint(10, 75))
        life = replace(life, until=life.began + timedelta(days=days), is_open=False)
    talked(life)
    days_known(life, diary)
    action = proceeded(life, filed=not is_near(life.case, now))
    if not life.is_open:
        ended(life, action, now)
        return
    with clock.at(now):
        if not life.case.anonymous:
            planned(life, diary)
        wind(life.session, life.case)
