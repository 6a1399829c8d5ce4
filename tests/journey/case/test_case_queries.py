"""Lists as they are read: views, filters, order, pages by key, counts, search."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from psycopg._queries import MAX_CACHED_STATEMENT_LENGTH
from sqlalchemy.dialects.postgresql import psycopg
from support.casework import PERSON, taken_in
from support.house import House, make_case

from gilmok.ground.db.scope import scoped
from gilmok.ground.errors import NotFound
from gilmok.journey.case import counting, queries, service
from gilmok.journey.case.lists import NOBODY, Asked, Filters, Key, Page, Sort, View
from gilmok.journey.case.stages import Stage
from gilmok.modules.registry import Registry

BEGIN = datetime(2026, 1, 1, 3, tzinfo=UTC)


def at(day: int, **values: Any) -> dict[str, Any]:
    """The columns of a case that was received on this day of a year's beginning."""
    moment = BEGIN + timedelta(days=day)
    return {"received_at": moment, "received_on": moment.date(), **values}


def listed(house: House, asked: Asked, login: str = "sangdam", rows: int = 50) -> Page:
    """One page of a list, as this person sees it."""
    with house.session(login) as session:
        return queries.page(session, asked, rows=rows)


def numbers(page: Page) -> list[str]:
    """The numbers of the cases of a page."""
    return [row.number for row in page.rows]


def whole(house: House, asked: Asked, rows: int) -> list[str]:
    """The numbers of all pages, one after the other; of a few, where a page leads to itself."""
    page = listed(house, asked, rows=rows)
    found = numbers(page)
    while page.after and len(found) < 20:
        page = listed(house, Asked(**{**vars(asked), "after": page.after}), rows=rows)
        found += numbers(page)
    return found


@pytest.fixture
def seven(house: House) -> list[str]:
    """The numbers of seven cases, the oldest first; two of each pair were received in the same moment."""
    return [make_case(house, **at(day // 2)).number for day in range(7)]


def test_the_newest_come_first(house: House, seven: list[str]) -> None:
    assert numbers(listed(house, Asked())) == seven[::-1]


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_pages_show_each_case_once(house: House, seven: list[str], rows: int, direction: str) -> None:
    wanted = seven if direction == "asc" else seven[::-1]
    assert whole(house, Asked(direction=direction), rows) == wanted


def test_a_page_goes_back_to_the_one_before(house: House, seven: list[str]) -> None:
    first = listed(house, Asked(), rows=3)
    second = listed(house, Asked(after=first.after), rows=3)
    assert numbers(listed(house, Asked(before=second.before), rows=3)) == numbers(first)


def test_the_first_page_has_none_before_and_the_last_none_after(house: House, seven: list[str]) -> None:
    first = listed(house, Asked(), rows=4)
    last = listed(house, Asked(after=first.after), rows=4)
    assert (first.before, last.after) == (None, None)
    assert listed(house, Asked(before=last.before), rows=4).before is None


def test_a_case_that_arrives_between_two_pages_moves_nothing(house: House, seven: list[str]) -> None:
    first = listed(house, Asked(), rows=3)
    make_case(house, **at(99))
    assert numbers(listed(house, Asked(after=first.after), rows=4)) == seven[::-1][3:]


@pytest.fixture
def staged(house: House) -> dict[str, str]:
    """Numbers by stage and day: two cases of each of three stages."""
    stages = (Stage.COUNSELLING, Stage.TRIAGE, Stage.WAITING)
    return {make_case(house, **at(day, stage=stage)).number: f"{stage} {day}" for day in (1, 2) for stage in stages}


BY_STAGE = ["triage 2", "triage 1", "waiting 2", "waiting 1", "counselling 2", "counselling 1"]
BY_STAGE_BACK = ["counselling 2", "counselling 1", "waiting 2", "waiting 1", "triage 2", "triage 1"]


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 6])
@pytest.mark.parametrize(("direction", "wanted"), [("asc", BY_STAGE), ("desc", BY_STAGE_BACK)])
def test_stages_come_in_the_order_of_a_cases_way(
    house: House, staged: dict[str, str], rows: int, direction: str, wanted: list[str]
) -> None:
    found = whole(house, Asked(sort=Sort.STAGE, direction=direction), rows)
    assert [staged[number] for number in found] == wanted


@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_pages_by_stage_go_back_too(house: House, staged: dict[str, str], direction: str) -> None:
    asked = {"sort": Sort.STAGE, "direction": direction}
    first = listed(house, Asked(**asked), rows=3)
    second = listed(house, Asked(**asked, after=first.after), rows=3)
    assert numbers(listed(house, Asked(**asked, before=second.before), rows=3)) == numbers(first)


@pytest.fixture
def due(house: House) -> list[str]:
    """The numbers of five cases by their time limits: two share a day, and the last two have none."""
    days = (None, date(2026, 3, 2), date(2026, 1, 5), date(2026, 3, 2), None)
    stages = (Stage.WAITING, Stage.COUNSELLING)
    made = [make_case(house, **at(9 - place, due_on=day, stage=stages[place % 2])).number
            for place, day in enumerate(days)]
    return [made[place] for place in (2, 1, 3, 0, 4)]


@pytest.mark.parametrize("rows", [1, 2, 3, 5])
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_pages_by_the_time_limit_show_each_case_once(house: House, due: list[str], rows: int, direction: str) -> None:
    wanted = due if direction == "asc" else due[::-1]
    assert whole(house, Asked(sort=Sort.DUE, direction=direction), rows) == wanted


def test_pages_by_the_time_limit_go_back_too_and_their_keys_survive_an_address(house: House, due: list[str]) -> None:
    first = listed(house, Asked(sort=Sort.DUE, direction="asc"), rows=3)
    second = listed(house, Asked(sort=Sort.DUE, direction="asc", after=Key.read(str(first.after))), rows=3)
    assert numbers(second) == due[3:]
    back = listed(house, Asked(sort=Sort.DUE, direction="asc", before=Key.read(str(second.before))), rows=3)
    assert numbers(back) == due[:3]


def test_my_cases_are_mine(house: House) -> None:
    mine, other = make_case(house), make_case(house)
    give(house, mine.number, "sangdam")
    give(house, other.number, "nomusa")
    assert numbers(listed(house, Asked(view=View.MINE))) == [mine.number]


def give(house: House, number: str, login: str) -> None:
    """Let this person have the case."""
    with house.session(login) as session:
        service.assign(session, queries.by_number(session, number), house.people[login], by=house.people[login])
        session.commit()


def test_a_case_that_was_sent_is_in_the_list_of_sent_ones_only(house: House) -> None:
    case = make_case(house)
    with house.session("sangdam") as session:
        service.send_to_centre(session, queries.by_number(session, case.number), "jungnang", by=house.people["sangdam"])
        session.commit()
    assert numbers(listed(house, Asked(view=View.SENT))) == [case.number]
    assert numbers(listed(house, Asked())) == []
    assert numbers(listed(house, Asked(), "jungnang")) == [case.number]


FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"topic": "tax"}, {"tax"}),
    ({"stage": "counselling"}, {"counselled"}),
    ({"handler": NOBODY}, {"tax", "old"}),
    ({"received_from": date(2026, 1, 10)}, {"tax", "counselled"}),
    ({"received_to": date(2026, 1, 2)}, {"old"}),
    ({"topic": "tax", "received_to": date(2026, 1, 2)}, set()),
]


@pytest.mark.parametrize(("filters", "wanted"), FILTERS)
def test_filters_narrow_a_list_and_its_count(house: House, filters: dict[str, Any], wanted: set[str]) -> None:
    names = {
        make_case(house, **at(20, topic="tax")).number: "tax",
        (given := make_case(house, **at(21)).number): "counselled",
        make_case(house, **at(1)).number: "old",
    }
    give(house, given, "nomusa")
    asked = Asked(filters=Filters(**filters))
    with house.session("sangdam") as session:
        assert counting.counts(session, asked)[1].number == len(wanted)
    assert {names[number] for number in numbers(listed(house, asked))} == wanted


def test_a_topic_that_was_changed_is_the_one_that_a_list_is_narrowed_to(house: House) -> None:
    case = make_case(house)
    with house.session("sangdam") as session:
        service.send_to_centre(session, queries.by_number(session, case.number), "jungnang", by=house.people["sangdam"])
        session.commit()
    with house.session("jungnang") as session:
        service.change(session, queries.by_number(session, case.number), topic="tax")
        session.commit()
    for login, view in (("jungnang", View.ALL), ("sangdam", View.SENT)):
        narrowed = {topic: Asked(view=view, filters=Filters(topic=topic)) for topic in ("tax", "unpaid_wages")}
        assert numbers(listed(house, narrowed["tax"], login)) == [case.number]
        assert numbers(listed(house, narrowed["unpaid_wages"], login)) == []


def test_days_are_days_in_seoul(house: House) -> None:
    late = datetime(2026, 1, 2, 15, 30, tzinfo=UTC)  # half past midnight of the third in Seoul
    make_case(house, received_at=late)
    asked = Asked(filters=Filters(received_from=date(2026, 1, 3), received_to=date(2026, 1, 3)))
    assert len(listed(house, asked).rows) == 1


def test_each_view_is_counted(house: House) -> None:
    give(house, make_case(house).number, "sangdam")
    make_case(house)
    make_case(house, stage=Stage.TRIAGE)
    make_case(house, stage=Stage.CLOSED)
    with house.session("sangdam") as session:
        counts, matching = counting.counts(session, Asked())
    assert [counts[view].number for view in View] == [1, 0, 1, 1, 0, 3]
    assert matching == counts[View.ALL]


def test_another_centres_number_is_not_found(house: House) -> None:
    case = make_case(house)
    with house.session("jungnang") as session, pytest.raises(NotFound):
        queries.by_number(session, case.number)


@pytest.mark.parametrize("sought", [{"name": "홍길동", "phone": None}, {"name": "-", "phone": "01012345678"}])
def test_a_person_is_found_by_exact_name_or_phone(house: House, rivals: Registry, sought: dict[str, Any]) -> None:
    case = taken_in(house, rivals, person=PERSON)
    with house.session("nomusa") as session:
        rows = queries.found(session, **sought, vault=house.installed.vault)
    assert [row.number for row in rows] == [case.number]


@pytest.mark.parametrize("sought", [{"name": "홍길", "phone": None}, {"name": "-", "phone": "01012345679"}])
def test_a_part_of_a_name_or_another_number_finds_nobody(
    house: House, rivals: Registry, sought: dict[str, Any]
) -> None:
    taken_in(house, rivals, person=PERSON)
    with house.session("nomusa") as session:
        assert queries.found(session, **sought, vault=house.installed.vault) == []


def test_another_centres_person_is_not_found(house: House, rivals: Registry) -> None:
    taken_in(house, rivals, person=PERSON)
    with house.session("jungnang") as session:
        assert queries.found(session, name="홍길동", phone=None, vault=house.installed.vault) == []


@pytest.mark.parametrize(("given", "wanted"), [({"sharing": True}, True), ({"sharing": False}, False), ({}, False)])
def test_a_named_person_is_passed_on_only_if_they_agreed(
    house: House, rivals: Registry, given: dict[str, bool], wanted: bool
) -> None:
    case = taken_in(house, rivals, person=PERSON, consents=given)
    with house.session("sangdam") as session:
        assert queries.may_be_passed_on(session, case) is wanted


def test_danger_comes_before_a_near_time_limit_and_others_cases_stay_out(house: House) -> None:
    soon, danger = make_case(house, urgency="soon", **at(1)), make_case(house, urgency="danger", **at(2))
    give(house, make_case(house, urgency="danger", **at(0)).number, "nomusa")
    make_case(house)
    with house.session("sangdam") as session:
        rows = queries.urgent(session, rows=5)
    assert [row.number for row in rows] == [danger.number, soon.number]


def test_the_count_of_all_views_is_short_enough_to_be_kept_by_the_driver() -> None:
    statement = str(scoped(counting.count_of_views()).compile(dialect=psycopg.dialect()))
    assert len(statement) <= MAX_CACHED_STATEMENT_LENGTH, "the driver would read it anew in each request"
