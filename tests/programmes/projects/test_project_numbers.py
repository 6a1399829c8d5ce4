"""What is counted: as far as it was written down, of who did it, and for nobody who may not."""

import csv
from datetime import timedelta

from support.house import House
from support.projects import action_of, note_of, project_of

from gilmok.ground.clock import today
from gilmok.programmes.projects.numbers import Numbers, counted

from .conftest import By

YEAR = (today() - timedelta(days=365), today() + timedelta(days=365))


def numbers(house: House, login: str, *, by_centre: bool = False) -> dict[str | None, Numbers]:
    """What this person counts of two years, by programme or centre."""
    with house.session(login) as session:
        return {each.of: each for each in counted(session, *YEAR, house.people[login], by_centre=by_centre)}


def made_up(house: House) -> None:
    """A project with actions of two centres, one of them to come, one called off; one of another centre alone."""
    made = project_of(house)
    action_of(house, made, people_reached=40, leaflets_given=100)
    action_of(house, made, days=-3)
    action_of(house, made, "jungnang", people_reached=2, media_mentions=1)
    action_of(house, made, days=3, people_reached=1000)
    action_of(house, made, called_off=True, people_reached=1000)
    project_of(house, "jungnang", roles=(), programme="C8")
    note_of(house)


def test_a_centre_counts_what_it_leads_and_did(house: House) -> None:
    made_up(house)
    assert numbers(house, "senteojang") == {
        "C4": Numbers(of="C4", notes=1),
        "C7": Numbers(of="C7", projects=1, actions=2, measured=1, people=40, leaflets=100),
    }
    assert numbers(house, "jungnang")["C7"] == Numbers(of="C7", actions=1, measured=1, people=2, media=1)


def test_an_official_counts_everything_by_programme_and_by_centre(house: House) -> None:
    made_up(house)
    found = numbers(house, "sicheong")
    assert (found["C7"].actions, found["C7"].people, found["C8"].projects) == (3, 42, 1)
    by_centre = numbers(house, "sicheong", by_centre=True)
    assert {of: (each.projects, each.actions, each.notes) for of, each in by_centre.items()} == {
        "gwanak": (1, 2, 1), "jungnang": (1, 1, 0),
    }


def test_only_what_lies_in_the_time_is_counted(house: House) -> None:
    made_up(house)
    project_of(house, starts_on=today() - timedelta(days=90), ended_on=today() - timedelta(days=60))
    with house.session("senteojang") as session:
        (row,) = counted(session, today() - timedelta(days=3), today() - timedelta(days=1), house.people["senteojang"])
    assert (row.projects, row.actions) == (0, 1)


def test_the_numbers_leave_as_csv_as_they_are_shown(by: By, house: House) -> None:
    made_up(house)
    answer = by("sicheong").client.get("/projects/numbers/file.csv")
    lines = list(csv.DictReader(answer.text.removeprefix("\ufeff").splitlines()))
    assert [(each["of"][:2], each["people"]) for each in lines if each["by"] == "사업 구분"] == [
        ("C4", "0"), ("C7", "42"), ("C8", "0"),
    ]
    assert {each["by"] for each in lines} == {"사업 구분", "센터"}
    assert {each["by"] for each in csv.DictReader(
        by("senteojang").client.get("/projects/numbers/file.csv").text.removeprefix("\ufeff").splitlines()
    )} == {"사업 구분"}


def test_the_operator_gets_no_numbers_and_a_bad_time_is_said(by: By) -> None:
    assert by("unyeong").get("/projects/numbers/").status == 403
    assert by("sicheong").get("/projects/numbers/?from=2026-05-01&to=2026-04-01").status == 422
