"""What of a form is understood: which cell a blank goes to, what is there twice, what never is filled; the filling."""

from collections.abc import Iterator

import pytest
from flask import Flask
from support.files import PNG
from support.hangul import PERSONS, SECTION, Grid, lines, made, repacked, with_section

from gilmok.journey.documents import form_words
from gilmok.journey.documents.catalogue import BLANKS, PETITION, POWER
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.form_filling import fill_form
from gilmok.journey.documents.form_matching import Matched, match, may_be_filled
from gilmok.journey.documents.form_slots import TOTAL, slots_of
from gilmok.journey.documents.form_words import role_of
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.hangul.tree import below, kind

NAME = {"client_name": "홍길동"}


@pytest.fixture(autouse=True)
def context(app: Flask) -> Iterator[None]:
    """The Korean of the labels."""
    with app.app_context():
        yield


def understood(content: bytes, document: Document = PETITION) -> Matched:
    """What of a form is understood."""
    return match(Form.read(content), slots_of(document))


def found(*parts: str | tuple[str, Grid], document: Document = PETITION) -> dict[str, str]:
    """The place of each blank that is found in a form of these parts."""
    return {code: place.code for code, place in understood(made(*parts), document).sure.items()}


def filled(content: bytes, texts: dict[str, str], document: Document = PETITION, **cells: str) -> list[str]:
    """What a form says that is filled with these texts: in what was found, and in these places."""
    form = Form.read(content)
    matched = match(form, slots_of(document))
    places = {code: place.code for code, place in matched.sure.items()} | cells
    return lines(fill_form(form, {"cells": places, "words": matched.words}, texts, mark="제출 전 확인"))


def test_a_label_means_another_person_under_another_heading() -> None:
    assert found(*PERSONS) == {
        "client_name": "1-1-2", "client_address": "1-2-2", "client_phone": "1-2-4",
        "employer_representative": "2-1-2", "employer_name": "2-1-4", "employer_address": "2-2-2",
        "employer_phone": "2-2-4",
    }


def test_a_heading_may_stand_beside_its_rows_or_across_the_table() -> None:
    grid = [["위임인", "성명", ""], ["", "주소", ""], ["수임인", "", ""], ["성명", "", ""]]
    content = made(("위임장", grid), joined=[(0, 0, 1, 0), (2, 0, 2, 2)])
    sure = {code: place.code for code, place in understood(content, POWER).sure.items()}
    assert sure == {"client_name": "1-1-3", "client_address": "1-2-3", "agent": "1-4-2"}


def test_whom_a_row_is_about_may_stand_in_the_row() -> None:
    row = ["대리인", "성명", "", "전화", ""]
    assert found(("위임장", [row]), document=POWER) == {"agent": "1-1-3", "agent_phone": "1-1-5"}
    assert found(("", [["사업장명", "", "전화", ""]])) == {"employer_name": "1-1-2", "employer_phone": "1-1-4"}


def test_a_cell_that_holds_a_table_is_no_place_itself() -> None:
    inner = '<hp:tbl><hp:tr><hp:tc><hp:cellAddr rowAddr="0" colAddr="0"/></hp:tc></hp:tr></hp:tbl>'
    content = with_section(made(("", [["성명", "{{여기}}"]])), "{{여기}}</hp:t>", "</hp:t>" + inner)
    assert list(Form.read(content).places) == ["1-1-1+", "2-1-1"]


def test_without_a_heading_a_name_is_the_clients() -> None:
    assert found(("", [["성명", ""], ["전화", ""]])) == {"client_name": "1-1-2", "client_phone": "1-2-2"}


@pytest.mark.parametrize("label", [
    "입사일", "입 사 일", "① 입사일", "Ⅱ. 입사일", "가. 입사일", "3. 입사일자", "입사 연월일(계약일)", "※입사일 :",
])
def test_spaces_numbering_and_brackets_in_a_label_do_not_count(label: str) -> None:
    assert found(("", [[label, ""]])) == {"hired_on": "1-1-2"}


def test_a_free_cell_below_a_label_is_found_where_none_is_beside_it() -> None:
    assert found(("", [["성명", "전화"], ["", ""]])) == {"client_name": "1-2-1", "client_phone": "1-2-2"}


def test_a_label_with_no_free_neighbour_has_its_room_in_its_own_cell() -> None:
    assert found(("", [["성명", "업종"]]), document=PETITION) == {"client_name": "1-1-1+"}


def test_the_mark_is_the_first_line_and_takes_the_settings_of_the_section_along() -> None:
    form = Form.read(made("진정서", *PERSONS))
    said_before = lines(form.package.packed({}))
    marked = Form.read(form.filled({}, lambda _word: None, mark="제출 전 확인"))
    [root] = marked.roots.values()
    assert [[kind(each) for each in below(line, "run", "secPr")] for line in below(root, "p")][:2] == [["secPr"], []]
    assert lines(marked.package.packed({})) == ["제출 전 확인", *said_before]


def test_what_is_not_text_is_given_back_to_the_byte() -> None:
    form = Form.read(repacked(made(*PERSONS), more=[("BinData/image1.png", PNG)]))
    out = Form.read(form.filled({"1-1-2": "홍길동"}, lambda _word: None, mark="제출 전 확인")).package
    assert list(out.parts) == list(form.package.parts)
    assert [name for name in out.parts if out.parts[name] != form.package.parts[name]] == [SECTION]


def test_a_cell_that_holds_units_alone_is_free() -> None:
    content = made(("", [["입사일", "    년   월   일"], ["체불임금", "      원"]]))
    said = filled(content, {"hired_on": "2024년 3월 4일(월)", "wages_owed": "3,720,000원"})
    assert said == ["제출 전 확인", "입사일\t2024년 3월 4일(월)", "체불임금\t3,720,000원"]


def test_what_is_there_twice_is_for_a_person_to_choose() -> None:
    matched = understood(made(("신청인", [["성명", ""], ["전화", ""], ["성명", ""]])))
    assert [place.code for place in matched.several["client_name"]] == ["1-1-2", "1-3-2"]
    assert matched.sure.keys() == {"client_phone"}


def test_every_box_of_the_resident_number_stays_empty_and_its_neighbour_is_filled() -> None:
    form = Form.read(made(("", [["주민등록번호", "", "", "", ""], ["외국인등록번호", "", "성명", "", ""]])))
    assert [place.code for place in form.places.values() if may_be_filled(place)] == ["1-2-3+", "1-2-4", "1-2-5"]
    assert match(form, slots_of(PETITION)).sure["client_name"].code == "1-2-4"


@pytest.mark.parametrize("label", [
    "주민등록번호", "주민 등록 번호", "생년월일(주민등록번호)", "외국인등록번호", "성명(주민번호)", "계좌번호",
])
def test_the_resident_number_and_the_like_have_no_place(label: str) -> None:
    content = made(("신청인", [[label, ""], ["성명", ""]]))
    assert understood(content, POWER).places.keys() == {"client_name"}
    said = filled(content, {**NAME, "born_on": "1985년 1월 1일"}, POWER)
    assert label in said


@pytest.mark.parametrize("word", ["신청인 성명", "내담자 성명", "진정인 이름", "client_name", "성명", " 신청인성명 "])
def test_a_word_in_braces_is_filled_wherever_it_stands(word: str) -> None:
    content = made(f"저는 {{{{{word}}}}}입니다. {{{{{word}}}}}", ("", [["확인", f"({{{{{word}}}}})"]]))
    assert filled(content, NAME)[1:] == ["저는 홍길동입니다. 홍길동", "확인\t(홍길동)"]


def test_a_word_whose_look_changes_within_is_filled_too() -> None:
    content = with_section(
        made("저는 {{신청인 성명}}입니다."), "{{신청인 성명}}",
        '{{신청인</hp:t></hp:run><hp:run charPrIDRef="0"><hp:t><hp:fwSpace/>성</hp:t></hp:run>'
        '<hp:run charPrIDRef="0"><hp:t>명}}',
    )
    assert filled(content, NAME)[1:] == ["저는 홍길동입니다."]


def test_words_that_nobody_knows_stay_and_those_of_the_client_are_emptied() -> None:
    content = made("{{마음}} [{{주민등록번호}}] {{신청인 성명}}")
    assert filled(content, NAME)[1:] == ["{{마음}} [] 홍길동"]


def test_what_a_value_says_is_never_taken_for_a_word() -> None:
    content = made("{{사업장명}} / {{신청인 성명}}", ("", [["업무 내용", ""]]))
    said = filled(content, {**NAME, "employer_name": "{{신청인 성명}}", "job": "{{사업장명}}"})
    assert said[1:] == ["{{신청인 성명}} / 홍길동", "업무 내용\t{{사업장명}}"]


def test_a_text_of_several_lines_and_of_signs_that_xml_has_stays_whole() -> None:
    content = made("{{경위}}", ("", [["첨부 자료", ""]]))
    said = filled(content, {"story": "첫째 <줄>\r\n둘째 & \x0b줄", "evidence": "가\n나"})
    assert said[1:3] == ["첫째 <줄>", "둘째 & 줄"]
    assert "\n".join(said[3:]) == "첨부 자료\t가\n나"


def test_the_label_in_a_cell_stays_above_what_fills_it() -> None:
    said = filled(made(("", [["성명", "업종"]])), NAME)
    assert "\n".join(said[1:]) == "성명\n홍길동\t업종"


def test_the_sum_of_what_is_owed_is_there_where_something_may_be_owed() -> None:
    assert found(("", [["합계", ""]])) == {TOTAL: "1-1-2"}
    assert found(("", [["합계", ""]]), document=POWER) == {}


def test_a_heading_is_read_from_its_beginning() -> None:
    said = ["진정인", "피진정인", "1. 신청인 인적사항", "사용자(사업주)", "체불임금등·사업주 확인서 발급신청서", "기타"]
    assert [role_of(each) for each in said] == ["client", "employer", "client", "employer", "", ""]


def test_the_words_of_forms_are_those_of_blanks() -> None:
    assert set(form_words.read()["blanks"]) - {*BLANKS, TOTAL} == set()
    roles = {each.get("role", "client") for each in form_words.read()["blanks"].values()}
    assert roles <= set(form_words.read()["roles"])
