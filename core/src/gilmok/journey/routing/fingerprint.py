"""The version of a rulebook: a hash of all that could change a decision or its words, the same in every process."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Any

SPEAKING = (str, int, float, date, Enum, type(None))


def fingerprint(*content: Any) -> str:
    """Sixteen hexadecimal digits that stand for the content."""
    return sha256(repr([canonical(part) for part in content]).encode()).hexdigest()[:16]


def canonical(value: Any) -> Any:
    """The value as nested lists of texts in an order that does not depend on hashing."""
    if isinstance(value, SPEAKING):
        return f"{type(value).__name__} {value!r}"
    if isinstance(value, Mapping):
        return sorted([str(key), canonical(part)] for key, part in value.items())
    if isinstance(value, set | frozenset):
        return sorted(str(canonical(part)) for part in value)
    if isinstance(value, tuple | list):
        return [canonical(part) for part in value]
    return _declared(value)


def _declared(value: Any) -> Any:
    """A declared thing by its fields; a foreign object, which may raise when it is looked at, by its class alone."""
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    try:
        return [name, *([each.name, canonical(getattr(value, each.name))] for each in fields(value))]
    except Exception:
        return [name, "unreadable" if is_dataclass(value) else "foreign"]
