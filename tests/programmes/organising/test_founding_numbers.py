"""Numbers for the city: by centre and year, each founding once."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select
from support.casework import browser_of
from support.foundings import begun, moved
from support.house import House

from gilmok.ground.clock import today
from gilmok.programmes.organising.demo import make_demo_foundings
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.numbers import Numbers, counted, first_year
from gilmok.programmes.organising.stages import Stage

TODAY = today()
FILED = (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY)


def numbers(house: House, login: str = "sicheong") -> list[Numbers]:
    """What this person counts of this year."""
    with house.session(login) as session:
        return list(counted(session, TODAY.year))


def test_an_official_counts_every_centre_and_a_centre_itself(house: House) -> None:
    moved(house, begun(house), *FILED, (Stage.CERTIFIED, TODAY))
    begun(house, "jungnang", joining=4)
    ours = Numbers("gwanak", begun=1, joining=9, filed=1, certified=1, joined=0, organised=9)
    assert numbers(house) == [ours, Numbers("jungnang", 1, 4, 0, 0, 0, 0)]
    assert numbers(house, "sangdam") == [ours]
    assert numbers(house, "unyeong") == []


def test_who_files_twice_or_puts_a_day_right_counts_once(house: House) -> None:
    made = moved(house, begun(house), *FILED, (Stage.SUPPLEMENT, TODAY), (Stage.FILED, TODAY))
    moved(house, made, (Stage.FILED, TODAY))
    assert [each.filed for each in numbers(house)] == [1]


def test_a_certificate_that_was_noted_by_mistake_is_not_counted(house: House) -> None:
    moved(house, begun(house), *FILED, (Stage.CERTIFIED, TODAY), (Stage.FILED, TODAY))
    assert [(each.filed, each.certified, each.organised) for each in numbers(house)] == [(1, 0, 0)]


def test_who_joins_an_existing_union_is_counted_beside_those_with_a_certificate(house: House) -> None:
    moved(house, begun(house, kind="join", joining=5), (Stage.JOINED, TODAY))
    assert [(each.certified, each.joined, each.organised) for each in numbers(house)] == [(0, 1, 5)]


def test_another_year_has_numbers_of_its_own(house: House) -> None:
    made = begun(house)
    with house.job() as session:
        session.merge(made).opened_on = TODAY - timedelta(days=400)
        session.commit()
    with house.session("sicheong") as session:
        assert first_year(session, TODAY.year) == (TODAY - timedelta(days=400)).year
    assert numbers(house) == []


def test_the_page_says_no_working_name(app: Flask, house: House) -> None:
    begun(house)
    page = browser_of(app, house, "sicheong").get("/unions/numbers/").press("보기")
    assert page.rows()[0][1:] == ["1", "9", "0", "0", "0", "0"]
    assert "가상정밀" not in page.response.text


def test_the_demonstration_has_foundings_in_different_stages(house: House) -> None:
    by = house.people["sangdam"]
    with house.session("sangdam") as session:
        assert make_demo_foundings(session, by=by, vault=house.installed.vault) == 3
        stages = session.scalars(select(Founding.stage)).all()
    assert sorted(stages) == [Stage.CERTIFIED, Stage.PREPARING, Stage.SUPPLEMENT]
