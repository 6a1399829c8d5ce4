"""Identification numbers: found in any spelling, none left behind, nothing else taken for one."""

import time
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats.characters import folded
from gilmok.ground.formats.identifiers import (
    PLACEHOLDERS,
    PLAIN,
    Identifier,
    identifiers,
    refused,
    resident_numbers,
    scrub,
    warned,
)

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
WORDS = st.sampled_from(["", "상담 내용 ", "주민번호는 ", "저는", "(", "이름 홍길동\n", "이고 ", ") 입니다",
" 입니다.", "한국, "])
SOLID_SEPARATORS = [
    "", "-", " ", "‐", "–", "—", "−", "－", "ㅡ", "─", " - ", "--", "\t", "\n", "\u3000", "ㅤ", "\u00a0", ".", "/",
    "·", "_", ",", ":", "~", " 다시 ", "에 ", " 뒷자리 ",
]
DASHES = ["-", "–", " - ", "ㅡ", "－", "\u2011", " 다시 "]


@st.composite
def births(draw: st.DrawFn) -> str:
    return f"{draw(st.integers(0, 99)):02}{draw(st.integers(1, 12)):02}{draw(st.integers(1, 31)):02}"


@st.composite
def tails(draw: st.DrawFn) -> str:
    return f"{draw(st.integers(1, 8))}{draw(st.integers(0, 999_999)):06}"


def solid(draw: st.DrawFn, birth: str, tail: str) -> str:
    return birth + draw(st.sampled_from(SOLID_SEPARATORS)) + tail


def spaced(draw: st.DrawFn, birth: str, tail: str) -> str:
    return " ".join(birth) + draw(st.sampled_from([" ", "  ", " - ", "-"])) + " ".join(tail)


def dotted(draw: st.DrawFn, birth: str, tail: str) -> str:
    dot = draw(st.sampled_from([".", "-", "/", ". "]))
    return dot.join([birth[:2], birth[2:4], birth[4:]]) + draw(st.sampled_from(DASHES)) + tail


def masked(draw: st.DrawFn, birth: str, tail: str) -> str:
    hidden = draw(st.integers(3, 6))
    dash = draw(st.sampled_from(["", *DASHES]))
    return birth + dash + tail[:7 - hidden] + draw(st.sampled_from("*xX●○＊#")) * hidden


def grouped(draw: st.DrawFn, birth: str, tail: str) -> str:
    return f"{birth[:2]} {birth[2:4]} {birth[4:]} {tail[:3]} {tail[3:]}"


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A resident registration number in any spelling that people and programs give it."""
    birth, tail = draw(births()), draw(tails())
    text = draw(st.sampled_from([solid, spaced, dotted, masked, grouped]))(draw, birth, tail)
    if draw(st.booleans()):
        text = text.translate(FULL_WIDTH)
    for _time in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from("\u200b\u200d\ufeff\u00ad\u2060")) + text[place:]
    return text


@given(spelled(), WORDS, WORDS)
def test_a_resident_number_in_any_spelling_is_found_and_scrubbed(number: str, before: str, behind: str) -> None:
    text, kinds = scrub(before + number + behind)
    assert set(kinds) <= {Identifier.RESIDENT, Identifier.FOREIGNER}
    assert kinds
    assert not any(char.isdigit() for char in text)
    assert text.startswith(before)
    assert text.endswith(behind)


@given(births(), tails())
def test_a_full_birthday_in_the_century_of_its_number_is_found(birth: str, tail: str) -> None:
    century = {"1": "19", "2": "19", "5": "19", "6": "19"}.get(tail[0], "20")
    other = {"19": "20", "20": "19"}[century]
    assert resident_numbers(f"{century}{birth}-{tail}")
    assert not resident_numbers(f"{other}{birth}-{tail}")


@given(st.text(alphabet="0123456789-. *xM주민번호에년월일원[]삭제\u200b０１", max_size=80))
def test_a_scrubbed_text_has_nothing_left_to_scrub(text: str) -> None:
    assert refused(scrub(text).text) == ()


def test_a_number_that_is_found_only_when_another_is_gone_is_scrubbed_too() -> None:
    assert scrub("주민번호 991399-1234567 991399-1234567").text == "주민번호 [주민번호 삭제] [주민번호 삭제]"


def test_a_placeholder_is_no_label_for_what_follows() -> None:
    assert refused("[여권번호 삭제] a901010, [주민번호 삭제] 991399 1234567, [면허번호 삭제] 991399123456") == ()


@pytest.mark.parametrize("text", [
    "주민번호 991399-1234567", "주민등록번호: 9913991234567", "주민번호 앞 901010 뒷자리 1234567",
    "주민번호 901010-1", "RRN 991399 1234567",
    "외국인등록번호 991399-5234567", "주민번호 뒷자리는 1234567", "90년 10월 10일 - 1234567", "901010-0234567",
    "9010109234567",
])
def test_a_label_or_a_rarer_spelling_is_enough(text: str) -> None:
    assert resident_numbers(text)
    assert resident_numbers(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("sign", "*·・･•‧∙⋅⁃∼~_.,:;/\\|+=()[]{}<>'\"`^#@!?&%ㅡ")
def test_any_sign_between_the_two_parts_hides_no_number(sign: str) -> None:
    assert refused(f"900101{sign}1234567") == (Identifier.RESIDENT,)


@pytest.mark.parametrize("sign", "$₩€")
def test_a_day_before_an_amount_is_no_number(sign: str) -> None:
    assert refused(f"250325 {sign}3500000") == ()


def test_the_seventh_digit_tells_foreigners_apart() -> None:
    assert refused("901010-1234567") == (Identifier.RESIDENT,)
    assert refused("901010-5234567") == (Identifier.FOREIGNER,)


@pytest.mark.parametrize(("text", "kind"), [
    ("11-22-123456-78", Identifier.DRIVING_LICENCE), ("서울 12-123456-12", Identifier.DRIVING_LICENCE),
    ("운전면허 112212345678", Identifier.DRIVING_LICENCE), ("M12345678", Identifier.PASSPORT),
    ("M123A4567", Identifier.PASSPORT),
    ("Ｍ１２３４５６７８", Identifier.PASSPORT), ("여권번호: m1234567", Identifier.PASSPORT),
    ("passport C20250302", Identifier.PASSPORT),
    ("4111-1111-1111-1111", Identifier.CARD), ("5555 5555 5555 4444", Identifier.CARD),
    ("4111111111111111", Identifier.CARD),
])
def test_other_identification_numbers_are_refused(text: str, kind: Identifier) -> None:
    assert refused(f"내용 {text} 끝") == (kind,)
    assert PLACEHOLDERS[kind] in scrub(text).text


@pytest.mark.parametrize("text", ["국민은행 123456-04-123456", "계좌번호 110-123-456789", "농협 301-0101-2345-61"])
def test_an_account_is_warned_of_and_kept(text: str) -> None:
    assert (refused(text), warned(text), scrub(text)) == ((), (Identifier.ACCOUNT,), (text, ()))


@pytest.mark.parametrize("text", [
    "20261122-1234567", "2025-03-25 3500000", "25.03.25 3500000 입금", "250302 1240000원", "250302 010 1234 5678",
    "250302 01012345678", "901010", "901010-*******", "생년월일 901010, 전화 02-901-2657", "20250302-20250309",
    "+8801712345678",
    "4111-1111-1111-1112", "근로자 A20250302", "신한은행 담당자 010-1234-5678", "국민은행 1588-9999",
    "110-123-456789", "2025부해1234",
    "주민번호는 받지 않음. 연락처 010-1234-5678", "[주민번호 삭제] 010-1234-5678", "전화 뒷자리 5678", "1735689600",
    " ".join(str(number) for number in range(1, 32)),
])
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert identifiers(text) == []


DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1)).map(lambda day: [
    f"{day.year}년 {day.month}월 {day.day}일", f"{day:%Y-%m-%d}", f"{day:%y.%m.%d}", f"{day:%Y%m%d}",
])
WON = st.integers(0, 9_999_999_999).map(lambda amount: [f"{amount:,}원", f"{amount}원", f"{amount // 10_000}만 원"])
PHONES = st.from_regex(r"(010-[0-9]{4}-[0-9]{4}|02-[0-9]{3}-[0-9]{4}|15[0-9]{2}-[0-9]{4})", fullmatch=True)
NUMBERS = st.from_regex(r"([A-Z]{2}[0-9]{2}-[0-9A-Z]{5}|[0-9]{3}-[0-9]{2}-[0-9]{5}|2025부해[0-9]{1,4})", fullmatch=True)
ORDINARY = st.one_of(DAYS.flatmap(st.sampled_from), WON.flatmap(st.sampled_from), PHONES, NUMBERS)
BETWEEN = st.sampled_from([" ", ", ", "에 ", "\n", " 임금 ", " / ", " 연락처 ", "부터 ", " ~ "])


@given(st.lists(st.tuples(ORDINARY, BETWEEN), max_size=6))
def test_days_amounts_phones_and_case_numbers_are_no_identifiers(parts: list[tuple[str, str]]) -> None:
    assert refused("".join(part + between for part, between in parts)) == ()


def test_only_the_number_is_replaced_and_the_kinds_are_named_once() -> None:
    text = "홍길동(901010-1234567), 배우자 911111-2345678, 여권 M12345678."
    assert scrub(text) == (
        "홍길동([주민번호 삭제]), 배우자 [주민번호 삭제], 여권 [여권번호 삭제].",
        (Identifier.RESIDENT, Identifier.PASSPORT),
    )


def test_plain_text_is_what_it_is_folded_to() -> None:
    plain = "".join(char for char in map(chr, range(0x110000)) if PLAIN.fullmatch(char))
    assert len(plain) == 95 + 11172
    assert folded(plain) == plain
    assert folded("\n") == " "


def test_a_span_tells_where_the_number_stands_in_the_text_as_typed() -> None:
    text = "번호 9０1010\u200b-1234567 끝"
    (span,) = identifiers(text)
    assert text[span.start:span.end] == "9０1010\u200b-1234567"


@pytest.mark.parametrize("piece", [
    "901010 ", "901010-1*", "1 ", "4111 ", "주민번호 9", "11-22-123456-", "1\u200b", "90-10-10-", "통장 1",
])
def test_a_megabyte_of_near_misses_takes_less_than_a_second(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert seconds(identifiers, text) < 1


@pytest.mark.parametrize("piece", [
    "M12345678", "901010-1234567,", "주민번호 991399-1234567 ", "901010-1***", "뒷자리 1234567",
])
def test_scrubbing_many_numbers_takes_a_few_rounds_only(piece: str) -> None:
    assert seconds(scrub, piece * (200_000 // len(piece))) < 2


def seconds(look: Callable[[str], object], text: str) -> float:
    """The processor time of the best of five looks: of the first, if that is fast."""
    took: list[float] = []
    for _time in range(5):
        start = time.process_time()
        look(text)
        took.append(time.process_time() - start)
        if took[-1] < 1:
            break
    return min(took)
