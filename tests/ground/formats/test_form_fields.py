"""What every field of a form reads, keeps and refuses, and the Korean sentences that it says."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask
from marshmallow import Schema, ValidationError

from gilmok.ground.fields import (
    Answer,
    BusinessNumber,
    Choice,
    Code,
    Codes,
    Day,
    EmailAddress,
    FreeText,
    Line,
    Number,
    PhoneNumber,
    WholeNumber,
    Won,
    YesNo,
    warnings,
)
from gilmok.ground.formats.phones import Phone
from gilmok.ground.i18n import PACKAGE, Catalogue, init_i18n

RESIDENT = "901010-1234567"
REFUSED = "주민등록번호로 보여 저장할 수 없습니다. 그 번호를 지워 주세요."
DISTRICTS = ["mapo", "jungnang"]


def the_day() -> date:
    return date(2025, 10, 15)


FIELDS: dict[str, Answer] = {
    "day": Day(unsure=True, today=the_day),
    "past": Day(past=True, today=the_day),
    "phone": PhoneNumber(),
    "firm": BusinessNumber(),
    "won": Won(unsure=True),
    "whole": WholeNumber(least=1, most=99),
    "number": Number(),
    "code": Code(["worker", "union"], unsure=True),
    "codes": Codes(["a", "b", "c"], most=2, unsure=True),
    "choice": Choice(lambda: DISTRICTS),
    "yes": YesNo(),
    "text": FreeText(longest=100),
    "line": Line(longest=20),
    "mail": EmailAddress(),
}
Form = Schema.from_dict(dict(FIELDS))


@pytest.fixture(autouse=True)
def korean() -> Iterator[None]:
    app = Flask("fields")
    init_i18n(app, Catalogue([PACKAGE / "ground" / "formats"]))
    with app.test_request_context():
        yield


def load(**answers: Any) -> dict[str, Any]:
    return Form().load(answers)


def complaint(**answers: Any) -> str:
    with pytest.raises(ValidationError) as error:
        load(**answers)
    ((message,),) = error.value.normalized_messages().values()
    return str(message)


@pytest.mark.parametrize(("field", "typed", "value"), [
    ("day", "25-3-2", date(2025, 3, 2)), ("phone", "+82 10 1234 5678", Phone("01012345678", "+82 10 1234 5678")),
    ("firm", "124-81-00998", "1248100998"), ("won", "124만 원", 1_240_000), ("won", 1000, 1000),
    ("whole", "１２명", 12),
    ("number", "52.5시간", 52.5), ("number", "1,200", 1200), ("number", 7.0, 7), ("code", " union ", "union"),
    ("codes", "b", ("b",)),
    ("codes", ["b", "", "a", "b"], ("b", "a")), ("choice", "mapo", "mapo"), ("yes", "예", True), ("yes", "no", False),
    ("yes", True, True), ("text", " 가\r\n나\x00 ", "가\n나"), ("line", " 가\r\n  나 ", "가 나"),
    ("mail", " a@b.kr ", "a@b.kr"),
])
def test_a_field_reads_what_a_form_gives(field: str, typed: Any, value: Any) -> None:
    assert load(**{field: typed}) == {field: value}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("nothing", ["", "  ", None, [], ["", ""]])
def test_an_empty_answer_was_not_asked(field: str, nothing: Any) -> None:
    assert load(**{field: nothing}) == {}


@pytest.mark.parametrize("field", ["day", "won", "code", "codes", "yes"])
@pytest.mark.parametrize("answer", ["unknown", "refused"])
def test_unknown_and_refused_are_answers_where_they_may_be(field: str, answer: str) -> None:
    assert load(**{field: answer}) == {field: answer}


def test_a_list_of_only_unknown_is_unknown() -> None:
    assert load(codes=["", "unknown"]) == {"codes": "unknown"}


@pytest.mark.parametrize(("field", "typed", "says"), [
    ("day", "언젠가", "날짜는 2025. 3. 2. 또는 20250302처럼 적어 주세요."),
    ("past", "내일", "오늘이나 지난 날짜를 적어 주세요."),
    ("past", "unknown", "날짜는 2025. 3. 2. 또는 20250302처럼 적어 주세요."),
    ("phone", "없음", "연락처는 010-1234-5678처럼 적어 주세요."),
    ("phone", "901-2657", "02-123-4567처럼 앞자리(010, 02, 031 등)까지 모두 적어 주세요."),
    ("firm", "123-45-67890", "올바른 사업자등록번호가 아닙니다. 숫자를 확인해 주세요."),
    ("won", "1.5", "금액은 1,240,000 또는 124만처럼 원 단위로 적어 주세요."),
    ("won", "5000억", "0에서 100,000,000,000까지의 숫자로 적어 주세요."),
    ("whole", "1.5", "12처럼 정수로 적어 주세요."),
    ("whole", "많음", "12처럼 정수로 적어 주세요."), ("whole", "100", "1에서 99까지의 숫자로 적어 주세요."),
    ("number", True, "글자로 적어 주세요."), ("number", "3만", "12 또는 7.5처럼 숫자로 적어 주세요."),
    ("code", "boss", "목록에 있는 답에서 골라 주세요."), ("code", 1, "목록에 있는 답에서 골라 주세요."),
    ("codes", ["a", "z"], "목록에 있는 답에서 골라 주세요."), ("codes", ["a", "b", "c"], "2개까지 골라 주세요."),
    ("codes", ["a", "unknown"], "‘모름’이나 ‘응답 거부’는 다른 답과 함께 고를 수 없습니다."),
    ("choice", "seocho", "목록에 있는 답에서 골라 주세요."), ("yes", "글쎄", "예 또는 아니요를 골라 주세요."),
    ("text", "가" * 101, "100자 이내로 적어 주세요."), ("text", {"a": 1}, "글자로 적어 주세요."),
    ("mail", "a@b", "이메일은 name@example.com처럼 적어 주세요."),
])
def test_an_error_says_how_to_do_it_right(field: str, typed: Any, says: str) -> None:
    assert complaint(**{field: typed}) == says


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_refuses_a_resident_number_without_repeating_it(field: str) -> None:
    assert complaint(**{field: RESIDENT}) == REFUSED


def test_a_number_in_a_list_or_typed_as_a_number_is_refused_too() -> None:
    assert complaint(codes=["a", RESIDENT]) == complaint(won=9010101234567) == REFUSED


def test_line_ends_of_a_form_count_once() -> None:
    assert load(text="가\r\n" * 50)


def test_a_required_answer_that_is_empty_is_asked_for() -> None:
    schema = Schema.from_dict({"line": Line(required=True)})
    for answers in ({"line": " "}, {}):
        with pytest.raises(ValidationError) as error:
            schema().load(answers)
        assert error.value.normalized_messages() == {"line": ["이 항목에 답해 주세요."]}


def test_options_of_a_choice_are_those_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "DISTRICTS", ["seocho"])
    assert load(choice="seocho") == {"choice": "seocho"}


@pytest.mark.parametrize(("field", "value", "said"), [
    ("day", date(2025, 3, 2), "2025년 3월 2일(일)"), ("day", "unknown", "unknown"), ("won", 1_240_000, "1,240,000원"),
    ("phone", Phone("01012345678", ""), "010-1234-5678"), ("firm", "1248100998", "124-81-00998"), ("line", "가", "가"),
])
def test_a_value_is_echoed_as_it_was_understood(field: str, value: Any, said: str) -> None:
    assert FIELDS[field].say(value) == said


def test_a_dump_holds_what_json_can() -> None:
    values = {"day": date(2025, 3, 2), "phone": Phone("01012345678", "x"), "won": "unknown", "codes": ("a",)}
    assert Form(only=tuple(values)).dump(values) == {
        "day": "2025-03-02", "phone": "01012345678", "won": "unknown", "codes": ("a",),
    }


def test_an_account_number_is_warned_of_beside_the_text() -> None:
    assert warnings("계좌번호 110-123-456789") == ("계좌번호로 보입니다. 꼭 필요할 때만 남겨 주세요.",)
    assert warnings("월급 2,500,000원") == ()


def test_free_text_keeps_all_but_control_characters() -> None:
    every = "".join(map(chr, range(0x3100)))
    kept = FreeText(longest=20_000).read(f"a{every}z")
    lines = unicodedata.normalize("NFC", f"a{every}z").replace("\r", "\n")
    assert kept == "".join(char for char in lines if char in "\n\t" or unicodedata.category(char) != "Cc")
