"""Who may do what with cases: every view of casework, tried by every role. A view that is not in the table fails."""

from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from flask import Flask
from support.casework import PERSON, browser_of, conflict, switch_on, taken_in
from support.house import House

from gilmok.journey.case import queries, service
from gilmok.journey.case.endings import CloseReason
from gilmok.journey.case.models import Case
from gilmok.modules.registry import Registry

STAFF = ("sangdam", "nomusa", "senteojang")
STRANGERS = ("jungnang", "jungnang_manager", "sicheong", "unyeong")
# Who may do it at the centre that has the case; `sangdam` has it where somebody has.
ALL_STAFF, COUNSELLORS, MANAGER, HOLDER = set(STAFF), {"sangdam", "nomusa"}, {"senteojang"}, {"sangdam", "senteojang"}


@dataclass(frozen=True)
class Try:
    """One request: its view, who of the centre may send it, to a case in which state, with what in its form."""

    endpoint: str
    path: str
    may: set[str]
    state: str = "waiting"
    form: dict[str, str] = field(default_factory=dict)
    post: bool = True


OF_A_CASE = [
    Try("cases.overview", "", ALL_STAFF, post=False),
    Try("cases.history", "/history", ALL_STAFF, post=False),
    Try("routing.decision", "/decision", ALL_STAFF, post=False),
    Try("routing.audit", "/decision.json", ALL_STAFF, post=False),
    Try("cases.reveal", "/reveal", ALL_STAFF),
    Try("cases.take", "/take", COUNSELLORS),
    Try("cases.assign", "/assign", MANAGER, form={"to": "nomusa"}),
    Try("cases.put_back", "/put-back", HOLDER, state="held"),
    Try("cases.closing", "/close", HOLDER, state="held", post=False),
    Try("cases.close", "/close", HOLDER, state="held", form={"reason": "settled"}),
    Try("cases.reopen", "/reopen", HOLDER, state="closed"),
    Try("routing.override", "/override", ALL_STAFF, form={"target": "core.legal_aid", "reason": "wish"}),
    Try("routing.sort", "/sort", ALL_STAFF, state="triage", form={"target": "left.desk", "reason": "wish"}),
]
OF_A_CENTRE = [
    Try("cases.index", "/cases/", ALL_STAFF, post=False),
    Try("routing.triage", "/cases/triage", ALL_STAFF, post=False),
    Try("cases.search", "/cases/search", ALL_STAFF, form={"q": "?"}),
]
# A list's actions are open to all staff and leave alone each case that one may not act on.
OF_SEVERAL = [
    Try("cases.take_several", "/cases/take", COUNSELLORS),
    Try("cases.assign_several", "/cases/assign", MANAGER, form={"to": "nomusa"}),
]


@pytest.fixture(autouse=True)
def without_tokens(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The forms of these tests come from no page, so they carry no token."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", False)


def made(house: House, registry: Registry, state: str) -> Case:
    """A case of the centre in this state, held by `sangdam` where somebody holds it."""
    if state == "triage":
        return conflict(house, registry)
    case = taken_in(house, registry, person=PERSON, consents={"sharing": True})
    me = house.people["sangdam"]
    with house.session("sangdam") as session:
        case = queries.by_number(session, case.number)
        if state in ("held", "closed"):
            service.take(session, case, by=me)
        if state == "closed":
            service.close(session, case, CloseReason.SETTLED, by=me)
        session.commit()
    return case


def answer(app: Flask, house: House, login: str | None, each: Try, path: str, **more: str) -> int:
    """The status with which this request of this person is answered."""
    client = browser_of(app, house, login).client if login else app.test_client()
    form = {**each.form, **more, "form_key": str(uuid4())}
    if "to" in form:
        form["to"] = str(house.people[form["to"]].id)
    return (client.post(path, data=form) if each.post else client.get(path)).status_code


@pytest.mark.parametrize("login", [*STAFF, *STRANGERS])
@pytest.mark.parametrize("each", OF_A_CASE, ids=lambda each: each.endpoint)
def test_a_case_is_its_centres_and_there_each_role_has_its_part(
    app: Flask, house: House, rivals: Registry, each: Try, login: str
) -> None:
    case = made(house, rivals, each.state)
    status = answer(app, house, login, each, f"/cases/{case.number}{each.path}", version=str(case.version))
    wanted = {200, 303} if login in each.may else {403} if login in STAFF else {404}
    assert status in wanted


@pytest.mark.parametrize("each", OF_A_CASE, ids=lambda each: each.endpoint)
def test_a_number_that_does_not_exist_answers_like_another_centres(app: Flask, house: House, each: Try) -> None:
    assert answer(app, house, "sangdam", each, f"/cases/GWAN-26-NOSUCH{each.path}", version="1") == 404


@pytest.mark.parametrize("login", [*STAFF, *STRANGERS])
@pytest.mark.parametrize("each", OF_A_CENTRE, ids=lambda each: each.endpoint)
def test_lists_are_for_the_staff_of_centres(app: Flask, house: House, each: Try, login: str) -> None:
    without_centre = login in ("sicheong", "unyeong")
    assert answer(app, house, login, each, each.path) == (403 if without_centre else 200)


@pytest.mark.parametrize("login", [*STAFF, *STRANGERS])
@pytest.mark.parametrize("each", OF_SEVERAL, ids=lambda each: each.endpoint)
def test_a_list_acts_only_on_cases_that_one_may_act_on(
    app: Flask, house: House, rivals: Registry, each: Try, login: str
) -> None:
    case = made(house, rivals, "waiting")
    answer(app, house, login, each, each.path, chosen=case.number)
    with house.job() as session:
        assert (session.get_one(Case, case.id).handler_id is not None) is (login in each.may)


@pytest.mark.parametrize("each", [*OF_A_CASE, *OF_A_CENTRE, *OF_SEVERAL], ids=lambda each: each.endpoint)
def test_who_is_not_logged_in_is_led_to_the_login(app: Flask, house: House, each: Try) -> None:
    switch_on(house)
    path = each.path if each.path.startswith("/cases") else f"/cases/GWAN-26-NOSUCH{each.path}"
    assert answer(app, house, None, each, path) == 303


def test_every_view_of_casework_is_tried(app: Flask) -> None:
    views = {name for name in app.view_functions if name.partition(".")[0] in ("cases", "routing")}
    assert views == {each.endpoint for each in (*OF_A_CASE, *OF_A_CENTRE, *OF_SEVERAL)}
