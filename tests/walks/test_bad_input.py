"""What no page sends: every address gets it, by every method, and none answers with a fault of ours."""

import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from support.casework import browser_of, taken_in
from support.house import House
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from gilmok.ground.web.headers import HEADERS

# How odd input is answered is no question of the database's version, and asking every address takes long.
pytestmark = pytest.mark.once

HALF = 0.5
KEY = "00000000-0000-4000-8000-000000000000"
NASTY = (
    "", "\x00", "a\x00b", "\ud800".encode("utf-8", "replace").decode(), "'; DROP TABLE case_file; --", "%00", "%s%n",
    "{{7*7}}", "<script>alert(1)</script>", "../../etc/passwd", "\r\nSet-Cookie: a=b", "9" * 5000, "-1", "1e400",
    "NaN", "\u202e\u200b\ufeff", "가" * 3000, "0001-01-01", "9999-12-31", "2026-02-30", "١٢٣", "𝟙𝟚", "on", "yes",
    "waiting.7fffffffffffffff.7fffffffffffffffffff", "waiting.-ffff.-1", "[" * 3000, "null", "unknown", KEY, "\u3164",
    "900101-1234567", "regular", "1" * 400, ".", "10000-01-01", "2^64", "99999999999999999999",
)
NAMES = (
    "q", "version", "chosen", "to", "reason", "note", "target", "action", "form_key", "topics", "topics.main", "login",
    "password", "next", "language", "kind", "typed", "event_date", "phone", "birth_year", "consent.identity", "name",
    "narrative", "shown", "place", "extent", "parts", "starts_on", "ends_on", "back", "stage", "topic", "handler",
    "received_from", "after", "before", "sort", "direction", "view", "on", "why_not", "workplace_district", "rows",
)
BODIES = (
    (b"\xff\xfe\x00=\x80", "application/x-www-form-urlencoded"),
    (b"[" * 100_000, "application/json"),
    (b'{"a": ' * 20_000, "application/json"),
    (
        b"--x\r\nContent-Disposition: form-data; name=\"q\"; filename=\"../\xff\"\r\n\r\n\x00\r\n--x--",
        "multipart/form-data; boundary=x",
    ),
    (b"--x", "multipart/form-data; boundary="),
    (b"a=b", "multipart/form-data"),
    (b"a=b", "text/plain; charset=no-such"),
    (b"q=\xea\xb0", "application/x-www-form-urlencoded; charset=euc-kr"),
    (b"&".join(b"f%d=1" % each for each in range(5000)), "application/x-www-form-urlencoded"),
    (b"\x00" * 1000, "application/octet-stream"),
    (b"<a/>", "application/xml"),
)
PATHS = (
    "/cases/../", "/cases/..%2f..%2fetc", "/cases/%00", "/cases/%ff%fe", "/cases/a%00b/history", "//evil.example/",
    "/cases/" + "A" * 5000, "/cases/%E0%80%80", "/modules/%00", "/modules/..", "/network/centres/%00", "/static/%00/x",
    "/network/districts/%ff", "/intake/not-a-key", f"/intake/{KEY}/..", "/cases/;/", "/cases//", "/./cases/",
    "/cases/x/decision.json%00", "/login%0d%0aSet-Cookie:a=b", "/network/?on=%00", "/cases/?after=%00&before=%ff",
)


def answers_well(answer: TestResponse) -> bool:
    """No fault of ours, and every header of every answer."""
    return answer.status_code < 500 and all(answer.headers.get(name) for name in HEADERS)


def token(client: FlaskClient, path: str = "/network/") -> str:
    """The token of this login."""
    found = re.search('name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def address(rule: Rule, number: str, choose: random.Random) -> str:
    """An address of this rule, filled with what exists and with what does not."""
    given = {"number": number, "key": KEY, "module": "downtown", "code": "gwanak", "digest": "x", "name": "x"}
    given |= {"action": "1", "event": "1", "to": "filed", "use": "1", "version": "1"}
    given |= {"registration": KEY, "session": "1", "step": "northeast.arts_contract", "agency": "1"}
    odd = choose.random() < 0.3

    def value(match: re.Match[str]) -> str:
        name = match[0].strip("<>").rpartition(":")[2]
        return quote(choose.choice(NASTY)[:200] or "x", safe="") if odd and name != "key" else given[name]

    return re.sub("<.*?>", value, rule.rule)


def tries(app: Flask, number: str, token: str, choose: random.Random) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Requests to every address: something odd in all fields at once; to every second one more of it, and a body of no
    known kind by a method that it may not know."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "access.log_out":
            continue
        further = choose.random() < HALF
        for odd in ("\x00", choose.choice(NASTY))[:1 + further]:
            path, methods = address(rule, number, choose), rule.methods or ()
            fields = dict.fromkeys(choose.sample(NAMES, 30), [odd, choose.choice(NASTY)])
            if "POST" in methods:
                yield "POST", path, {"data": fields | {"csrf_token": token, "form_key": str(uuid4())}}
            if "GET" in methods:
                yield choose.choice(("GET", "HEAD")), path, {"query_string": fields}
        if not further:
            continue
        body, kind = choose.choice(BODIES)
        yield "POST", path, {"data": body, "content_type": kind, "headers": {"X-CSRFToken": token}}
        yield choose.choice(("PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "QUERY")), path, {}


@pytest.mark.parametrize("login", ["senteojang", "sicheong", "unyeong", None])
def test_no_address_answers_bad_input_with_a_fault(app: Flask, house: House, login: str | None) -> None:
    number = taken_in(house, app.extensions["registry"], "sangdam").number
    choose = random.Random(str(login))
    client = browser_of(app, house, login).client if login else app.test_client()
    said = token(client, "/network/" if login else "/login")
    for method, path, more in tries(app, number, said, choose):
        answer = client.open(path, method=method, **more)
        assert answers_well(answer), (method, path, more, answer.status_code)


@pytest.mark.parametrize("path", PATHS)
def test_no_odd_address_is_a_fault(app: Flask, house: House, path: str) -> None:
    answer = browser_of(app, house, "sangdam").client.get(path)
    assert answers_well(answer)
    assert "Set-Cookie: a" not in str(answer.headers)


@pytest.mark.parametrize(("body", "kind"), BODIES, ids=range(len(BODIES)))
def test_no_odd_body_is_a_fault(app: Flask, house: House, body: bytes, kind: str) -> None:
    client = browser_of(app, house, "sangdam").client
    for path in ("/login", "/cases/search", f"/intake/{KEY}/live", "/echo"):
        assert answers_well(client.post(path, data=body, content_type=kind, headers={"X-CSRFToken": token(client)}))


HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;"
CASE_PAGES = ("", "/history", "/decision", "/close")


def test_what_was_typed_is_text_on_every_page(app: Flask, house: House) -> None:
    person = {"name": HOSTILE, "phone": "01012345678", "email": HOSTILE, "address": HOSTILE, "birth_year": 1980}
    case = taken_in(house, app.extensions["registry"], person=person, narrative=HOSTILE, consents={"identity": True})
    browser = browser_of(app, house, "senteojang")
    page = browser.get(f"/cases/{case.number}")
    page.press("인적사항 전체 보기 (기록이 남습니다)")
    again = browser.get("/intake/").fill("이름", HOSTILE).fill("연락처", "01012345678").fill("내담자의 말", HOSTILE)
    shown = [browser.get(f"/cases/{case.number}{path}") for path in CASE_PAGES]
    token = re.findall('name="csrf_token" value="([^"]+)"', page.response.text)[0]
    shown += [again.press("연결할 곳 보기"), browser.get("/cases/")]
    shown += [browser.post("/cases/search", {"q": [HOSTILE], "csrf_token": [token]})]
    for each in shown:
        assert "<img src=x" not in each.response.text, each.path
    assert HOSTILE in shown[0].text
