"""The pages for visitors in Chinese and Vietnamese: every text of theirs is there, and none shows in English."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from babel.messages.pofile import read_po
from flask import Flask, g
from support.house import House
from support.page import Browser, Page
from support.source import ROOT, ours
from support.texts import PLACEHOLDER, english, several, texts_of

from gilmok.app import OPEN
from gilmok.ground import clock
from gilmok.ground.clock import SEOUL
from gilmok.journey.core_module import RULES, TARGETS
from gilmok.journey.finding.matters import MATTERS
from gilmok.journey.finding.saying import in_english_if_need_be
from gilmok.journey.requests.words import TONGUES
from gilmok.journey.vocabulary_codes import DISTRICTS, REGIONS

OF_VISITORS = (
    "requests/templates/asking/", "requests/words.py", "requests/form.py", "requests/adding.py", "intake/consents.py",
    "requests/public_views.py", "templates/layout_visitor.html", "journey/finding/", "routing/place.py",
)
# Each decides something else: a desk of a module, a closed hub, no district in Seoul, a centre open at night by phone.
FOUND = (
    "topic=unpaid_wages&work=sewing&workplace=nowon&home=guro&now=yes", "topic=union&workplace=outside_seoul&home=mapo",
    "topic=industrial_accident&workplace=dongjak", "topic=unfair_trade&work=freelance&workplace=jongno",
    "work=platform", "topic=other&workplace=outside_seoul&home=outside_seoul",
    "topic=discrimination&workplace=guro&now=yes",
)
HEADINGS = {"zh": "在线求助", "vi": "Nhờ giúp đỡ trực tuyến"}
languages = pytest.mark.parametrize("language", HEADINGS)


@cache
def said(language: str) -> dict[str, tuple[str, ...]]:
    """Each English text with its words in this language."""
    found = {}
    for path in ours(f"{language}.po", "core/src", "plugins"):
        with path.open("rb") as file:
            found |= {several(each.id)[0]: several(each.string) for each in read_po(file, locale=language) if each.id}
    return found


@cache
def needed() -> set[str]:
    """What the pages say: their own texts, and what they take from elsewhere."""
    desks = {text for target in TARGETS for text in (target.title, target.summary)} | {rule.reason for rule in RULES}
    menu = {text for item in OPEN for text in (item.text, item.about)}
    own = {text for text, where in texts_of(ROOT / "core") if any(part in where for part in OF_VISITORS)}
    return own | desks | menu | set(MATTERS.values()) | {option.title for option in (*DISTRICTS, *REGIONS)}


@languages
def test_every_text_of_the_pages_is_there(language: str) -> None:
    assert needed() - set(said(language)) == set()


@languages
def test_no_text_is_empty_or_no_longer_said(language: str) -> None:
    sources = {text for texts in english().values() for text in texts}
    assert set(said(language)) - sources == set()
    assert [text for text, words in said(language).items() if not all(words)] == []


@languages
def test_the_same_values_are_named(language: str) -> None:
    wrong = {
        text for text, words in said(language).items()
        if any(set(PLACEHOLDER.findall(each)) != set(PLACEHOLDER.findall(text)) for each in words)
    }
    assert wrong == set()


def in_english(page: Page, language: str) -> set[str]:
    """The texts of a page that stand there in English though they are not said so in this language."""
    same = {text for text, words in said(language).items() if words[0] == text} | set(TONGUES.values())
    sources = {text for texts in english().values() for text in texts} - same
    nodes = page.tree.css("h1, h2, p, label, legend, button, a, dt, dd, option, span, b, title, div.hint")
    return {text for node in nodes if "lang" not in node.attributes and (text := node.text(strip=True)) in sources}


def sent(browser: Browser, path: str, **values: Any) -> Page:
    """The answer to a form of these values."""
    page = browser.get("/help-me")
    token, key = (page.tree.css_first(f"input[name={name}]").attributes["value"] for name in ("csrf_token", "form_key"))
    given = {name.replace("__", "."): [value] for name, value in values.items()}
    return browser.post(path, {"csrf_token": [token or ""], "form_key": [key or ""], **given})


@languages
def test_a_form_with_everything_wrong_says_so_in_that_language(app: Flask, house: House, language: str) -> None:
    browser = Browser(app)
    assert browser.get(f"/help-me?lang={language}").heading == HEADINGS[language]
    wrong = {"topics__main": "zz", "reach": "zz", "language": "zz", "danger": "zz", "consent__identity": "zz"}
    for text in ("900101-1234567", "900101-5234567", "M12345678", "x" * 5000, ""):
        for phone in ("abc", "1234567"):
            page = sent(browser, "/help-me", narrative=text, name=text, phone=phone, email="a", website="1", **wrong)
            assert in_english(page, language) == set()
            assert page.errors
    assert in_english(sent(browser, "/help-me", reach="phone"), language) == set()
    assert in_english(sent(browser, "/help-me", reach="email", name="Lan"), language) == set()


@languages
def test_the_answer_with_its_reasons_is_in_that_language(app: Flask, house: House, language: str) -> None:
    browser = Browser(app)
    assert in_english(browser.get(f"/welcome?lang={language}"), language) == set()
    with clock.at(datetime(2026, 11, 26, 12, 30, tzinfo=SEOUL)):
        for asked in FOUND:
            page = browser.get(f"/find?{asked}")
            assert in_english(page, language) == set(), asked
            assert page.tree.css_first("#helps [lang=en]"), asked
            assert page.tree.css("main li [lang=en], main dt [lang=en]") == []


def test_what_a_module_does_not_say_in_that_language_is_marked_as_english(app: Flask) -> None:
    with app.test_request_context():
        g.language = "vi"
        assert in_english_if_need_be("A <desk> of strangers") == '<span lang="en">A &lt;desk&gt; of strangers</span>'
        assert in_english_if_need_be("Sewing") == "May mặc"


@languages
def test_receipt_and_state_are_in_that_language(app: Flask, house: House, language: str) -> None:
    browser = Browser(app)
    browser.get(f"/help-me?lang={language}")
    given = {"narrative": "x", "topics__main": "unpaid_wages", "language": "vi", "reach": "self", "danger": "yes"}
    receipt = sent(browser, "/help-me", **given)
    number, secret = (node.text() for node in receipt.tree.css("dl.facts dd")[:2])
    kept: dict[str, str] = {"number": number, "secret": secret}
    pages = [
        receipt, browser.get("/help-me/state"), sent(browser, "/help-me/state", number="x", secret="y"),
        sent(browser, "/help-me/state", **kept), sent(browser, "/help-me/state/add", **kept),
        sent(browser, "/help-me/state/add", **kept, text="x"), browser.post("/help-me", {}),
    ]
    assert [in_english(page, language) for page in pages] == [set()] * len(pages)
    assert [page.status for page in pages] == [200, 200, 422, 200, 422, 200, 400]


def test_english_left_over_would_be_found(visitor: Browser) -> None:
    assert "Send" in in_english(visitor.get("/help-me?lang=en"), "vi")


@pytest.mark.parametrize(("header", "language"), [
    ("", "ko"), ("vi-VN,vi;q=0.9", "vi"), ("zh-CN", "zh-Hans"), ("th-TH,th;q=0.8", "en"), ("ko-KR,en;q=0.5", "ko"),
])
def test_a_first_visit_is_in_the_language_of_the_browser(visitor: Browser, header: str, language: str) -> None:
    page = visitor.get("/help-me", headers={"Accept-Language": header} if header else {})
    assert page.tree.css_first("html").attributes["lang"] == language


def test_the_chosen_language_stays_and_staff_pages_keep_theirs(
    visitor: Browser, at: Callable[[str], Browser]
) -> None:
    visitor.get("/help-me?lang=vi")
    assert visitor.get("/help-me/state").heading == "Yêu cầu của tôi đến đâu"
    # What is there in Korean and English alone is shown in English to who reads neither.
    assert visitor.get("/programmes/").heading == "Courses and events of the labour centres"
    staff = at("sangdam")
    staff.get("/help-me?lang=zh")
    assert staff.get("/cases/").tree.css_first("html").attributes["lang"] == "ko"
