"""What no page sends, to the addresses of a gathering that is there: refused or passed over, never a fault of ours."""

import random
import re

import pytest
from flask import Flask
from support.casework import browser_of
from support.gatherings import gathered, registered
from support.house import House
from walks.test_bad_input import HOSTILE, NASTY, answers_well, token

FIELDS = (
    "title", "kind", "programme", "about", "places", "open_until", "public", "on-1", "from-1", "to-1", "where-1",
    "on-30", "on-31", "version", "reason", "name", "phone", "email", "consent", "number", "secret", "present", "was",
    "action", "who", "form_key",
)
PATHS = (
    "/gatherings/new", "/gatherings/people", "/gatherings/{key}/edit", "/gatherings/{key}/publish",
    "/gatherings/{key}/cancel", "/gatherings/{key}/register", "/gatherings/{key}/attendance/1",
    "/gatherings/{key}/registrations/{row}/reveal", "/programmes/{key}", "/programmes/{key}/slip",
    "/programmes/{key}/slip/cancel",
)
ASKED = ("/gatherings/", "/gatherings/numbers/", "/programmes/", "/gatherings/{key}/attendance/" + "9" * 30)


@pytest.mark.parametrize("seed", range(3))
def test_no_form_answers_bad_input_with_a_fault(app: Flask, house: House, seed: int) -> None:
    made, choose = gathered(house), random.Random(seed)
    row, client = registered(house, made), browser_of(app, house, "sangdam").client
    said = token(client)
    for path in PATHS:
        address = path.format(key=made.key, row=row.key)
        for odd in NASTY[seed::3]:
            fields = {name: odd if choose.random() < 0.5 else choose.choice(NASTY) for name in FIELDS}
            answer = client.post(address, data={**fields, "csrf_token": said})
            assert answers_well(answer), (address, fields, answer.status_code)


@pytest.mark.parametrize("odd", [*NASTY, "9999-12-15", "0001-01-31", "1900-01-01", "2100-12-31"])
def test_no_odd_day_or_filter_is_a_fault(app: Flask, house: House, odd: str) -> None:
    made, client = gathered(house), browser_of(app, house, "sangdam").client
    asked = dict.fromkeys(("on", "from", "to", "district", "centre", "kind"), odd)
    for path in ASKED:
        for by in ("week", odd):
            answer = client.get(path.format(key=made.key), query_string={**asked, "by": by})
            assert answers_well(answer), (path, odd, answer.status_code)


def test_what_was_typed_is_text_on_every_page(app: Flask, house: House) -> None:
    made = gathered(house, title=HOSTILE, about=HOSTILE, for_whom=HOSTILE)
    row = registered(house, made, name=HOSTILE, email=HOSTILE)
    browser = browser_of(app, house, "sangdam")
    pages = ["/gatherings/", f"/gatherings/{made.key}", f"/gatherings/{made.key}/edit", "/programmes/",
             f"/programmes/{made.key}", f"/gatherings/{made.key}/registrations/{row.key}"]
    shown = [browser.get(path) for path in pages]
    shown.append(shown[-1].press("전체 보기 (기록이 남습니다)"))
    for each in shown:
        assert not re.search("<img src=x", each.response.text), each.path
    assert HOSTILE in shown[-1].text
