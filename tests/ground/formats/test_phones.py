"""Telephone numbers: read in any usual form, said, masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats import phones
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.phones import mask_phone, read_phone, say_phone


@pytest.mark.parametrize("text", [
    "010-1234-5678", "01012345678", "010 1234 5678", "010.1234.5678", "010) 1234-5678", "010–1234–5678",
    "０１０－１２３４－５６７８",
    "+82 10-1234-5678", "+82 (0)10 1234 5678", "0082-10-1234-5678", "821012345678", "1012345678", "010\u200b12345678",
])
def test_one_mobile_number_is_read_in_every_usual_form(text: str) -> None:
    assert read_phone(text).digits == "01012345678"


@pytest.mark.parametrize(("text", "digits", "said", "masked"), [
    ("02-901-2657", "029012657", "02-901-2657", "02-***-2657"),
    ("02)2123-4567", "0221234567", "02-2123-4567", "02-****-4567"),
    ("0319012657", "0319012657", "031-901-2657", "031-***-2657"),
    ("070-1234-5678", "07012345678", "070-1234-5678", "070-****-5678"),
    ("0505-123-4567", "05051234567", "0505-123-4567", "0505-***-4567"),
    ("1588-1234", "15881234", "1588-1234", "****-1234"),
    ("1661 0505", "16610505", "1661-0505", "****-0505"),
    ("1350", "1350", "1350", "1350"),
    ("132", "132", "132", "132"),
    ("+1 415 555 2671", "+14155552671", "+1 415-555-2671", "+****2671"),
])
def test_numbers_are_kept_as_digits_said_with_dashes_and_masked(text: str, digits: str, said: str, masked: str) -> None:
    assert (read_phone(text).digits, say_phone(digits), mask_phone(digits)) == (digits, said, masked)


def test_what_was_typed_is_kept_beside_the_digits() -> None:
    phone = read_phone(" 02-123-4567 (내선 12) ")
    assert (phone.digits, phone.raw, str(phone)) == ("021234567", "02-123-4567 (내선 12)", "02-123-4567")


@pytest.mark.parametrize("text", ["901-2657", "2123-4567", "1234-5678"])
def test_a_local_number_asks_for_its_area_code(text: str) -> None:
    with pytest.raises(FormatError) as error:
        read_phone(text)
    assert error.value.text == phones.AREA_CODE


@pytest.mark.parametrize("text", [
    "", "없음", "133", "010-1234-567", "010-1234-56789", "02-123-4567, 010-1111-2222", "+999 1", "+", "0" * 50,
    "010-1234-567a",
])
def test_what_is_no_number_says_how_to_write_one(text: str) -> None:
    with pytest.raises(FormatError) as error:
        read_phone(text)
    assert error.value.text == phones.UNREADABLE


@given(st.from_regex(r"010[0-9]{8}|02[2-9][0-9]{6,7}|031[2-9][0-9]{6}", fullmatch=True))
def test_a_number_is_read_back_as_it_is_said(digits: str) -> None:
    assert read_phone(say_phone(digits)).digits == digits


def digits_or_nothing(text: str) -> str:
    try:
        return read_phone(text).digits
    except FormatError:
        return ""


@given(st.text(alphabet="0123456789+- ()", max_size=30))
def test_whatever_is_read_is_said_so_that_it_reads_the_same(text: str) -> None:
    digits = digits_or_nothing(text)
    assert digits_or_nothing(say_phone(digits)) == digits


def test_a_mask_hides_what_it_does_not_know() -> None:
    assert mask_phone("12345") == "*****"
    assert say_phone("+1") == "+1"
