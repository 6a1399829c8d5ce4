"""Tables as files that spreadsheets open."""

import csv
import io

import pytest

from gilmok.ground.sheets import as_csv, harmless


def test_a_sheet_is_read_as_it_was_written() -> None:
    rows = [["name", "won"], ['a "quoted", thing\nin two lines', 1500]]
    text = as_csv(rows)
    assert text.startswith("\ufeffname,won\r\n")
    assert list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")))[1] == [rows[1][0], "1500"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_carry_out_stays_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_numbers_and_other_texts_stay_as_they_are() -> None:
    assert [harmless(each) for each in (-5, "a=b", "", None)] == [-5, "a=b", "", None]
