"""Tables as files that spreadsheets open: RFC 4180, in Unicode, and nothing in them that is carried out."""

import csv
import io
from collections.abc import Iterable
from typing import Any

# The mark by which spreadsheets know that it is Unicode.
MARK = "\ufeff"
CARRIED_OUT = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Iterable[Any]]) -> str:
    """The rows as the text of a CSV file; the first of them names the columns."""
    out = io.StringIO()
    csv.writer(out).writerows(map(harmless, row) for row in rows)
    return MARK + out.getvalue()


def harmless(value: Any) -> Any:
    """A value as it stands in a cell: a text that a spreadsheet would carry out as a formula stays a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(CARRIED_OUT) else value
