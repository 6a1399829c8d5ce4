"""The page-checking client finds each fault that it looks for; a checker that finds nothing is no checker."""

import pytest
from flask import Flask, request
from selectolax.lexbor import LexborHTMLParser
from support.page import BadPage, Browser
from support.page_faults import faults_of
from werkzeug.datastructures import MultiDict

GOOD = """<html lang="ko"><head><title>오류: 사건 - 길목</title></head><body><h1>사건</h1>
<form method="post"><input type="hidden" name="csrf_token"><label for="a">이름</label><input id="a" name="a"></form>
<a href="#a">이름</a></body></html>"""


def faults(*, without: str = "", instead: str = "") -> list[str]:
    """The faults of the good page after this change."""
    assert without in GOOD
    source = GOOD.replace(without, instead) if without else GOOD.replace("</body>", f"{instead}</body>")
    return list(faults_of(LexborHTMLParser(source), source))


def test_a_good_page_has_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(("without", "instead", "fault"), [
    ("<h1>사건</h1>", "", "its h1 are []"),
    ("", "<h1>둘</h1>", "its h1 are ['사건', '둘']"),
    ("오류: 사건", "목록", "its title is '목록 - 길목' and its h1 '사건'"),
    (' lang="ko"', "", "its language is ''"),
    ("", '<p id="a"></p>', "the id 'a' is there 2 times"),
    ('href="#a"', 'href="#b"', "nothing has the id 'b'"),
    ("", '<p aria-labelledby="c">x</p>', "nothing has the id 'c'"),
    ("<label for=\"a\">이름</label>", "", "the field 'a' has no label"),
    ("<label for=\"a\">이름</label>", '<label for="a"></label>', "the field 'a' has no label"),
    ('<input type="hidden" name="csrf_token">', "", "the form to 'None' has no csrf_token"),
    ("<label", "<form></form><label", "a form stands within a form"),
    ("", "<button></button>", "a button has no words: <button></button>"),
    ("", "<script>1</script>", "it holds an inline script"),
    ("", "<style>p{}</style>", "it holds an inline style"),
    ("", '<p style="color: red">x</p>', "a p holds style='color: red'"),
    ("", '<p onclick="x()">x</p>', "a p holds onclick='x()'"),
    ("", '<p hx-on:click="x()">x</p>', "a p holds hx-on:click='x()'"),
    ("", '<p hx-vals="js:{a: 1}">x</p>', "a p holds hx-vals='js:{a: 1}'"),
    ("", '<a href="javascript:x()">x</a>', "a a holds href='javascript:x()'"),
    ("", '<p hx-trigger="keyup[x]">x</p>', "hx-trigger='keyup[x]' needs eval"),
    ("", "<p>%(count)s건</p>", "it shows '%(count)s'"),
    ("", "<p>담당 None</p>", "it shows 'None'"),
])
def test_each_fault_is_found(without: str, instead: str, fault: str) -> None:
    assert fault in faults(without=without, instead=instead)


def test_what_people_typed_is_no_fault() -> None:
    assert faults(instead='<textarea aria-label="x">{{ None }}</textarea>') == []


def test_a_bad_page_fails_where_it_is_got(parts: Flask) -> None:
    parts.add_url_rule("/bad", "bad", lambda: "<!doctype html><html><body><p>nothing</p></body></html>")
    with pytest.raises(BadPage, match="its language is ''; its h1 are"):
        Browser(parts).get("/bad")


def test_every_page_of_the_gallery_is_good(walker: Browser) -> None:
    headings = [walker.get(path).heading for path in ("/list", "/form", "/parts", "/display")]
    assert headings == ["사건", "상담 접수", "부품", "화면 설정"]


def test_a_link_is_followed_by_its_text(walker: Browser) -> None:
    assert walker.get("/list").click("새 상담 접수").path == "/form"


def test_a_form_comes_back_with_its_errors_and_what_was_typed(walker: Browser) -> None:
    page = walker.get("/form").fill("이름", "").fill("입사일", "2025.13.2").press("접수하기")
    assert page.status == 422
    assert page.errors[0] == page.error("이름") == "의뢰인 이름을 입력해 주세요."
    assert page.value("입사일") == "2025.13.2"
    assert "<title>오류: 상담 접수" in page.response.text


def test_a_form_is_sent_as_a_browser_would_send_it(parts: Flask) -> None:
    forms: list[MultiDict[str, str]] = []
    parts.before_request(lambda: forms.append(request.form))
    page = Browser(parts).get("/form").choose("분쟁 유형", "임금체불", "산업재해")
    page.fill("상담 언어", "베트남어").fill("나중에 연락", "").press("임시저장")
    sent = forms[-1]
    assert sent.getlist("topic") == ["wages", "accident"]
    assert (sent["language"], sent["urgency"], sent["later"], sent["draft"]) == ("vi", "normal", "yes", "1")
    assert sent.getlist("unpaid") == ["", "unknown"]
    assert "consent" not in sent


def test_what_is_missing_is_named(walker: Browser) -> None:
    page = walker.get("/form")
    with pytest.raises(AssertionError, match="no field '주소' on /form"):
        page.fill("주소", "x")
    with pytest.raises(AssertionError, match="no button '보내기' on /form"):
        page.press("보내기")
    with pytest.raises(AssertionError, match="no link '없음' on /form"):
        page.click("없음")
    with pytest.raises(AssertionError, match="no option"):
        page.choose("긴급도", "아무것도")
