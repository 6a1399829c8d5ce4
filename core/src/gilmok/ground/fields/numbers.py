"""Numbers and amounts."""

import re
from typing import Any

from marshmallow import ValidationError

from gilmok.ground.fields.answer import Answer, as_text
from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import _
from gilmok.ground.formats.won import read_won, say_won
from gilmok.ground.i18n import _ as translated

MOST_WON = 100_000_000_000
MOST_NUMBER = 1_000_000_000

NUMBER = _("Please write a number, like 12 or 7.5.")
WHOLE = _("Please write a whole number, like 12.")
BETWEEN = _("Please write a number from %(least)s to %(most)s.")

COUNTED = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,2})?"
    r" ?(?:명|인|개|개월|달|년|일|주|시간|분|회|번|차|건|세|살|장|벌|대|층|%|점)?"
)


class Number(Answer):
    """A number from `least` to `most` with at most two decimals: an `int` if it is whole, else a `float`."""

    def __init__(self, *, least: int = 0, most: int = MOST_NUMBER, **about: Any) -> None:
        super().__init__(**about)
        self.least, self.most = least, most

    def read(self, value: Any) -> int | float:
        """The number; a counter after it (`3명`, `52.5시간`) is left out."""
        number = self.counted(value)
        if not self.least <= number <= self.most:
            raise ValidationError(translated(BETWEEN) % {"least": f"{self.least:,}", "most": f"{self.most:,}"})
        return int(number) if number == int(number) else number

    def counted(self, value: Any) -> int | float:
        """The number itself, whatever its size."""
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < float("inf"):
            return value
        found = COUNTED.fullmatch(plain(as_text(value)))
        if not found:
            raise ValidationError(translated(NUMBER))
        return float(found[1].replace(",", "") + (found[2] or ""))


class WholeNumber(Number):
    """A whole number from `least` to `most`."""

    def counted(self, value: Any) -> int:
        """The number; one with decimals is refused."""
        try:
            number = super().counted(value)
        except ValidationError:
            raise ValidationError(translated(WHOLE)) from None
        if number != int(number):
            raise ValidationError(translated(WHOLE))
        return int(number)


class Won(Number):
    """Whole won, typed in any usual form (`1,240,000`, `124만 원`)."""

    def __init__(self, *, least: int = 0, most: int = MOST_WON, **about: Any) -> None:
        super().__init__(least=least, most=most, **about)

    def counted(self, value: Any) -> int:
        """The amount."""
        return value if type(value) is int else read_won(as_text(value))

    def say(self, value: Any, language: str = "ko") -> str:
        """`1,240,000원`."""
        return say_won(value, language) if isinstance(value, int) else str(value)
