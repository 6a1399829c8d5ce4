"""The pages of the whole application in a real browser: what axe says, and the intake that answers as one types."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from support.casework import PERSON, taken_in
from support.chromium import SIZES, arrive, look_at, window
from support.house import House

from gilmok.journey.case.models import Case

pytestmark = pytest.mark.browser
PATHS = (
    "/", "/cases/?view=all", "/cases/{number}", "/cases/{number}/decision", "/cases/{number}/history",
    "/cases/triage", "/network/", "/network/centres/gwanak", "/modules/", "/help", "/intake/",
)
SEWING = {"topics.main": "unpaid_wages", "industry": "sewing", "workplace_district": "jungnang"}
OTHERS: tuple[dict[str, object], ...] = (
    {"topics": ("discipline_dismissal",), "urgency": "soon"}, {"industry": "finance"}, {"topics": ("unknown",)},
)


@pytest.fixture
def case(app: Flask, house: House) -> Case:
    """A case among a few others."""
    registry = app.extensions["registry"]
    for facts in OTHERS:
        taken_in(house, registry, **facts)
    consents = {"identity": True, "sharing": False}
    return taken_in(house, registry, person=PERSON, narrative="두 달치 월급을 못 받았어요.", consents=consents)


def answer(page: Page, **answers: str) -> None:
    """Choose these answers, by question."""
    for question, code in answers.items():
        page.locator(f'[id="field-{question}"]').select_option(code)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_clean_at_every_size_in_every_language(
    app: Flask, house: House, case: Case, browser: Browser, address: str, size: str, language: str
) -> None:
    with window(browser, address, size) as page:
        arrive(page, app, address, language)
        page.goto("/login")
        look_at(page, "login")
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        for path in PATHS:
            page.goto(path.format(number=case.number))
            assert page.locator("html").get_attribute("lang") == language
            look_at(page, path)
        page.locator(".intake .button.primary").click()
        page.locator("[data-summary]").wait_for()
        look_at(page, "the intake with an error")
        answer(page, **SEWING)
        page.locator("#module-questions h2").first.wait_for()
        look_at(page, "the intake with a live proposal")


@pytest.fixture
def intake(app: Flask, house: House, browser: Browser, address: str) -> Iterator[Page]:
    """A new intake at a desk."""
    with window(browser, address, "desk") as page:
        arrive(page, app, address, "ko", house.people["jungnang"].get_id())
        page.goto("/intake/")
        yield page


@pytest.mark.parametrize("size", SIZES)
def test_what_it_is_about_and_the_story_stand_on_the_first_screen(
    app: Flask, house: House, browser: Browser, address: str, size: str
) -> None:
    with window(browser, address, size) as page:
        arrive(page, app, address, "ko", house.people["jungnang"].get_id())
        page.goto("/intake/")
        ends = page.eval_on_selector_all(
            "[id='field-topics.main'], #field-narrative", "all => all.map(each => each.getBoundingClientRect().bottom)",
        )
        assert max(ends) < page.evaluate("document.querySelector('.bar').getBoundingClientRect().top")
        # The keyboard goes through the fields as the eye does: down, and in a line from left to right.
        places = page.eval_on_selector_all(
            ".intake :is(.field, .agree)",
            "all => all.map(each => [each.getBoundingClientRect().top, each.getBoundingClientRect().left])",
        )
        assert places == sorted(places)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_phone_nothing_of_a_case_is_cut_or_broken(
    app: Flask, house: House, case: Case, browser: Browser, address: str, language: str
) -> None:
    with window(browser, address, "phone") as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        page.goto(f"/cases/{case.number}/decision")
        # What is wider than its box would have to be scrolled sideways: the menu, the rules, the cards of the rules.
        wider = page.eval_on_selector_all(
            ".side ul, .scroll, .trace tbody tr",
            "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)",
        )
        assert wider == []
        heights = page.eval_on_selector_all(".identity .whole", "all => all.map(each => each.offsetHeight)")
        assert len(heights) == 2
        assert max(heights) < 30, "a name or phone number that is broken across lines"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_phone_the_bar_of_the_intake_is_slim(
    app: Flask, house: House, browser: Browser, address: str, language: str
) -> None:
    with window(browser, address, "phone") as page:
        arrive(page, app, address, language, house.people["sangdam"].get_id())
        page.goto("/intake/")
        answer(page, **SEWING)
        page.locator("#goes-line b").wait_for()
        assert page.evaluate("document.querySelector('.bar').offsetHeight") <= SIZES["phone"]["height"] / 8


def test_the_proposal_and_the_modules_questions_come_while_one_types(intake: Page) -> None:
    intake.evaluate("document.body.dataset.same = 'page'")
    answer(intake, **SEWING)
    expect(intake.locator("#proposal")).to_contain_text("봉제 상담창구")
    expect(intake.locator("#goes-line")).to_contain_text("봉제 상담창구")
    expect(intake.get_by_label("봉제 작업장에서 하는 일")).to_be_visible()
    assert intake.evaluate("document.body.dataset.same") == "page"


def test_the_caret_stays_where_it_was_even_in_a_question_that_is_brought_up_to_date(intake: Page) -> None:
    answer(intake, **SEWING, employment_type="special")
    table = intake.locator("[id='field-northeast.sewing_piece_table']")
    table.press_sequentially("안감 1200원")
    expect(intake.locator("#module-questions h2")).to_have_count(2)
    intake.evaluate("""() => {
        const kind = document.getElementById("field-employment_type");
        kind.value = "regular";
        kind.dispatchEvent(new Event("change", {bubbles: true}));
    }""")
    intake.keyboard.press("Home")
    expect(intake.locator("#module-questions h2")).to_have_count(1)
    intake.keyboard.type("겉감, ")
    expect(table).to_have_value("겉감, 안감 1200원")


def test_what_does_not_change_is_not_read_out_again(intake: Page) -> None:
    answer(intake, **SEWING)
    expect(intake.locator("#goes-line")).to_contain_text("봉제 상담창구")
    expect(intake.locator("#draft-state")).to_contain_text("임시저장 20")
    intake.evaluate("""() => {
        const line = document.getElementById("goes-line");
        new MutationObserver(() => { line.dataset.heard = "again"; }).observe(line, {childList: true, subtree: true});
    }""")
    with intake.expect_response("**/live"):
        intake.get_by_label("내담자의 말").press_sequentially("공임을")
    intake.locator("form.htmx-request").wait_for(state="detached")
    assert intake.locator("#goes-line").get_attribute("data-heard") is None


def test_the_draft_is_there_after_a_reload_and_nobody_is_asked(intake: Page) -> None:
    asked: list[str] = []
    intake.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    intake.get_by_label("내담자의 말").press_sequentially("석 달째")
    expect(intake.locator("#draft-state")).to_contain_text("임시저장 20")
    intake.reload()
    expect(intake.get_by_label("내담자의 말")).to_have_value("석 달째")
    assert asked == []


def test_a_draft_that_could_not_be_kept_is_said_and_leaving_is_asked(intake: Page) -> None:
    asked: list[str] = []
    intake.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    intake.route("**/live", lambda route: route.fulfill(status=503, body="<p>x</p>", content_type="text/html"))
    intake.get_by_label("내담자의 말").press_sequentially("석 달째")
    expect(intake.locator("#draft-state")).to_have_text("임시 저장하지 못했습니다. 잠시 뒤 다시 저장합니다.")
    expect(intake.locator("#proposal")).to_contain_text("연결할 곳")
    intake.reload()
    assert asked == ["beforeunload"]


def test_enter_in_a_field_sends_nothing(intake: Page) -> None:
    answer(intake, **SEWING)
    here = intake.url
    intake.locator("#field-name").press("Enter")
    expect(intake.locator("#proposal")).to_contain_text("봉제 상담창구")
    assert intake.url == here


def test_the_keyboard_alone_takes_a_case_in(intake: Page) -> None:
    intake.locator("[id='field-topics.main']").focus()
    intake.keyboard.press("ArrowDown")
    expect(intake.locator("[id='field-topics.main']")).to_have_value("unpaid_wages")
    for _press in range(80):
        intake.keyboard.press("Tab")
        if intake.evaluate("document.activeElement.matches('.bar .button.primary')"):
            break
    intake.keyboard.press("Enter")
    intake.wait_for_url("**/cases/*")
    expect(intake.locator("#messages")).to_contain_text("접수했습니다")
