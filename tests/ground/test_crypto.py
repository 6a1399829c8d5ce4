"""Sealed fields: they open with their own key, as their own column, and not otherwise."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.errors import IdentifierFound
from gilmok.ground.formats.identifiers import refused

VAULT = Vault(field_key=bytes(32), index_key=bytes(range(32)))


@given(st.text().filter(lambda text: not refused(text)))
def test_what_is_sealed_opens_as_it_was(text: str) -> None:
    key, _wrapped = VAULT.make_key("case:1")
    assert key.open("name", key.seal("name", text)) == text


def test_equal_texts_are_sealed_differently() -> None:
    key, _wrapped = VAULT.make_key("case:1")
    assert key.seal("name", "홍길동") != key.seal("name", "홍길동")


def test_a_sealed_value_moved_to_another_column_does_not_open() -> None:
    key, _wrapped = VAULT.make_key("case:1")
    with pytest.raises(NoLongerReadable):
        key.open("phone", key.seal("name", "홍길동"))


def test_a_sealed_value_moved_to_another_case_does_not_open() -> None:
    key, _wrapped = VAULT.make_key("case:1")
    with pytest.raises(NoLongerReadable):
        FieldKey("case:2", key.raw).open("name", key.seal("name", "홍길동"))


def test_what_holds_a_key_does_not_show_it() -> None:
    key, _wrapped = VAULT.make_key("case:1")
    shown = repr((key, VAULT))
    assert "case:1" in shown
    assert [each for each in (key.raw, VAULT.field_key, VAULT.index_key) if repr(each) in shown] == []


@pytest.mark.parametrize("place", [0, 12, -1])
def test_one_changed_bit_is_noticed(place: int) -> None:
    key, _wrapped = VAULT.make_key("case:1")
    sealed = bytearray(key.seal("name", "홍길동"))
    sealed[place] ^= 1
    with pytest.raises(NoLongerReadable):
        key.open("name", bytes(sealed))


def test_a_wrapped_key_opens_for_its_owner_only() -> None:
    key, wrapped = VAULT.make_key("case:1")
    assert VAULT.open_key("case:1", wrapped) == key
    with pytest.raises(NoLongerReadable):
        VAULT.open_key("case:2", wrapped)


def test_without_the_key_encryption_key_nothing_opens() -> None:
    _key, wrapped = VAULT.make_key("case:1")
    with pytest.raises(NoLongerReadable):
        Vault(field_key=bytes([1] * 32), index_key=bytes(32)).open_key("case:1", wrapped)


@pytest.mark.parametrize("spelling", ["홍길동", " 홍길동 ", unicodedata.normalize("NFD", "홍길동")])
def test_equal_names_are_found_however_they_are_spelt(spelling: str) -> None:
    assert VAULT.index("name", spelling) == VAULT.index("name", "홍길동")


def test_an_index_says_nothing_across_columns_or_installations() -> None:
    other = Vault(field_key=bytes(32), index_key=bytes(32))
    assert VAULT.index("name", "x") != VAULT.index("phone", "x")
    assert VAULT.index("name", "x") != other.index("name", "x")


NUMBERS = ["900101-1234567", "주민번호 ９００１０１ １２３４５６７", '{"story": "900101-1234567"}']


@pytest.mark.parametrize("text", NUMBERS)
def test_a_resident_number_cannot_be_sealed_whichever_way_it_came(text: str) -> None:
    key, _wrapped = VAULT.make_key("case:1")
    with pytest.raises(IdentifierFound):
        key.seal("narrative", text)
