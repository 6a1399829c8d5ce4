"""What must be true of a module's parts for web and database, as far as it can be said without importing them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gilmok.modules.declarations import Declared

# `package.module:name`; tables are a Python module without a name in it.
PLACE = re.compile(r"[a-z_]\w*(\.[a-z_]\w*)*:[A-Za-z_]\w*")
MODULE = re.compile(r"[a-z_]\w*(\.[a-z_]\w*)*")


def wrong_parts(declared: Declared, package: str) -> Iterator[str]:
    """Places that are badly written or lie in another package, parts of the module that it does not have, and lines of
    the menu that lead out of it, a sentence each."""
    named = [("pages", declared.pages, PLACE), ("slot", declared.slots, PLACE), ("tables", declared.tables, MODULE)]
    for kind, things, form in named:
        yield from wrong_places(kind, things, form, package)
    scopes = {None, *(each.id for each in declared.info.scopes)}
    for each in declared.pages:
        if each.scope not in scopes:
            yield f"{each.id!r}: the module declares no scope {each.scope!r}"
    for entry in declared.menu:
        if not entry.endpoint.startswith(declared.info.name):
            yield f"menu entry {entry.id!r}: {entry.endpoint!r} is no page of this module"


def wrong_places(kind: str, things: Iterable[Any], form: re.Pattern[str], package: str) -> Iterator[str]:
    """Those whose place is not written as it must be, or is not in the module's own package."""
    for each in things:
        if not form.fullmatch(each.place):
            yield f"{kind} {each.id!r}: {each.place!r} is no place such as 'package.module:name'"
        elif each.place.split(":")[0].split(".")[0] != package.split(".")[0]:
            yield f"{kind} {each.id!r}: {each.place!r} lies outside the package {package!r}"
