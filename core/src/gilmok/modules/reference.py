"""The reference of what a module is written against, made from the code itself: hooks, things, conditions.

`make docs` puts it into `docs/hooks.md`, and a test fails where the page says something else than the code.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from gilmok.ground.above import above
from gilmok.modules import api, hookspecs, site
from gilmok.modules.conditions import Condition
from gilmok.modules.registry import Registry, installed_core
from gilmok.modules.things import IntakeField, Target
from gilmok.network.atlas import Atlas
from gilmok.network.naming import OUTSIDE

EVERY_CONDITION = " | ".join(each.__name__ for each in get_args(Condition))
# Modules know it by another name, for they have a `Kind` of their own.
LAWS_KIND = f"{api.LimitKind.__module__}.{api.LimitKind.__qualname__}"
BAR = "\\|"
QUALIFIED = re.compile(r"\b(?:\w+\.)+(\w+)")


def hooks_page(examples: Path) -> Iterator[str]:
    """The lines of the reference; `examples`: the folder with a module for each hook that uses it."""
    yield f"API version {api.API_VERSION}. A module says `requires_api=\">={api.API_VERSION},<2\"`."
    yield from ["", "## Hooks", ""]
    for name, hook in hooks():
        yield from [f"### `{name}{short(inspect.signature(hook))}`", "", one_line(hook), ""]
        yield from ["```python", (examples / f"{name}.py").read_text("utf-8").rstrip(), "```", ""]
    yield from ["## What hooks return", ""]
    for name, thing in things():
        yield from thing_lines(name, thing)
    yield from codes_lines()


def codes_lines() -> Iterator[str]:
    """What can be named in declarations: conditions, the core's desks, events, blanks, facts, regions and districts."""
    yield from ["## Words for `ways`", "", "| condition | who |", "| --- | --- |"]
    yield from (f"| `{name}` | {one_line(each)} |" for name, each in words_of_policy())
    yield from ["", "## Conditions", "", "| condition | holds when |", "| --- | --- |"]
    yield from (f"| `{condition_call(each)}` | {one_line(each)} |" for each in get_args(Condition))
    yield from ["", "## Targets of the core", "", "| target | what it is |", "| --- | --- |"]
    yield from (f"| `{each.id}` | {each.title} |" for each in core_targets())
    yield from ["", "## What can start a time limit", "", "| `starts` | what happened |", "| --- | --- |"]
    yield from (f"| `{code}` | {title} |" for code, title in installed_core().EVENTS.items())
    yield from ["", "## Blanks of the core", "", "| blank | what stands in it |", "| --- | --- |"]
    yield from (f"| `{code}` | {blank.label} |" for code, blank in above("papers").BLANKS.items())
    yield from ["", "## Facts that the core asks", "", "| fact | kind | codes |", "| --- | --- | --- |"]
    yield from (fact_line(each) for each in installed_core().FACTS)
    yield from ["", "## Facts that the core works out", "", "| fact | kind | codes |", "| --- | --- | --- |"]
    yield from (fact_line(each) for each in installed_core().DERIVED)
    yield from ["", "## Regions and districts", "", "| region | its districts |", "| --- | --- |"]
    yield from region_lines(Atlas.shipped())


def site_page() -> Iterator[str]:
    """The lines of what pages and tables import: each name with how it is called, and what one gets."""
    yield from ["| `gilmok.modules.site` | what it is |", "| --- | --- |"]
    for name in sorted(site.__all__, key=str.lower):
        each = getattr(site, name)
        said = one_line(each) if inspect.isclass(each) or inspect.isfunction(each) else f"`{each}`"
        yield f"| `{call_of(name, each)}` | {said.replace('|', BAR)} |"


def call_of(name: str, thing: Any) -> str:
    """How a function is called, or the bare name of what is no function."""
    if not inspect.isfunction(thing):
        return name
    return f"{name}({', '.join(written(each) for each in inspect.signature(thing).parameters.values())})"


def written(parameter: inspect.Parameter) -> str:
    """A parameter as it is passed: `statement`, `*languages`, `key=`."""
    if parameter.kind is parameter.KEYWORD_ONLY or parameter.default is not parameter.empty:
        return f"{parameter.name}="
    return str(parameter).partition(":")[0]


def words_of_policy() -> list[tuple[str, Any]]:
    """The conditions on persons that the public API has, by name."""
    return [(name, each) for name in api.__all__ if inspect.isfunction(each := getattr(api, name)) and
            each.__module__ == api.is_counsellor.__module__]


def core_targets() -> list[Target]:
    """The desks of the core, to which rules of modules can lead, too."""
    return list(Registry.load(core=installed_core(), entry_points=[]).targets.values())


def hooks() -> list[tuple[str, Any]]:
    """Every hook by its name, in the order of `hookspecs.py`."""
    return [(name, each) for name, each in vars(hookspecs).items() if hasattr(each, f"{hookspecs.PROJECT}_spec")]


def things() -> list[tuple[str, Any]]:
    """The dataclasses and enumerations of the public API, without conditions."""
    public = ((name, getattr(api, name)) for name in api.__all__)
    conditions = get_args(Condition)
    return [(name, each) for name, each in public if isinstance(each, type) and each not in conditions]


def thing_lines(name: str, thing: Any) -> Iterator[str]:
    """One thing: what it is, and a line for each of its fields or members."""
    yield from [f"### `{name}`", "", one_line(thing), ""]
    if is_dataclass(thing):
        yield from ["| field | type | left out |", "| --- | --- | --- |"]
        yield from (f"| `{each.name}` | `{typed(each)}` | {default_of(each)} |" for each in fields(thing))
    elif issubclass(thing, Enum):
        yield ", ".join(f"`{name}.{each.name}`" for each in thing)
    yield ""


def typed(each: Field[Any]) -> str:
    """The type of a field as it is written in code, safe inside a table."""
    written = short(each.type if isinstance(each.type, str) else inspect.formatannotation(each.type))
    return written.replace(EVERY_CONDITION, "Condition").replace("|", "\\|")


def fact_line(fact: IntakeField) -> str:
    """A fact of the core, with its codes."""
    codes = ", ".join(f"`{option.code}`" for option in fact.options)
    return f"| `{fact.id}` ({fact.label}) | {fact.kind} | {codes} |"


def region_lines(atlas: Atlas) -> Iterator[str]:
    """Each region with the codes of its districts, as the packaged network has them at last; then what is outside."""
    for region in atlas.regions.values():
        codes = (f"`{code}`" for code in atlas.districts if atlas.region_of(code, date.max) == region.code)
        yield f"| `{region.code}` ({region.name_en}) | {', '.join(codes)} |"
    yield f"| none | `{OUTSIDE}` |"


def default_of(each: Field[Any]) -> str:
    """What a field is when it is left out; nothing for one that is needed."""
    if isinstance(each.default, Enum):
        return f"`{type(each.default).__name__}.{each.default.name}`"
    return "needed" if each.default is MISSING else f"`{each.default!r}`"


def condition_call(condition: Any) -> str:
    """How a condition is written: `Is(fact, value)`."""
    parameters = inspect.signature(condition).parameters.values()
    names = (f"*{each.name}" if each.kind is each.VAR_POSITIONAL else each.name for each in parameters)
    return f"{condition.__name__}({', '.join(names)})"


def one_line(documented: Any) -> str:
    """A docstring in one line."""
    return " ".join((inspect.getdoc(documented) or "").split())


def short(text: Any) -> str:
    """Names without the modules that they come from, forward references without quotes."""
    return QUALIFIED.sub(r"\1", str(text).replace(LAWS_KIND, "LimitKind")).replace("'", "").replace("typing.", "")
