"""Korean telephone numbers: read in any usual form, kept as digits, shown with dashes, masked in lists."""

import re
from dataclasses import dataclass

import phonenumbers

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import FormatError, _

LONGEST = 40
# Public lines that phonenumbers does not count as numbers of a person or office.
SHORT_CODES = frozenset({"110", "112", "119", "120", "132", "1331", "1345", "1350"})

UNREADABLE = _("Please write the phone number like 010-1234-5678.")
AREA_CODE = _("Please write the whole number with its first part (010, 02, 031 …), like 02-123-4567.")

EXTENSION = re.compile(r" ?(?:\(? ?(?:내선|교환|ext\.?|extension|#) ?(?:번호)? ?[0-9]{1,5} ?번? ?\)?)$", re.IGNORECASE)
TYPED = re.compile(r"\+?[0-9 ().\-/~]+")
COUNTRY = re.compile(r"(?:\+|00)82|82(?=0?1[0-9]{8,9}$|0?2[0-9]{7,8}$)")
MOBILE = re.compile(r"010[0-9]{8}")
LOST_ZERO = re.compile(r"10[0-9]{8}")   # a spreadsheet took it for a number
WITHOUT_AREA = re.compile(r"[1-9][0-9]{6,7}")
PREFIX = re.compile(r"(02|050[0-9]|0[0-9]{2})([0-9]{3,4})([0-9]{4})")
NATIONWIDE = re.compile(r"(1[568][0-9]{2})([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `digits` as one dials it in Korea (`01012345678`; a foreign one `+14155552671`), by which
    numbers are compared and found, and `raw`, as it was typed (with an extension, if one was given)."""

    digits: str
    raw: str

    def __str__(self) -> str:
        return say_phone(self.digits)


def read_phone(text: str) -> Phone:
    """The number that `text` means; raises `FormatError` if it is none, or asks for a missing area code."""
    if len(text) > LONGEST:
        raise FormatError(UNREADABLE)
    raw = plain(text)
    typed = EXTENSION.sub("", raw)
    if not TYPED.fullmatch(typed):
        raise FormatError(UNREADABLE)
    digits = _national("".join(char for char in typed if char in "+0123456789"))
    _check(digits)
    return Phone(digits, raw)


def say_phone(digits: str) -> str:
    """`010-1234-5678`, `02-901-2657`, `1588-1234`, `0505-123-4567`, `1350`; a foreign one `+1 415-555-2671`."""
    if digits.startswith("+"):
        return _say_foreign(digits)
    return "-".join(_groups(digits))


def mask_phone(digits: str) -> str:
    """`010-****-1234`, `02-***-1234`; short codes are public and stay. Never fails: what is no number is all stars."""
    if digits in SHORT_CODES:
        return digits
    groups = _groups(digits)
    if len(groups) == 3:
        return f"{groups[0]}-{'*' * len(groups[1])}-{groups[2]}"
    if len(groups) == 2:
        return f"****-{groups[1]}"
    kept = digits[-4:] if digits.startswith("+") and len(digits) > 8 else ""
    return f"+****{kept}" if kept else "*" * len(digits)


def _national(digits: str) -> str:
    """The number as dialled in Korea; one with another country's code keeps its `+`."""
    if country := COUNTRY.match(digits):
        return "0" + digits[country.end():].removeprefix("0")
    return "0" + digits if LOST_ZERO.fullmatch(digits) else digits


def _check(digits: str) -> None:
    if MOBILE.fullmatch(digits) or digits in SHORT_CODES:
        return
    if WITHOUT_AREA.fullmatch(digits) and not NATIONWIDE.fullmatch(digits):
        raise FormatError(AREA_CODE)
    if not _is_valid(digits):
        raise FormatError(UNREADABLE)


def _is_valid(digits: str) -> bool:
    # phonenumbers still takes 010 with seven more digits, and Seoul's eight without 02.
    if digits.startswith("010") or not (digits[:1] in ("0", "+") or NATIONWIDE.fullmatch(digits)):
        return False
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(digits, "KR")))
    except phonenumbers.NumberParseException:
        return False


def _groups(digits: str) -> tuple[str, ...]:
    found = PREFIX.fullmatch(digits) or NATIONWIDE.fullmatch(digits)
    return found.groups() if found else (digits,)


def _say_foreign(digits: str) -> str:
    try:
        number = phonenumbers.parse(digits, None)
    except phonenumbers.NumberParseException:
        return digits
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
