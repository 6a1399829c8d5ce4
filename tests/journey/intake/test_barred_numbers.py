"""Numbers that must never be kept: which one it was is said, and the words fit what the page shows afterwards."""

from collections.abc import Callable

import pytest
from support.house import House
from support.page import Browser, Page

from gilmok.journey.intake import drafts

At = Callable[[str], Browser]
NUMBERS = {
    "900101-1234567": "주민등록번호", "여권번호 M12345678": "여권번호", "운전면허 11-12-345678-90": "운전면허번호",
    "4111-1111-1111-1111": "카드번호",
}


@pytest.fixture
def form(at: At) -> Page:
    """An empty intake."""
    return at("jungnang").get("/intake/")


def kept_live(form: Page, **typed: str) -> str:
    """What the page's script is answered while one types this."""
    token = form.tree.css_first('[name="csrf_token"]')
    assert token is not None
    values = typed | {"csrf_token": token.attributes["value"]}
    return form.browser.client.post(f"{form.path}/live", data=values).text


@pytest.mark.parametrize(("number", "kind"), NUMBERS.items())
def test_the_draft_line_says_which_number_it_is(form: Page, number: str, kind: str) -> None:
    assert f"<b>{kind}로 보여 저장할 수 없습니다." in kept_live(form, narrative=number)


def test_after_a_refusal_the_words_fit_what_the_field_holds(form: Page) -> None:
    page = form.fill("주된 문제", "임금체불").fill("내담자의 말", "여권번호 M12345678 입니다").press("접수하기")
    assert "[여권번호 삭제]" in page.value("내담자의 말")
    assert page.error("내담자의 말").startswith("저장할 수 없는 번호를 지우고 그 자리에 [여권번호 삭제] 표시를")


def test_the_year_of_birth_does_not_cut_what_is_pasted(form: Page) -> None:
    assert int(form.field("태어난 해").attributes["maxlength"] or "0") >= 200


@pytest.mark.parametrize("typed", ["900101-1234567", "900101-123", "900101 1", "9001011234", "900101–1******"])
def test_nothing_of_a_number_is_kept_in_the_year_of_birth(form: Page, house: House, typed: str) -> None:
    assert "주민등록번호로 보여" in kept_live(form, birth_year=typed)
    page = form.fill("주된 문제", "임금체불").fill("태어난 해", typed).press("접수하기")
    assert page.status == 422
    assert page.error("태어난 해")
    assert "9001" not in page.response.text
    with house.session("jungnang") as session:
        (draft,) = drafts.mine(session, vault=house.installed.vault)
        assert "9001" not in str(drafts.find(session, draft.key, vault=house.installed.vault))


@pytest.mark.parametrize("typed", ["850302", "19850302", "2001-01-31", "20010131"])
def test_a_day_of_birth_alone_is_no_such_number(form: Page, typed: str) -> None:
    page = form.fill("주된 문제", "임금체불").fill("태어난 해", typed).press("접수하기")
    assert page.error("태어난 해").startswith("태어난 해는 1985처럼")
    assert page.value("태어난 해") == typed
