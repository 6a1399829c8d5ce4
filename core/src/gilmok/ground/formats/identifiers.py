"""Identification numbers in what people write: found in any spelling, refused, and taken out.

Resident registration numbers may be kept only where a statute demands it, and consent does not help (Personal
Information Protection Act, article 24-2); no statute demands it of a counselling centre. So a number is never stored
or logged, only that one was refused. The check digit is not used: numbers given out since October 2020 have none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gilmok.ground.formats.characters import INVISIBLE, folded
from gilmok.ground.formats.spellings import ACCOUNT, CARD, DRIVING_LICENCE, PASSPORT, RESIDENT, Spelling

# Six digits, none further from the last than a label or a spoken dash is long: most texts end here.
ENOUGH_DIGITS = re.compile("[0-9](?:[^0-9]{0,14}[0-9]){5}")
# What is folded to itself: most of what people write.
PLAIN = re.compile("[ -~가-힣]*")


class Identifier(StrEnum):
    """The kinds of identification numbers that are looked for."""

    RESIDENT = "resident"
    FOREIGNER = "foreigner"
    DRIVING_LICENCE = "driving_licence"
    PASSPORT = "passport"
    CARD = "card"
    ACCOUNT = "account"


# A bank account is often needed for a claim: the page warns, and nothing is refused.
WARNED_ONLY = frozenset({Identifier.ACCOUNT})
PLACEHOLDERS = {
    Identifier.RESIDENT: "[주민번호 삭제]",
    Identifier.FOREIGNER: "[외국인등록번호 삭제]",
    Identifier.DRIVING_LICENCE: "[면허번호 삭제]",
    Identifier.PASSPORT: "[여권번호 삭제]",
    Identifier.CARD: "[카드번호 삭제]",
}
SPELLINGS = (
    (Identifier.RESIDENT, RESIDENT),
    (Identifier.CARD, CARD),
    (Identifier.DRIVING_LICENCE, DRIVING_LICENCE),
    (Identifier.PASSPORT, PASSPORT),
    (Identifier.ACCOUNT, ACCOUNT),
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where in the text a number stands (`text[start:end]`) and of which kind it is; never the number."""

    start: int
    end: int
    kind: Identifier


class Scrubbed(NamedTuple):
    """A text with placeholders for its numbers, and the kinds that were taken out, each once, in order."""

    text: str
    kinds: tuple[Identifier, ...]


def identifiers(text: str) -> list[Span]:
    """Every identification number in `text`, in order, none overlapping; also those only warned of."""
    search, places = _searchable(text)
    if not ENOUGH_DIGITS.search(search):
        return []
    found = [
        Span(_place(places, start), _place(places, end - 1) + 1, kind) for start, end, kind in _matches(search)
    ]
    return _apart(found)


def resident_numbers(text: str) -> list[Span]:
    """The resident and foreigner registration numbers in `text`."""
    return [each for each in identifiers(text) if each.kind in (Identifier.RESIDENT, Identifier.FOREIGNER)]


def refused(text: str) -> tuple[Identifier, ...]:
    """The kinds of numbers in `text` that must not be stored, each once; empty for a text that may be kept."""
    found = identifiers(text)
    return tuple(dict.fromkeys(each.kind for each in found if each.kind not in WARNED_ONLY)) if found else ()


def warned(text: str) -> tuple[Identifier, ...]:
    """The kinds of numbers in `text` that may be stored and that a page warns of."""
    return tuple(dict.fromkeys(each.kind for each in identifiers(text) if each.kind in WARNED_ONLY))


def scrub(text: str) -> Scrubbed:
    """`text` with `[주민번호 삭제]` and the like for the numbers that must not be stored; the result may be stored."""
    kinds: list[Identifier] = []
    # What is left around a placeholder may only now read as a number, after a label that spoke of the first: look
    # again until nothing is found. No spelling lets this go on for more than a few rounds.
    while spans := [each for each in identifiers(text) if each.kind not in WARNED_ONLY]:
        kinds += [each.kind for each in spans]
        text = _without(text, spans)
    return Scrubbed(text, tuple(dict.fromkeys(kinds)))


def _searchable(text: str) -> tuple[str, list[int] | None]:
    """The folded text without invisible characters, and where each of its characters stood (None: where it stands)."""
    in_one_line = text.replace("\n", " ")
    if PLAIN.fullmatch(in_one_line):
        return in_one_line, None
    plain = folded(text)
    if INVISIBLE not in plain:
        return plain, None
    places = [place for place, char in enumerate(plain) if char != INVISIBLE]
    return plain.replace(INVISIBLE, ""), places


def _place(places: list[int] | None, index: int) -> int:
    return index if places is None else places[index]


def _matches(search: str) -> Iterator[tuple[int, int, Identifier]]:
    lowered = search.lower()
    for kind, spellings in SPELLINGS:
        for spelling in spellings:
            if spelling.is_worth_a_search(lowered):
                yield from _spelled(kind, spelling, search)


def _spelled(kind: Identifier, spelling: Spelling, search: str) -> Iterator[tuple[int, int, Identifier]]:
    for match in spelling.pattern.finditer(search):
        if kind is not Identifier.CARD or _passes_luhn(match["number"]):
            yield *match.span("number"), _exactly(kind, match)


def _exactly(kind: Identifier, match: re.Match[str]) -> Identifier:
    """The seventh digit of a resident number tells foreigners' (5 to 8) apart."""
    if kind is Identifier.RESIDENT and match["tail"][0] in "5678":
        return Identifier.FOREIGNER
    return kind


def _passes_luhn(number: str) -> bool:
    digits = [int(char) for char in number if char.isdigit()]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _apart(spans: list[Span]) -> list[Span]:
    """Overlapping spans joined to one, of the kind found first: what must be refused comes before what is warned of."""
    joined: list[Span] = []
    order = list(Identifier)
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last is None or span.start >= last.end:
            joined.append(span)
        else:
            kind = min(last.kind, span.kind, key=order.index)
            joined[-1] = Span(last.start, max(last.end, span.end), kind)
    return joined


def _without(text: str, spans: list[Span]) -> str:
    parts, done = [], 0
    for span in spans:
        parts += [text[done : span.start], PLACEHOLDERS[span.kind]]
        done = span.end
    return "".join([*parts, text[done:]])
