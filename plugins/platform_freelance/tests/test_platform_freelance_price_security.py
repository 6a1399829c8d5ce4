"""Who reads and writes what of unit prices, past all pages: through the web's role in PostgreSQL."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from gilmok_platform_freelance.mapped import PriceComparison, PriceKind, PriceObservation, PriceRelease
from gilmok_platform_freelance.prices import collecting, queries, releasing
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from support.house import House, make_case

from gilmok.ground.db import NOBODY, ViewerSession

KIND = {
    "code": "page", "field_ko": "디자인", "field_en": "Design", "name_ko": "쪽", "name_en": "Page", "unit_ko": "쪽",
    "unit_en": "page", "active": True,
}
SEEN: dict[str, Any] = {
    "won": 1000, "quantity": 1, "month": date(2026, 3, 1), "experience": "unknown", "region": "anywhere",
    "source": "survey", "evidence": True,
}
SAID: dict[str, Any] = {
    "first": date(2026, 1, 1), "last": date(2026, 6, 1), "fence": 3, "least": 5, "givers": 3, "sample_ko": "모음",
    "sample_en": "Collected",
}
Does = Callable[[str, Callable[[ViewerSession], Any]], Any]


@pytest.fixture
def does(house: House) -> Does:
    """What somebody does in a session of theirs, committed."""

    def carried_out(login: str, act: Callable[[ViewerSession], Any]) -> Any:
        session = house.installed.database.session(NOBODY) if login == "nobody" else house.session(login)
        with session:
            found = act(session)
            session.commit()
        return found

    return carried_out


@pytest.fixture
def observed(house: House, does: Does) -> None:
    """One price of each of two centres, and one of the city."""
    does("sicheong", lambda session: collecting.make_kind(session, KIND, by=house.people["sicheong"]).id)
    for login in ("sangdam", "jungnang", "sicheong"):
        does(login, lambda session, login=login: observe(session, house, login))


def observe(session: ViewerSession, house: House, login: str, giver: bytes = b"") -> Any:
    """Note a price as this person."""
    return collecting.observe(
        session, SEEN, queries.kind_of(session, "page"), by=house.people[login], giver=giver or login.encode(),
    )


def draft(house: House, does: Does) -> Any:
    """The key of a draft of the official's."""
    return does("sicheong", lambda session: releasing.compute(session, SAID, by=house.people["sicheong"]).id)


@pytest.mark.parametrize(("login", "sees"), [
    ("sangdam", {"gwanak"}), ("jungnang_manager", {"jungnang"}), ("sicheong", {"gwanak", "jungnang", None}),
    ("nodong", set()), ("unyeong", set()), ("nobody", set()),
])
def test_a_centre_reads_its_own_prices_and_officials_all(
    does: Does, observed: None, login: str, sees: set[str | None]
) -> None:
    assert set(does(login, lambda session: session.scalars(select(PriceObservation.centre_id)).all())) == sees


def test_nobody_notes_or_leaves_out_a_price_of_another_centre(house: House, does: Does, observed: None) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        does("jungnang", lambda session: observe(session, house, "sangdam", b"another"))
    leave_out = update(PriceObservation).values(withdrawn_why="mine").returning(PriceObservation.centre_id)
    assert does("sicheong", lambda session: session.scalars(leave_out).all()) == [None]


def test_what_was_noted_cannot_be_changed(does: Does, observed: None) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        does("sangdam", lambda session: session.execute(update(PriceObservation).values(won=5)))


@pytest.mark.parametrize(("login", "sees"), [
    ("sangdam", 0), ("unyeong", 0), ("nobody", 0), ("senteojang", 1), ("sicheong", 1),
])
def test_a_draft_is_for_officials_and_managers(house: House, does: Does, login: str, sees: int) -> None:
    draft(house, does)
    assert does(login, lambda session: session.scalar(select(func.count()).select_from(PriceRelease))) == sees


def test_a_version_is_everybodys_and_nobody_changes_its_prices(house: House, does: Does) -> None:
    key, manager, official = draft(house, does), house.people["senteojang"], house.people["sicheong"]
    said = {"verdict": "reviewed", "review": "good"}
    does("senteojang", lambda session: releasing.review(session, queries.release(session, key), said, by=manager,
                                                        version=1))
    does("sicheong", lambda session: releasing.publish(session, queries.release(session, key), "", by=official,
                                                       version=2))
    assert does("nobody", lambda session: session.scalars(select(PriceRelease.number)).all()) == [1]
    for login, changed in (("sangdam", []), ("senteojang", []), ("sicheong", [1])):
        ended = update(PriceRelease).values(reason="x").returning(PriceRelease.number)
        assert does(login, lambda session, ended=ended: session.scalars(ended).all()) == changed
    with pytest.raises(DBAPIError, match="permission denied"):
        does("sicheong", lambda session: session.execute(update(PriceRelease).values(body={})))


def test_whoever_worked_it_out_cannot_review_it_even_past_the_pages(house: House, does: Does) -> None:
    key, said = draft(house, does), {"verdict": "reviewed", "review": "mine"}
    with pytest.raises(IntegrityError, match="four_eyes"):
        does("sicheong", lambda session: releasing.review(
            session, queries.release(session, key), said, by=house.people["sicheong"], version=1))
    with pytest.raises(IntegrityError, match="reviewed"):
        does("sicheong", lambda session: session.execute(
            update(PriceRelease).values(state="published", number=1)))


@pytest.mark.parametrize("login", ["sangdam", "senteojang", "unyeong", "nobody"])
def test_only_officials_name_kinds_of_work(house: House, does: Does, login: str) -> None:
    by = house.people["sangdam"]
    with pytest.raises(DBAPIError, match="row-level security"):
        does(login, lambda session: session.add(PriceKind(**KIND, version=1, made_by_id=by.id)) or session.flush())


def test_a_comparison_is_read_where_its_case_is(house: House, does: Does) -> None:
    case = make_case(house, target="platform_freelance.unfair_harm_desk")
    row = {"id": uuid4(), "case_id": case.id, "at_version": 1, "paid": 1, "percent": 62, "basis": {},
           "compared_on": date(2026, 3, 1), "compared_by_id": house.people["sangdam"].id}
    with pytest.raises(DBAPIError, match="row-level security"):
        does("jungnang", lambda session: session.add(PriceComparison(**row)) or session.flush())
    does("sangdam", lambda session: session.add(PriceComparison(**row)))
    raw = text("SELECT count(*) FROM platform_freelance_price_comparison")
    counts = [does(login, lambda session: session.scalar(raw, execution_options={"unscoped": "row security alone"}))
              for login in ("sangdam", "jungnang", "nobody")]
    assert counts == [1, 0, 0]
