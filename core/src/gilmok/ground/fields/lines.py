"""Several lines of a form that ask the same: `role-1`, `role-2`, …; a line in which nothing was typed is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gilmok.ground.fields.form import Errors, Form


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A form that stands several times on a page, at most `most` times: at first, and beyond those that were typed."""

    form: Form
    most: int
    at_first: int = 3
    beyond: int = 2

    @property
    def parts(self) -> list[str]:
        """The names of what a line asks, without its number."""
        return [field.data_key or name for name, field in self.form.fields.items()]

    def numbers(self, typed: Mapping[str, str]) -> Iterator[int]:
        """The numbers of the lines in which something was typed."""
        for number in range(1, self.most + 1):
            if any(typed.get(f"{part}-{number}", "").strip() for part in self.parts):
                yield number

    def shown(self, typed: Mapping[str, str]) -> range:
        """The numbers of the lines that the page has: those that were typed, and some empty ones."""
        last = max(self.numbers(typed), default=0)
        return range(1, min(self.most, max(self.at_first, last + self.beyond)) + 1)

    def read(self, typed: Mapping[str, str]) -> tuple[list[dict[str, Any]], Errors]:
        """What each line says that is right; and by field what is wrong."""
        rows: list[dict[str, Any]] = []
        wrong: Errors = {}
        for number in self.numbers(typed):
            values, errors = self.form.read({part: typed.get(f"{part}-{number}", "") for part in self.parts})
            wrong |= {f"{part}-{number}": texts for part, texts in errors.items()}
            rows.append(values)
        return rows, wrong

    def typed(self, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
        """What is stored, as somebody would type it."""
        return {
            f"{part}-{number}": str(row.get(part, "")) for number, row in enumerate(rows, 1) for part in self.parts
        }
