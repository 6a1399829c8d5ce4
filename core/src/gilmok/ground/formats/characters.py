"""One spelling for the many that keyboards, phones and pasted documents give the same digits, dashes and spaces."""

import re
import unicodedata

INVISIBLE = "\u200b"
# Hangul fillers and the blank Braille cell count as letters or symbols, yet look like a space.
BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Drawn like a dash, but not of the dash category. Korean keyboards give the vowel `ㅡ` as easily.
DASHES = frozenset("\u2212\u2043\u30fc\uff70\u3161\uffda\u2500\u2501\u23af\u00af\u203e")
CENSORED = frozenset("*∗✱●○◯■□▪▫•◦×※★☆◆◇⚫⚪🔴")
LINE_ENDS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")   # control characters, yet they part words
KINDS = {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " ", "Cf": INVISIBLE, "Mn": INVISIBLE, "Me": INVISIBLE, "Cc": INVISIBLE}
REMEMBERED = 70_000   # as many as the basic plane has; some 10 MB if somebody sends them all

SPACES = re.compile(r"\s+")


class Folding(dict[int, str]):
    """A table for `str.translate` that fills itself: each character becomes exactly one, so positions stay true."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        if len(self) < REMEMBERED:
            self[code] = folded
        return folded


def fold_character(char: str) -> str:
    """The one plain character that stands for this one: digits of any script or width as `0`-`9`, dashes as `-`,
    any space as a space, what cannot be seen as `INVISIBLE`, blobs and stars as `*`; else itself, full-width as usual.
    """
    if char in LINE_ENDS:
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return KINDS.get(unicodedata.category(char)) or _by_look(char)


def _by_look(char: str) -> str:
    """Letters and symbols, which their category does not tell apart."""
    if char in BLANKS:
        return " "
    if char in DASHES:
        return "-"
    normal = unicodedata.normalize("NFKC", char)
    folded = normal if len(normal) == 1 else char
    return "*" if folded in CENSORED else folded


FOLDING = Folding()


def folded(text: str) -> str:
    """`text` character by character in plain spelling: as long as before, so that places in both are the same."""
    return text.translate(FOLDING)


def plain(text: str) -> str:
    """A short typed value in plain spelling: no invisible characters, one space where there were several, trimmed."""
    composed = unicodedata.normalize("NFKC", folded(text).replace(INVISIBLE, ""))
    return SPACES.sub(" ", composed).strip()
