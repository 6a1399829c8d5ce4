"""Reading a CSV file of observed prices: every line by the form of the page, and each fault with its line."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gilmok.modules.site import Errors, GilmokError, Person, Vault, ViewerSession
from gilmok_platform_freelance.prices import collecting
from gilmok_platform_freelance.prices.models import PriceKind
from gilmok_platform_freelance.prices.schemas import read_observation

COLUMNS = ("kind", "won", "quantity", "month", "experience", "region", "source", "evidence", "reference")
NEEDED = frozenset(COLUMNS) - {"quantity", "reference"}
MOST_LINES, MOST_LETTERS = 5000, 1_000_000


class NoTable(GilmokError):
    """This is no CSV file with the columns %(columns)s in its first line."""


class TooLong(GilmokError):
    """A file may have up to %(most)s lines. Please send it in parts."""


@dataclass
class Lines:
    """The lines of a file: those that are right, by their number, and what is wrong with the others."""

    right: dict[int, dict[str, Any]] = field(default_factory=dict)
    wrong: dict[int, Errors] = field(default_factory=dict)


def text_of(content: bytes) -> str:
    """The text of a file as spreadsheets in Korea write it: Unicode, else the older code."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp949", "replace")


def read_lines(text: str, kinds: Mapping[str, PriceKind], regions: Mapping[str, str]) -> Lines:
    """Every line of a file; raises NoTable, TooLong."""
    found = Lines()
    for number, typed in rows_of(text):
        if len(found.right) + len(found.wrong) >= MOST_LINES:
            raise TooLong(most=f"{MOST_LINES:,}")
        values, errors = read_observation(typed, kinds, regions)
        if errors:
            found.wrong[number] = errors
        else:
            found.right[number] = values
    return found


def rows_of(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines that are not empty, each with its number in the file; raises NoTable."""
    if len(text) > MOST_LETTERS:
        raise TooLong(most=f"{MOST_LINES:,}")
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        columns = [each.strip().lower() for each in next(reader, [])]
        if not NEEDED.issubset(columns):
            raise NoTable(columns=", ".join(COLUMNS))
        for cells in reader:
            if any(map(str.strip, cells)):
                # Cells of no column are named by none, so that nothing is taken for another thing.
                yield reader.line_num, dict(zip(columns, map(str.strip, cells), strict=False))
    except csv.Error as error:
        raise NoTable(columns=", ".join(COLUMNS)) from error


def keep(
    session: ViewerSession, lines: Lines, kinds: Mapping[str, PriceKind], *, by: Person, vault: Vault,
) -> tuple[int, list[int]]:
    """Keep the right lines; how many were new, and the numbers of those that are counted already."""
    again = []
    for number, values in lines.right.items():
        giver = collecting.giver_of(vault, values["reference"], by=by)
        try:
            collecting.observe(session, values, kinds[values["kind"]], by=by, giver=giver)
        except collecting.CountedAlready:
            again.append(number)
    return len(lines.right) - len(again), again
