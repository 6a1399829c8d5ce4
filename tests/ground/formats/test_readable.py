"""Numbers that are read out on the phone."""

from hypothesis import given
from hypothesis import strategies as st

from gilmok.ground.formats.readable import ALPHABET, as_spelt, spelt


@given(st.binary(min_size=16, max_size=16), st.integers(1, 12))
def test_a_number_has_its_length_and_no_letter_that_is_mistaken_for_another(raw: bytes, length: int) -> None:
    said = spelt(raw, length)
    assert len(said) == length
    assert set(said) <= set(ALPHABET)
    assert not set("0O1ILU") & set(ALPHABET)
    assert as_spelt(f" {said[:3].lower()}-{said[3:]} ") == said
