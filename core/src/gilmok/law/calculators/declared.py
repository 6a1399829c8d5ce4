"""How a calculator is declared: what it asks for, what it computes, by which article, and what holds below five."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from gilmok.law.limits import Step
from gilmok.law.shipped import Law

WHOLE, CENT = Decimal(1), Decimal("0.01")


class Holds(StrEnum):
    """What an input holds, and so how it is asked and read: won, a number, a day, yes or no, one of some codes, or a
    list of numbers."""

    WON = "won"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    CODE = "code"
    NUMBERS = "numbers"


@dataclass(frozen=True, kw_only=True)
class Input:
    """One thing that a calculator asks for. Without a `default` it is needed; a default of None means 'may be left
    out'. `options`: the codes and titles of a CODE. `least`, `most`: of a number; `count`: how long a list is."""

    name: str
    holds: Holds
    label: str
    hint: str = ""
    unit: str = ""
    needed: bool = True
    default: Any = None
    options: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 1_000_000
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a calculator found: the `value` in its `unit` (won, days, hours, people), the steps that lead to it, and
    other values worth knowing by name. `answer`: a sentence that says what it means, where a number alone does not."""

    value: Decimal
    unit: str
    steps: tuple[Step, ...]
    details: Mapping[str, Decimal] = field(default_factory=dict)
    answer: Step | None = None


@dataclass(frozen=True, kw_only=True)
class Calculator:
    """A sum of law. `formula` and `under_five` are English sentences to be translated; `size`: it holds at workplaces
    of so many and more. `one_of`: inputs of which one at least is needed; `in_order`: two days, the first not after the
    second; `same_length`: two lists."""

    name: str
    title: str
    basis_ko: str
    basis_en: str
    formula: str
    under_five: str
    inputs: tuple[Input, ...]
    compute: Callable[..., Result]
    size: int = 1
    one_of: tuple[tuple[str, str], ...] = ()
    in_order: tuple[tuple[str, str], ...] = ()
    same_length: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The name, which a module's calculator begins with that of its module."""
        return self.name

    def run(self, law: Law, given: Mapping[str, Any]) -> Result:
        """The result for inputs by name, already read; those that are left out have their defaults."""
        return self.compute(law, **{each.name: given.get(each.name, each.default) for each in self.inputs})


def whole(amount: Decimal) -> Decimal:
    """Rounded to the won, as the ministry's calculators print it."""
    return amount.quantize(WHOLE, ROUND_HALF_UP)


def cents(amount: Decimal) -> Decimal:
    """Rounded to a hundredth of a won."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def cents_up(amount: Decimal) -> Decimal:
    """Rounded up to a hundredth of a won, as the ministry's severance calculator does with the daily average wage."""
    return amount.quantize(CENT, ROUND_CEILING)
