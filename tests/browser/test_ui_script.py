"""What ui.js does beside htmx: keys, Hangul, copying, drafts, the end of a login."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from support.chromium import served, window
from support.gallery import gallery

pytestmark = pytest.mark.browser
LOGIN = re.compile(r"[0-9]/login$")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the gallery is served."""
    with served(gallery()) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window of a desk."""
    with window(browser, address, "desk") as found:
        yield found


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.name"))


def korean_key(page: Page, code: str, typed: str) -> None:
    """Press a key while the Korean layout is on: the place of the key stays, what it types does not."""
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{code, key, bubbles: true, cancelable: true}))", [code, typed],
    )


def test_a_slash_goes_to_the_search_box(page: Page) -> None:
    page.goto("/list")
    page.keyboard.press("/")
    assert focused(page) == "q"


def test_keys_move_through_the_list_and_choose(page: Page) -> None:
    page.goto("/list")
    for key in "jjk":
        page.keyboard.press(key)
    assert focused(page) == "2026-03-04100"
    page.keyboard.press("x")
    expect(page.locator("[data-chosen]")).to_have_text("1건 선택")


def test_keys_work_under_the_korean_layout(page: Page) -> None:
    page.goto("/list")
    korean_key(page, "KeyJ", "ㅓ")
    assert focused(page) == "2026-03-04100"


def test_c_begins_a_new_case(page: Page) -> None:
    page.goto("/list")
    page.keyboard.press("c")
    page.wait_for_url("**/form")


def test_a_question_mark_shows_the_keys(page: Page) -> None:
    page.goto("/list")
    page.keyboard.press("Shift+Slash")
    expect(page.get_by_role("dialog", name="단축키")).to_be_visible()


def test_keys_do_nothing_while_one_types(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("사업장 이름").press_sequentially("c/j")
    expect(page.get_by_label("사업장 이름")).to_have_value("c/j")


def test_keys_can_be_switched_off(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": "gilmok_display", "value": "nokeys", "url": address}])
    page.goto("/list")
    page.keyboard.press("/")
    assert focused(page) != "q"


def test_enter_that_ends_a_syllable_sends_nothing(page: Page) -> None:
    page.goto("/list")
    page.get_by_label("사건 찾기").focus()
    went_on = page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert went_on is False


def test_half_a_syllable_is_not_heard_and_a_whole_one_is(page: Page) -> None:
    page.goto("/form")
    heard = page.evaluate("""() => {
        const field = document.getElementById("field-name"), heard = [];
        field.addEventListener("input", (event) => heard.push(event.isComposing));
        field.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
        return heard;
    }""")
    assert heard == [False]


def test_a_press_copies_the_case_number(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/list")
    page.get_by_role("button", name="2026-03-04100 복사").click()
    expect(page.get_by_role("status")).to_have_text("복사했습니다.")
    assert page.evaluate("navigator.clipboard.readText()") == "2026-03-04100"


def test_a_message_stays_until_it_is_dismissed(page: Page) -> None:
    page.goto("/parts")
    message = page.get_by_text("접수했습니다. 사건번호는")
    expect(message).to_be_visible()
    page.get_by_role("button", name="알림 닫기").first.click()
    expect(message).to_have_count(0)


def test_one_box_chooses_every_row(page: Page) -> None:
    page.goto("/list")
    page.get_by_label("모두 선택").check()
    expect(page.locator("[data-chosen]")).to_have_text("6건 선택")


def test_a_date_is_echoed_where_its_hint_stood(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("입사일").fill("20250302")
    expect(page.locator("output[for=field-hired]")).to_have_text("2025년 3월 2일(일)")
    expect(page.locator("#hint-hired > span")).to_be_hidden()


def test_a_line_of_the_summary_leads_to_its_field(page: Page) -> None:
    page.goto("/form")
    page.get_by_role("button", name="접수하기").click()
    page.get_by_role("link", name="의뢰인 이름을 입력해 주세요.").click()
    assert focused(page) == "name"


def test_the_password_can_be_shown(page: Page) -> None:
    page.goto("/form")
    page.get_by_role("button", name="보기").click()
    expect(page.locator("#field-secret")).to_have_attribute("type", "text")
    expect(page.get_by_role("button", name="숨기기")).to_be_visible()


def test_unsaved_text_is_not_left_without_a_question(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/form")
    page.get_by_label("사업장 이름").press_sequentially("가")
    page.goto("/list")
    assert asked == ["beforeunload"]


def test_a_form_that_is_sent_asks_nothing(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/form")
    page.get_by_label("사업장 이름").press_sequentially("가")
    page.get_by_role("button", name="접수하기").click()
    page.wait_for_selector("[data-summary]")
    assert asked == []


def test_a_draft_is_kept_while_one_writes_and_its_time_is_shown(page: Page) -> None:
    page.goto("/form")
    page.route("**/draft", lambda route: route.fulfill(body="14:03에 임시 저장했습니다.", content_type="text/plain"))
    page.evaluate("document.querySelector('form[data-guard]').dataset.draftUrl = '/draft'")
    page.get_by_label("사업장 이름").press_sequentially("가나")
    expect(page.locator("[data-draft-status]")).to_have_text("14:03에 임시 저장했습니다.", timeout=4000)


def test_the_end_of_a_login_is_said_five_minutes_before_and_can_be_put_off(page: Page) -> None:
    page.clock.install()
    page.goto("/list")
    warning = page.locator("[data-session-warning]")
    page.clock.run_for(24 * 60 * 1000)
    expect(warning).to_be_hidden()
    page.clock.run_for(2 * 60 * 1000)
    expect(warning).to_contain_text("5분 뒤 자동으로 로그아웃됩니다.")
    page.get_by_role("button", name="계속 이용하기").click()
    expect(warning).to_be_hidden()


def test_after_the_end_of_a_login_nothing_is_sent_until_one_has_logged_in_again(page: Page) -> None:
    page.clock.install()
    page.goto("/form")
    page.route("**/draft", lambda route: route.fulfill(status=400))
    page.route("**/stay", lambda route: route.fulfill(status=401))
    page.evaluate("document.querySelector('form[data-guard]').dataset.draftUrl = '/draft'")
    page.evaluate("document.querySelectorAll('[name=csrf_token]').forEach((each) => { each.value = 'an old one'; })")
    page.clock.run_for(31 * 60 * 1000)
    page.get_by_label("사업장 이름").press_sequentially("가나")
    page.clock.run_for(3000)
    page.get_by_role("button", name="접수하기").click()
    expect(page.locator("[data-session-warning]")).to_contain_text("다른 창에서 다시 로그인하고 돌아와 주세요.")
    expect(page.get_by_role("link", name="다른 창에서 로그인")).to_be_visible()
    expect(page.get_by_label("사업장 이름")).to_have_value("가나")
    page.unroute("**/stay")
    page.get_by_role("button", name="접수하기").click()
    page.wait_for_selector("[data-summary]")


def test_a_masked_value_is_revealed_in_its_place(page: Page) -> None:
    page.goto("/list")
    page.get_by_role("button", name="2026-03-04100 전체 보기").click()
    expect(page.locator("tbody tr").first).to_contain_text("황보아")
    assert page.url.endswith("/list")


def test_a_refusal_is_shown_where_the_answer_would_have_been(page: Page) -> None:
    page.goto("/list")
    page.evaluate("document.querySelector('.masked form').setAttribute('hx-post', '/raise/forbidden')")
    page.evaluate("htmx.process(document.querySelector('.masked form'))")
    page.get_by_role("button", name="2026-03-04100 전체 보기").click()
    expect(page.get_by_role("alert").first).to_contain_text("소속 센터 관리자에게 요청해 주세요.")


def test_a_login_that_ended_leads_to_the_login_page(page: Page) -> None:
    page.goto("/list")
    page.route(LOGIN, lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"))
    page.evaluate("document.querySelector('.masked form').setAttribute('hx-post', '/raise/login')")
    page.evaluate("htmx.process(document.querySelector('.masked form'))")
    page.get_by_role("button", name="2026-03-04100 전체 보기").click()
    page.wait_for_url(LOGIN)
