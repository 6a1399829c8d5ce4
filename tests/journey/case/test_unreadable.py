"""What can no longer be read: the key of a case destroyed, or wrapped by a key that this installation does not have."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import text
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.journey.case.models import Case

Lose = Callable[[str], None]
STORY = "만든 이야기"
NOTE = "만든 메모"
LOSSES = {
    "destroyed": ("삭제됨", "DELETE FROM case_key"),
    "of another installation": ("읽을 수 없음", "UPDATE case_key SET wrapped = decode(repeat('00', 60), 'hex')"),
    "fields exchanged": (
        "읽을 수 없음", "UPDATE client SET name = phone, phone = name; UPDATE case_text SET answers = narrative",
    ),
}
PAGES = ("", "/history", "/decision", "/decision.json", "/close")


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A case of a person who told something."""
    agreed = {"identity": True}
    return taken_in(house, app.extensions["registry"], person=PERSON, narrative=STORY, consents=agreed)


@pytest.fixture
def lose(house: House) -> Lose:
    """Does to the database what loses something."""

    def done(statement: str) -> None:
        with house.job() as session:
            session.execute(text(statement))
            session.commit()

    return done


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_case_is_still_there(
    app: Flask, house: House, case: Case, lose: Lose, loss: str, path: str
) -> None:
    lose(LOSSES[loss][1])
    assert browser_of(app, house, "senteojang").get(f"/cases/{case.number}{path}").status == 200


@pytest.mark.parametrize("loss", LOSSES)
def test_the_page_says_that_it_cannot_be_read(app: Flask, house: House, case: Case, lose: Lose, loss: str) -> None:
    word, statement = LOSSES[loss]
    lose(statement)
    page = browser_of(app, house, "sangdam").get(f"/cases/{case.number}")
    assert word in page.text
    assert PERSON["name"] not in page.text


@pytest.mark.parametrize("loss", LOSSES)
def test_lists_searches_and_the_intake_go_on_without_it(
    app: Flask, house: House, case: Case, lose: Lose, loss: str
) -> None:
    lose(LOSSES[loss][1])
    browser = browser_of(app, house, "sangdam")
    assert browser.get("/cases/?view=all").status == 200
    page = browser.get("/intake/")
    page.fill("연락처", PERSON["phone"]).fill("이름", PERSON["name"])
    found = page.press("연결할 곳 보기")
    assert (found.status, case.number in found.text) == (200, True)


@pytest.mark.parametrize("loss", list(LOSSES)[:2])
def test_a_note_that_could_not_be_read_again_is_not_taken(
    app: Flask, house: House, case: Case, lose: Lose, loss: str
) -> None:
    lose(LOSSES[loss][1])
    page = browser_of(app, house, "senteojang").get(f"/cases/{case.number}/close")
    refused = page.fill("해결됨", "").fill("메모", NOTE).press("종결하기")
    assert refused.status == 409
    assert NOTE not in refused.text


def test_a_draft_of_another_installation_begins_anew(app: Flask, house: House, lose: Lose) -> None:
    browser: Browser = browser_of(app, house, "sangdam")
    page = browser.get("/intake/")
    page.fill("내담자의 말", STORY).press("연결할 곳 보기")
    lose("UPDATE intake_draft SET wrapped = decode(repeat('00', 60), 'hex')")
    again = browser.get(page.path)
    assert (again.status, STORY in again.text) == (200, False)


def test_a_key_opens_its_own_column_of_its_own_case_alone() -> None:
    vault = Vault(bytes(32), bytes(32))
    key, wrapped = vault.make_key("case:1")
    sealed = key.seal("name", "가상")
    assert key.seal("name", "가상") != sealed
    assert vault.read("case:1", wrapped, "name", sealed) == "가상"
    for attempt in (
        lambda: key.open("phone", sealed), lambda: vault.open_key("case:2", wrapped),
        lambda: Vault(bytes(31) + b"x", bytes(32)).open_key("case:1", wrapped), lambda: key.open("name", sealed[:-1]),
        lambda: key.open("name", b""), lambda: vault.read("case:1", wrapped, "phone", sealed),
        lambda: vault.read("case:2", wrapped, "name", sealed),
        lambda: vault.read("case:1", wrapped[:-1], "name", sealed), lambda: vault.read("case:1", wrapped, "name", b""),
        lambda: vault.make_key("case:1")[0].open("name", sealed),
    ):
        with pytest.raises(NoLongerReadable):
            attempt()
