"""What surrounds a page: the menu, the language, and how one likes to see it."""

from flask import Flask
from support.gallery import gallery
from support.page import Browser

from gilmok.ground.web.frame import Display


def test_the_menu_marks_the_page_on_which_one_is(walker: Browser) -> None:
    here = walker.get("/list").tree.css("nav.side [aria-current]")
    assert [" ".join(line.text().split()) for line in here] == ["사건 87"]


def test_the_menu_shows_only_what_one_may_open(walker: Browser) -> None:
    assert "센터·담당자" not in walker.get("/list").response.text


def test_what_is_searched_for_stays_out_of_addresses(walker: Browser) -> None:
    form = walker.get("/list").tree.css_first("form[role=search]")
    assert form
    assert form.attributes["method"] == "post"


def test_the_language_is_kept_and_one_stays_on_the_page(walker: Browser) -> None:
    page = walker.get("/list?sort=due").press("English")
    assert page.response.request.full_path == "/list?sort=due"
    assert walker.get("/display").heading == "Display settings"


def test_a_page_that_was_shown_in_one_language_is_shown_in_the_other_and_back(walker: Browser) -> None:
    titles = [walker.get("/display").heading]
    for language in ("English", "한국어"):
        walker.get("/display").press(language)
        titles.append(walker.get("/display").heading)
    assert titles == ["화면 설정", "Display settings", "화면 설정"]


def test_a_choice_of_display_is_kept(walker: Browser) -> None:
    page = walker.get("/display").choose("색", "고대비").choose("목록 줄 간격", "조밀")
    page = page.choose("한 글자 단축키", "끄기").press("저장")
    root, body = page.tree.css_first("html"), page.tree.css_first("body")
    assert page.messages == ["저장했습니다. 이제 이 브라우저에서는 이렇게 보입니다."]
    assert root is not None
    assert root.attributes["data-krds-mode"] == "high-contrast"
    assert body is not None
    assert "compact" in (body.attributes["class"] or "")
    assert body.attributes["data-keys"] == "off"


def test_unknown_words_in_the_cookie_are_ignored() -> None:
    assert Display.read("compact.<script>.") == Display(compact=True)


def test_a_display_comes_back_as_it_was_kept() -> None:
    chosen = Display(compact=True, contrast=True, keys=False)
    assert Display.read(chosen.words()) == chosen


def test_the_masthead_is_shown_only_where_it_is_set(parts: Flask) -> None:
    sentence = "공식 전자정부 누리집"
    assert sentence not in Browser(parts).get("/list").response.text
    assert sentence in Browser(gallery(official_masthead="true")).get("/list").response.text
