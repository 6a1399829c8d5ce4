"""The texts of a module that people read, and which of them have no Korean in its package."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_python
from jinja2.ext import babel_extract

from gilmok.ground.i18n import Catalogue
from gilmok.law.calculators.declared import Calculator
from gilmok.modules.declarations import Declared
from gilmok.modules.papers import Blank

# What babel is to look for; its two readers want it as a mapping and as a sequence.
MARKED: Any = {"_": None}


def texts_of(declared: Declared) -> Iterator[str]:
    """Every text that a module declares for a page, each as often as it is declared; empty ones are left out."""
    yield from (text for text in _texts(declared) if text)


def _texts(declared: Declared) -> Iterator[str]:
    yield from (declared.info.title, declared.info.summary)
    yield from (scope.title for scope in declared.info.scopes)
    for target in declared.targets:
        yield from (target.title, target.summary)
    yield from (rule.reason for rule in declared.rules)
    for field in (*declared.fields, *declared.questions):
        yield from (field.label, field.hint, field.unit)
        yield from (option.title for option in field.options)
    for guide in declared.guides:
        yield from (*guide.faces, *guide.helps, *guide.sources)
    for each in declared.calculators:
        yield from _texts_of_calculator(each)
    yield from _texts_of_parts(declared)
    yield from _texts_of_casework(declared)


def _texts_of_parts(declared: Declared) -> Iterator[str]:
    for entry in declared.menu:
        yield from (entry.title, entry.about)
    yield from (permission.title for permission in declared.permissions)


def _texts_of_casework(declared: Declared) -> Iterator[str]:
    for step in declared.steps:
        yield from (step.title, step.hint, step.basis)
    for letter in declared.letters:
        yield from (letter.title, letter.about)
        yield from (text for blank in letter.own_blanks for text in _texts_of_blank(blank))


def _texts_of_blank(blank: Blank) -> Iterator[str]:
    yield from (blank.label, blank.hint, *(title for _code, title in blank.options))


def _texts_of_calculator(calculator: Calculator) -> Iterator[str]:
    yield from (calculator.title, calculator.formula, calculator.under_five)
    for asked in calculator.inputs:
        yield from (asked.label, asked.hint, *(title for _code, title in asked.options))


def texts_in(folder: Path) -> Iterator[str]:
    """Every text that is marked with `_` in the code and the templates below a folder."""
    for pattern, extract in (("*.py", extract_python), ("*.html", babel_extract)):
        for path in sorted(folder.rglob(pattern)):
            with path.open("rb") as file:
                found: Iterable[Any] = extract(file, MARKED, (), {"encoding": "utf-8"})
                # With values to be filled in, what is found is a row, and the text its first.
                said = (each[0] if isinstance(each, tuple) else each for _line, _function, each, _comments in found)
                yield from (text for text in said if isinstance(text, str))


def without_korean(declared: Declared, catalogue: Catalogue) -> list[str]:
    """The declared texts that the catalogue has no Korean for, in the order of their letters."""
    return sorted({text for text in texts_of(declared) if text not in catalogue.texts})
