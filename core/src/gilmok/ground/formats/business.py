"""Business registration numbers (사업자등록번호): ten digits `XXX-XX-XXXXX`, the last of which checks the others.

A number that passes need not exist: only the tax office could tell.
"""

import re

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import FormatError, _

LONGEST = 30
WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
TYPED = re.compile(r"[0-9]{3}[- .]?[0-9]{2}[- .]?[0-9]{5}")

UNREADABLE = _("Please write the business registration number with its ten digits, like 124-81-00998.")
MISTYPED = _("This is not a valid business registration number. Please check the digits.")


def read_business_number(text: str) -> str:
    """The ten digits; raises `FormatError` if there are not ten, or the last does not fit the others."""
    typed = plain(text) if len(text) <= LONGEST else ""
    if not TYPED.fullmatch(typed):
        raise FormatError(UNREADABLE)
    digits = "".join(char for char in typed if char.isdigit())
    if not is_business_number(digits):
        raise FormatError(MISTYPED)
    return digits


def is_business_number(digits: str) -> bool:
    """Whether these are ten digits of which the last is the check digit."""
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        return False
    numbers = [int(digit) for digit in digits]
    total = sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=False)) + numbers[8] * 5 // 10
    return (10 - total % 10) % 10 == numbers[9]


def say_business_number(digits: str) -> str:
    """`124-81-00998`."""
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def mask_business_number(digits: str) -> str:
    """`124-81-*****`: the office and the kind of business, not which one."""
    return f"{digits[:3]}-{digits[3:5]}-{'*' * len(digits[5:])}"
