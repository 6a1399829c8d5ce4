"""Whether a declared thing holds what its fields promise, down to the last value of its conditions.

Dataclasses do not check their own types, and a module may be written without a type checker: a list where a tuple
belongs would be found only when a case comes by.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from gilmok.modules import casework, papers, things

CONTAINERS = (tuple, frozenset)
TEXTS_THAT_SPEAK = ("title", "label", "reason", "basis")
MAY_BE_EMPTY = {(things.Option, "basis"), (casework.WorkStep, "basis"), (papers.DocumentTemplate, "basis")}


@cache
def hints_of(cls: Any) -> dict[str, Any]:
    """The types of the fields of a dataclass, resolved."""
    hints = get_type_hints(cls)
    return {each.name: hints[each.name] for each in fields(cls)}


def misfits(thing: Any, cls: type[Any]) -> list[str]:
    """What is wrong with the fields of `thing`, which should be a `cls`; empty if nothing is.

    Each sentence names the field by its path: `when.conditions[1].bound must be int or date, not '3'`.
    """
    if type(thing) is not cls:
        return [f"must be {cls.__name__}, not {shown(thing)}"]
    return [*_wrong_fields(thing, ""), *_empty_texts(thing)]


def shown(value: Any) -> str:
    """The value in an error: short, and safe where its own `repr` is broken."""
    try:
        text = repr(value)
    except Exception:
        return f"a {type(value).__name__} that cannot be printed"
    return text if len(text) <= 60 else f"{text[:57]}..."


def _wrong_fields(thing: Any, path: str) -> Iterator[str]:
    cls: Any = type(thing)
    for name, hint in hints_of(cls).items():
        yield from _wrong(getattr(thing, name), hint, f"{path}{name}")


def _wrong(value: Any, hint: Any, path: str) -> Iterator[str]:
    if get_origin(hint) in CONTAINERS:
        yield from _wrong_parts(value, hint, path)
        return
    allowed = _allowed(hint)
    if is_dataclass(value) and type(value) in allowed:
        yield from _wrong_fields(value, f"{path}.")
    elif not any(_takes_it(value, each) for each in allowed):
        yield from _wrong_container(value, allowed, path)


def _wrong_parts(value: Any, hint: Any, path: str) -> Iterator[str]:
    container, (inner, *_more) = get_origin(hint), get_args(hint)
    if not isinstance(value, container):
        yield f"{path} must be a {container.__name__}, not {shown(value)}"
        return
    for place, part in enumerate(value):
        yield from _wrong(part, inner, f"{path}[{place}]")


def _wrong_container(value: Any, allowed: tuple[Any, ...], path: str) -> Iterator[str]:
    """`tuple[str, ...] | None`: judge by the container if the value is one, else say what was expected."""
    held = (each for each in allowed if get_origin(each) in CONTAINERS)
    container = next((each for each in held if isinstance(value, get_origin(each))), None)
    if container is not None:
        yield from _wrong(value, container, path)
    else:
        yield f"{path} must be {' or '.join(_name(each) for each in allowed)}, not {shown(value)}"


def _takes_it(value: Any, hint: Any) -> bool:
    """Whether a value is as it should be without a look inside: of a plain type, a function, or anything at all."""
    if hint is Any or (get_origin(hint) is Callable and callable(value)):
        return True
    return get_origin(hint) is None and type(value) is hint


def _allowed(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _name(hint: Any) -> str:
    return "None" if hint is type(None) else getattr(hint, "__name__", str(hint))


def _empty_texts(thing: Any) -> Iterator[str]:
    for name in TEXTS_THAT_SPEAK:
        value = getattr(thing, name, "x")
        if isinstance(value, str) and not value.strip() and (type(thing), name) not in MAY_BE_EMPTY:
            yield f"{name} must not be empty"
