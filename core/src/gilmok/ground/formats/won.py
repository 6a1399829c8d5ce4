"""Amounts of won as people write them: digits with commas, 만, 억 and 천, or in Hangul altogether."""

import re
from fractions import Fraction

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import FormatError, _

LONGEST = 40
MOST = 9_999_999_999_999
SMALL_UNITS = {"십": 10, "백": 100, "천": 1_000}
LARGE_UNITS = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
HANGUL_DIGITS = {digit: number for number, digit in enumerate("일이삼사오육칠팔구", start=1)}
BEYOND_EVERY_UNIT = 10**18
SURELY_NOT_SHORT_FOR_MORE = 1_000

UNREADABLE = _("Please write the amount in whole won, like 1,240,000 or 124만.")
TOO_MUCH = _("This amount is too large. Please check it.")
HOW_MUCH_MORE = _("Please write the end of the amount with its unit, like 1만 5천.")

ABOUT_BEFORE, ABOUT_AFTER = r"(?:(?:약|대략|about) ?|한 )?", r"(?: ?(?:정도|쯤|가량))?"
CURRENCY = re.compile(
    rf"^{ABOUT_BEFORE}(?:₩|\\|krw|금 ?(?=[0-9일이삼사오육칠팔구십백천만]))? ?(.*?) ?(원정?|won|krw)?{ABOUT_AFTER}$"
)
AMOUNT = re.compile(r"[0-9,.일이삼사오육칠팔구십백천만억조 ]+")
TOKEN = re.compile(r"[0-9,.]+|[일이삼사오육칠팔구십백천만억조]")
# Three digits after a point may be meant as thousands: `1.240만` is asked for again.
NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.(?![0-9]{3}$)[0-9]+)?")


def read_won(text: str) -> int:
    """The whole won that `text` means (`124만`, `1억 2,000만 원`, `350만5천`, `백만원`, `2.5백만`, `약 300만원`).

    What cannot be read raises `FormatError`. A fraction is read only before a unit that makes whole won of it; one
    without a unit, commas in the wrong place and two numbers side by side are refused rather than guessed.
    """
    if len(text) > LONGEST:
        raise FormatError(UNREADABLE)
    found = CURRENCY.match(plain(text).lower())
    amount, unit = (found[1], found[2]) if found else ("", None)
    if not AMOUNT.fullmatch(amount):
        raise FormatError(UNREADABLE)
    total, loose_end = _sum(TOKEN.findall(amount))
    if total > MOST:
        raise FormatError(TOO_MUCH)
    if loose_end and not unit:
        raise FormatError(HOW_MUCH_MORE)
    return total


def say_won(amount: int, language: str = "ko") -> str:
    """`1,240,000원`, in English `1,240,000 won`."""
    return f"{amount:,}원" if language == "ko" else f"{amount:,} won"


def say_won_long(amount: int) -> str:
    """As one would write it in a Korean sentence: `124만 원`, `123만 4,567원`, `1억 2,000만 원`."""
    parts, rest = [], abs(amount)
    for unit, size in reversed(LARGE_UNITS.items()):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{unit}")
    parts.append(f"{rest:,}원" if rest or not parts else "원")
    return ("-" if amount < 0 else "") + " ".join(parts)


def _sum(tokens: list[str]) -> tuple[int, bool]:
    """The sum of the tokens, and whether it ends in a small bare number after a unit (`1만 5`: five won, or 5천?)."""
    count = Count()
    for token in tokens:
        count.take(token)
    return count.won(), count.ends_loosely()


class Count:
    """An amount being read from left to right: units must fall (억, 만; within them 천, 백, 십). After a fraction
    nothing but its units follows: `2.5백만`."""

    def __init__(self) -> None:
        self.total = self.section = Fraction(0)
        self.number: Fraction | None = None
        self.broken = False
        self.large = self.small = BEYOND_EVERY_UNIT

    def take(self, token: str) -> None:
        """Add a number or a unit; `FormatError` where it cannot follow what came before."""
        if token in LARGE_UNITS:
            self._large(LARGE_UNITS[token])
        elif token in SMALL_UNITS:
            self._small(SMALL_UNITS[token])
        else:
            self._number(token)

    def won(self) -> int:
        """What it comes to; `FormatError` where that is no whole won, or a fraction has no unit."""
        total = self.total + self.section + (self.number or 0)
        if total.denominator > 1 or (self.broken and self.number is not None):
            raise FormatError(UNREADABLE)
        return total.numerator

    def ends_loosely(self) -> bool:
        """Whether the last token is a bare number below a thousand after some unit."""
        after_unit = self.large < BEYOND_EVERY_UNIT or self.small < BEYOND_EVERY_UNIT
        return after_unit and self.number is not None and self.number < SURELY_NOT_SHORT_FOR_MORE

    def _number(self, token: str) -> None:
        found = NUMBER.fullmatch(token)
        if self.number is not None or self.broken or not (found or token in HANGUL_DIGITS):
            raise FormatError(UNREADABLE)
        self.number = Fraction(HANGUL_DIGITS.get(token) or token.replace(",", ""))
        self.broken = bool(found and found[1])
        if self.number >= min(self.large, self.small):
            raise FormatError(UNREADABLE)

    def _small(self, unit: int) -> None:
        if unit >= self.small:
            raise FormatError(UNREADABLE)
        self.section += self._counted(self.number) * unit
        self.number, self.small = None, unit

    def _large(self, unit: int) -> None:
        if unit >= self.large:
            raise FormatError(UNREADABLE)
        bare = self.number is None and self.section == 0
        self.total += self._counted(None if bare else self.section + (self.number or 0)) * unit
        self.section, self.number = Fraction(0), None
        self.large, self.small = unit, BEYOND_EVERY_UNIT

    def _counted(self, count: Fraction | None) -> Fraction:
        """How many of a unit; one where no number stands before it, which after a fraction says nothing clear."""
        if count is None and self.broken:
            raise FormatError(UNREADABLE)
        return Fraction(1) if count is None else count
