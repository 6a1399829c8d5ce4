"""The public API of modules, a line for each thing that an author can lean on, as it is stored for each version."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import EnumType
from typing import Any

from gilmok.modules import api, site
from gilmok.modules.reference import default_of, hooks, short, typed

# Where something lies in memory, which differs each time.
LIES_AT = re.compile(r" at 0x[0-9a-f]+")


def snapshot() -> list[str]:
    """Every hook with its signature, and every public name with its fields, members or parameters, in order."""
    found = [f"hook {name}{short(inspect.signature(hook))}" for name, hook in hooks()]
    for module in (api, site):
        for name in module.__all__:
            found += lines_of(f"{module.__name__.rpartition('.')[2]}.{name}", getattr(module, name))
    return sorted(LIES_AT.sub("", each) for each in found)


def lines_of(name: str, thing: Any) -> Iterator[str]:
    """What an author can lean on in one public thing."""
    if is_dataclass(thing) and isinstance(thing, type):
        yield from (f"{name}.{each.name}: {typed(each)} = {default_of(each)}" for each in fields(thing))
    elif isinstance(thing, EnumType):
        yield from (f"{name}.{each}" for each in thing.__members__)
    elif inspect.isfunction(thing):
        yield f"{name}{short(inspect.signature(thing))}"
    else:
        yield name
