"""What must be true of a module's parts for web and database, as far as it can be said without importing them."""

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

from gilmok.law.calculators.declared import Calculator
from gilmok.modules.declarations import Declared

# `package.module:name`; tables are a Python module without a name in it.
PLACE = re.compile(r"[a-z_]\w*(\.[a-z_]\w*)*:[A-Za-z_]\w*")
MODULE = re.compile(r"[a-z_]\w*(\.[a-z_]\w*)*")


def wrong_parts(declared: Declared, package: str) -> Iterator[str]:
    """Places that are badly written or lie in another package, parts of the module that it does not have, and lines of
    the menu that lead out of it, a sentence each."""
    for what, place, form in places_of(declared):
        yield from wrong_place(what, place, form, package)
    scopes = {None, *(each.id for each in declared.info.scopes)}
    for each in declared.pages:
        if each.scope not in scopes:
            yield f"{each.id!r}: the module declares no scope {each.scope!r}"
    for calculator in declared.calculators:
        yield from wrong_function(calculator)
    for entry in declared.menu:
        if not entry.endpoint.startswith(declared.info.name):
            yield f"menu entry {entry.id!r}: {entry.endpoint!r} is no page of this module"


def places_of(declared: Declared) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Each place that is named, by what names it, with the form that it must have."""
    named: list[tuple[str, Iterable[Any], re.Pattern[str]]] = [
        ("pages", declared.pages, PLACE), ("slot", declared.slots, PLACE), ("tables", declared.tables, MODULE),
    ]
    yield from ((f"{kind} {each.id!r}", each.place, form) for kind, things, form in named for each in things)
    yield from ((f"demo of {each.id!r}", place, PLACE) for each in declared.tables for place in each.demo)
    yield from ((f"erase of {each.id!r}", place, PLACE) for each in declared.tables for place in each.erase)


def wrong_place(what: str, place: str, form: re.Pattern[str], package: str) -> Iterator[str]:
    """That a place is not written as it must be, or is not in the module's own package."""
    if not form.fullmatch(place):
        yield f"{what}: {place!r} is no place such as 'package.module:name'"
    elif place.split(":")[0].split(".")[0] != package.split(".")[0]:
        yield f"{what}: {place!r} lies outside the package {package!r}"


def wrong_function(calculator: Calculator) -> Iterator[str]:
    """That what computes cannot be called as it will be: with the law, then each input by its name."""
    names = [each.name for each in calculator.inputs]
    try:
        inspect.signature(calculator.compute).bind(None, **dict.fromkeys(names))
    except (TypeError, ValueError) as error:
        yield f"calculator {calculator.id!r}: it is called as compute(law, {'=…, '.join([*names, ''])[:-2]}): {error}"
