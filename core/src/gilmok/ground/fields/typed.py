"""Text, days and telephone numbers, typed freely."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from marshmallow import ValidationError

from gilmok.ground import clock
from gilmok.ground.fields.answer import UNSURE, Answer, as_text
from gilmok.ground.formats.business import read_business_number, say_business_number
from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.dates import read_date, say_date
from gilmok.ground.formats.mistakes import _
from gilmok.ground.formats.names import normalise_name
from gilmok.ground.formats.phones import Phone, read_phone
from gilmok.ground.i18n import _ as translated

LATER_THAN_TODAY = _("Please write today or a day in the past.")
EMAIL = _("Please write the e-mail address like name@example.com.")

# All of category Cc but tabs and line ends.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ADDRESS = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+){1,8}")


class FreeText(Answer):
    """Some lines of text of at most `longest` letters: composed (NFC), with plain line ends, trimmed."""

    def __init__(self, *, longest: int = 20_000, **about: Any) -> None:
        super().__init__(**about)
        self.longest = longest

    def read(self, value: Any) -> str:
        """The text without control characters."""
        lines = unicodedata.normalize("NFC", as_text(value)).replace("\r\n", "\n").replace("\r", "\n")
        return CONTROL.sub("", lines).strip()


class Line(FreeText):
    """One line of text, such as a title or an address; line ends become spaces."""

    def __init__(self, *, longest: int = 200, **about: Any) -> None:
        super().__init__(longest=longest, **about)

    def read(self, value: Any) -> str:
        """The text in one line with single spaces."""
        return normalise_name(as_text(value))


class EmailAddress(Line):
    """An e-mail address, checked for its shape only."""

    def read(self, value: Any) -> str:
        """The address without surrounding spaces."""
        address = plain(as_text(value))
        if not ADDRESS.fullmatch(address):
            raise ValidationError(translated(EMAIL))
        return address


class Day(Answer):
    """A `date`, typed in any usual form (`formats.dates`). `ahead`: days without a year are coming ones;
    `past`: a day after today is refused."""

    def __init__(
        self, *, ahead: bool = False, past: bool = False, today: Callable[[], date] = clock.today, **about: Any
    ) -> None:
        super().__init__(**about)
        self.ahead, self.past, self.today = ahead, past, today

    def read(self, value: Any) -> date:
        """The day."""
        today = self.today()
        day = value if type(value) is date else read_date(as_text(value), today=today, ahead=self.ahead)
        if self.past and day > today:
            raise ValidationError(translated(LATER_THAN_TODAY))
        return day

    def say(self, value: Any, language: str = "ko") -> str:
        """`2025년 3월 2일(일)`."""
        return say_date(value, language) if isinstance(value, date) else str(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **about: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class PhoneNumber(Answer):
    """A `Phone`, typed in any usual form; dumped as its digits."""

    def read(self, value: Any) -> Phone:
        """The number."""
        return value if isinstance(value, Phone) else read_phone(as_text(value))

    def _serialize(self, value: Any, attr: str | None, obj: Any, **about: Any) -> Any:
        return value.digits if isinstance(value, Phone) else value


class BusinessNumber(Answer):
    """The ten digits of a business registration number, its check digit checked."""

    def read(self, value: Any) -> str:
        """The digits."""
        return read_business_number(as_text(value))

    def say(self, value: Any, language: str = "ko") -> str:
        """`124-81-00998`."""
        return str(value) if value in UNSURE else say_business_number(value)
