"""Imports run one way. `lint-imports` holds the rooms of the house (see pyproject.toml), this what it cannot say."""

from graphlib import CycleError, TopologicalSorter

from support.source import Source, product

FOR_MODULES = {"gilmok.modules.api", "gilmok.modules.site", "gilmok.modules.testing"}
ON_TOP = {"gilmok.cli", "gilmok.app", "gilmok.models", "gilmok.serving"}
DECIDE = ("gilmok.journey.routing.route", "gilmok.journey.clocks.rules", "gilmok.law.limits",
          "gilmok.modules.activation")
SURROUNDINGS = {"flask", "flask_login", "jinja2", "marshmallow", "psycopg", "sqlalchemy", "werkzeug"}
PURE = {"abc", "collections", "dataclasses", "datetime", "enum", "functools", "itertools", "math", "operator", "re",
        "typing", "types", "hashlib", "json", "bisect", "decimal", "fractions", "gilmok"}


def modules_of_others() -> list[Source]:
    """The sources of the modules' packages."""
    return [each for each in product() if each.name.split(".")[0] != "gilmok"]


def test_a_module_imports_only_what_is_meant_for_modules() -> None:
    found = [
        (source.where, module)
        for source in modules_of_others()
        for module, _ in source.imports
        if module.split(".")[0].startswith("gilmok")
        and module.split(".")[0] != source.name.split(".")[0]
        and module not in FOR_MODULES
    ]
    assert found == []


def test_a_module_does_not_reach_the_core_by_its_packages() -> None:
    found = [(source.where, name) for source in modules_of_others() for module, name in source.imports
             if module in {"gilmok", "gilmok.modules"} and name]
    assert found == []


def test_no_room_knows_what_is_put_together_from_rooms() -> None:
    found = [
        (source.where, module)
        for source in product() if source.name.count(".") > 1
        for module, name in source.imports
        if {module, f"{module}.{name}"} & ON_TOP
    ]
    assert found == []


def test_nothing_imports_in_a_circle() -> None:
    known = {each.name for each in product()}
    graph = {
        each.name: {f"{module}.{name}" if f"{module}.{name}" in known else module for module, name in each.imports}
        for each in product()
    }
    try:
        TopologicalSorter({name: (others & known) - {name} for name, others in graph.items()}).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None


def test_what_decides_reaches_no_request_and_no_database() -> None:
    """However far: the page, the command and a replay call the same functions."""
    known = {each.name: each for each in product()}
    waiting, seen = list(DECIDE), set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        found = {f"{module}.{part}" if f"{module}.{part}" in known else module for module, part in known[name].imports}
        assert {each for each in found if each.split(".")[0] in SURROUNDINGS} == set(), name
        waiting += found & known.keys() - seen


def test_decisions_need_nothing_but_plain_python() -> None:
    found = [
        (source.where, module)
        for source in product() if source.name.endswith(".rules") and source.name.startswith("gilmok.")
        for module, _ in source.imports
        if module.split(".")[0] not in PURE
    ]
    assert found == []
