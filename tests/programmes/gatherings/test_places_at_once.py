"""Several who want the same place at the same moment, each with a connection of their own: it is given once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select
from support.gatherings import gathered, registered, told
from support.house import House
from support.page import Browser, values_of
from walks.test_at_once import at_once, real, real_app, real_url

from gilmok.ground.db import NOBODY
from gilmok.programmes.gatherings import seats, service
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import Someone
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import State

__all__ = ["real", "real_app", "real_url"]
MANY = 6


def states(house: House, gathering: Gathering) -> Counter[str]:
    """How many registrations stand how."""
    with house.job() as session:
        return Counter(session.scalars(select(Registration.state).where(Registration.gathering_id == gathering.id)))


def register_without_login(house: House, gathering: Gathering, start: Barrier, key: UUID) -> str:
    """What a registration by the public page leads to, in a session of its own."""
    start.wait(timeout=10)
    with house.installed.database.session(NOBODY) as session:
        session.execute(select(func.set_config("gilmok.gathering", str(gathering.id), True)))
        made = seats.register(
            session, gathering, Someone(name="가상하나", phone="01000000001"), key=key, vault=house.installed.vault,
        )
        session.commit()
        return made.state


def cancel(house: House, gathering: Gathering, start: Barrier, key: UUID) -> bool:
    """Whether this is what cancelled it."""
    start.wait(timeout=10)
    with house.session("sangdam") as session:
        row = session.scalars(select(Registration).where(Registration.key == key)).one()
        done = seats.give_back(session, gathering, row)
        session.commit()
        return done


def test_two_places_that_six_want_at_once_are_given_twice(real: House) -> None:
    made, start = gathered(real, places=2), Barrier(MANY)
    with ThreadPoolExecutor(MANY) as pool:
        given = Counter(pool.map(partial(register_without_login, real, made, start), [uuid4() for _ in range(MANY)]))
    assert given == states(real, made) == {State.REGISTERED: 2, State.WAITING: MANY - 2}


def test_a_form_that_is_sent_several_times_at_once_gives_one_place(real: House) -> None:
    made, start, key = gathered(real, places=2), Barrier(MANY), uuid4()
    with ThreadPoolExecutor(MANY) as pool:
        assert set(pool.map(partial(register_without_login, real, made, start), [key] * MANY)) == {State.REGISTERED}
    assert states(real, made) == {State.REGISTERED: 1}


def test_places_given_back_at_once_go_to_the_first_who_wait_one_each(real: House) -> None:
    made = gathered(real, places=3)
    rows = [registered(real, made) for _ in range(8)]
    start = Barrier(6)
    with ThreadPoolExecutor(6) as pool:
        # Two of them are cancelled by two people each: the second press changes nothing.
        keys = [row.key for row in (*rows[:2], *rows[:2], *rows[3:5])]
        done = list(pool.map(partial(cancel, real, made, start), keys))
    assert sum(done) == 4
    with real.job() as session:
        has = (Registration.gathering_id == made.id, Registration.state == State.REGISTERED)
        assert set(session.scalars(select(Registration.id).where(*has))) == {rows[2].id, rows[5].id, rows[6].id}
    assert states(real, made) == {State.REGISTERED: 3, State.WAITING: 1, State.CANCELLED: 4}


def test_who_registers_while_another_cancels_never_makes_one_too_many(real: House) -> None:
    made = gathered(real, places=1)
    holder = registered(real, made)
    start = Barrier(4)
    with ThreadPoolExecutor(4) as pool:
        acts = [pool.submit(register_without_login, real, made, start, uuid4()) for _ in range(3)]
        acts.append(pool.submit(cancel, real, made, start, holder.key))
        for act in acts:
            act.result(timeout=20)
    assert states(real, made) == {State.REGISTERED: 1, State.WAITING: 2, State.CANCELLED: 1}


def test_the_public_form_pressed_twice_gives_the_same_slip(real_app: Flask, real: House) -> None:
    made = gathered(real, places=2)
    browser = Browser(real_app)
    page = browser.get(f"/programmes/{made.key}").fill("이름", "가상하나").fill("연락처", "01000000001")
    page.choose("강좌·행사 신청을", "동의함")
    form = next(each for each in page.tree.css("form") if each.css_first('[name="phone"]'))
    values, cookie = values_of(page.tree, form) | page.typed, browser.client.get_cookie("gilmok")
    assert cookie
    tabs = [real_app.test_client() for _ in range(3)]
    for tab in tabs:
        tab.set_cookie("gilmok", cookie.value)
    answers = at_once(*(partial(tab.post, page.path, data=values) for tab in tabs))
    slips = {each.text[each.text.index('class="facts"'):][:400] for each in answers}
    assert ({each.status_code for each in answers}, len(slips)) == ({200}, 1)
    assert states(real, made) == {State.REGISTERED: 1}


def test_places_that_are_added_while_somebody_registers_are_all_given(real: House) -> None:
    made, start = gathered(real, places=1), Barrier(4)
    registered(real, made)

    def add_places() -> None:
        start.wait(timeout=10)
        with real.session("sangdam") as session:
            found = session.get_one(Gathering, made.id)
            service.tell(session, found, told(places=3), version=found.version, by=real.people["sangdam"])
            session.commit()

    with ThreadPoolExecutor(4) as pool:
        acts = [pool.submit(register_without_login, real, made, start, uuid4()) for _ in range(3)]
        acts.append(pool.submit(add_places))
        for act in acts:
            act.result(timeout=20)
    assert states(real, made) == {State.REGISTERED: 3, State.WAITING: 1}
