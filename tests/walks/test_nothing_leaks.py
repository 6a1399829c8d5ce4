"""Where what someone typed must never turn up: tables in the clear, logs, cookies, addresses, answers."""

import json
import logging
import re
from collections.abc import Iterator
from itertools import cycle
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from support.casework import browser_of, taken_in
from support.house import House
from werkzeug.test import TestResponse

from gilmok.ground.formats.identifiers import refused

# How odd input is answered is no question of the database's version, and asking every address takes long.
pytestmark = pytest.mark.once

NUMBER = "900101-1234567"
SPELLINGS = (NUMBER, "9001011234567", "９００１０１－１２３４５６７", "900101 - 1234567", "M12345678")
NAME, PHONE, STORY = "가상하나", "01098765432", "석 달째 공임을 못 받았다는 만든 이야기"
EVERY_TABLE = text(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
)


def everything(house: House) -> str:
    """All that the database holds, as text."""
    with house.job() as session:
        tables = [name for name in session.scalars(EVERY_TABLE) if name != "alembic_version"]
        rows = [session.execute(text(f'SELECT coalesce(json_agg(t)::text, \'\') FROM "{name}" t')) for name in tables]
        return "".join(row.scalar_one() for row in rows)


def sealed(clear: str) -> tuple[str, ...]:
    """How a text would stand in a column of bytes, were it not sealed."""
    return clear, json.dumps(clear)[1:-1], clear.encode().hex()


def test_nothing_of_a_person_is_in_the_clear_in_any_table(app: Flask, house: House) -> None:
    person = {"name": NAME, "phone": PHONE, "email": "made@example.com", "address": "만든길 1", "birth_year": 1980}
    case = taken_in(house, app.extensions["registry"], person=person, narrative=STORY, consents={"identity": True})
    page = browser_of(app, house, "senteojang").get(f"/cases/{case.number}/close")
    told = page.fill("해결됨", "").fill("메모", STORY).press("종결하기")
    assert STORY in told.click("이력").text
    held = everything(house)
    assert case.number in held
    for clear in (NAME, PHONE, STORY, "made@example.com", "만든길 1"):
        assert not [each for each in sealed(clear) if each in held], clear


def test_an_identification_number_typed_anywhere_is_kept_nowhere(
    app: Flask, house: House, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    number = taken_in(house, app.extensions["registry"]).number
    for login in ("sangdam", "senteojang", "sicheong", "unyeong"):
        client = browser_of(app, house, login).client
        for answer in sent_everywhere(app, client, number):
            with client.session_transaction() as cookie:
                assert not [each for each in SPELLINGS if each in str(dict(cookie))], answer.request.path
            assert NUMBER not in (answer.location or ""), answer.request.path
    held, said = everything(house), capsys.readouterr()
    logged = said.out + said.err + caplog.text
    assert [each for typed in SPELLINGS for each in sealed(typed) if each in held] == []
    assert [typed for typed in SPELLINGS if typed in logged] == []


FIELDS = (
    "q", "note", "narrative", "name", "address", "email", "phone", "chosen", "target", "reason", "to", "login", "next",
    "industry", "topics.main", "event_date", "downtown.product", "x" + NUMBER, "shown",
)
ASKED = ("why_not", "on", "after", "place", "topic")
USEFUL = {
    "place": "northeast", "extent": "all", "starts_on": "2026-01-01", "reason": "other", "topics.main": "unpaid_wages",
    "consent.identity": "yes", "consent.sharing": "yes",
}


def sent_everywhere(app: Flask, client: FlaskClient, number: str) -> Iterator[TestResponse]:
    """The answers of every address to forms that are right but for such a number in each field, spelt now so, now so,
    and to one in the address."""
    spelt = cycle(SPELLINGS)
    token = re.findall('name="csrf_token" value="([^"]+)"', client.get("/network/").text)[0]
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<uuid:key>", str(uuid4())).replace("<number>", number).replace("<module>", "downtown")
        if "POST" in (rule.methods or ()) and rule.endpoint != "access.log_out":
            for useful in ({}, USEFUL):
                given = dict(zip(FIELDS, spelt, strict=False)) | useful
                yield client.post(path, data={**given, "csrf_token": token, "form_key": str(uuid4())})
        if "GET" in (rule.methods or ()):
            yield client.get(path, query_string=dict(zip(ASKED, spelt, strict=False)))


def test_the_spellings_are_such_numbers() -> None:
    assert all(refused(each) for each in SPELLINGS)
