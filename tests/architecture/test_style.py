"""The budgets that keep the code readable: the median is short by habit, the tail only by a limit."""

import ast
from statistics import median, quantiles

from support.source import FUNCTIONS, Source, everything, inside, ours, product, public

LINES_OF_A_MODULE = {"median": 80, "p90": 200, "max": 300}
LINES_OF_A_FUNCTION = {"p95": 25, "long": 30, "share of long": 0.03}
COMPLEXITY = 8
DOCUMENTED = 0.9
TEMPLATE = 100
REMARKS = 10
TEST = 8


def written(sources: tuple[Source, ...]) -> list[Source]:
    """Without the nearly empty ones, which would flatter the median."""
    return [each for each in sources if len(each.code) > 5]


def test_modules_are_short() -> None:
    lengths = [each.length for each in written(product())]
    assert median(lengths) <= LINES_OF_A_MODULE["median"]
    assert quantiles(lengths, n=10)[-1] <= LINES_OF_A_MODULE["p90"]


def test_no_module_is_long() -> None:
    assert [each.where for each in product() if each.length > LINES_OF_A_MODULE["max"]] == []


def test_functions_are_short() -> None:
    functions = [each for source in product() for each in source.functions]
    too_long = [each for each in functions if each.lines > LINES_OF_A_FUNCTION["long"]]
    assert quantiles([each.lines for each in functions], n=20)[-1] <= LINES_OF_A_FUNCTION["p95"]
    assert len(too_long) <= LINES_OF_A_FUNCTION["share of long"] * len(functions), too_long


def test_no_function_branches_much() -> None:
    functions = [each for source in product() for each in source.functions]
    assert [(each.where, each.complexity) for each in functions if each.complexity > COMPLEXITY] == []


def test_what_is_public_says_what_the_caller_gets() -> None:
    definitions = [node for source in product() for node in public(source.tree)]
    documented = [node for node in definitions if ast.get_docstring(node)]
    assert len(documented) >= DOCUMENTED * len(definitions)


def test_every_module_says_what_it_is() -> None:
    assert [each.where for each in everything() if each.code and not ast.get_docstring(each.tree)] == []


def test_everything_is_typed() -> None:
    assert [each.where for source in product() for each in source.functions if each.untyped] == []


def test_nothing_is_imported_inside_a_function() -> None:
    found = [
        f"{source.where}:{node.lineno}"
        for source in product()
        for function in ast.walk(source.tree) if isinstance(function, FUNCTIONS)
        for node in inside(function) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_checkers_are_seldom_told_to_look_away_and_always_told_why() -> None:
    remarks = [each for source in everything() for each in source.remarks]
    assert [where for where, remark in remarks if not (remark["code"] and remark["reason"])] == []
    assert len(remarks) <= REMARKS, [where for where, _ in remarks]


def test_templates_are_short() -> None:
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in ours("*.html", "core/src", "plugins")}
    assert {path: length for path, length in lengths.items() if length > TEMPLATE} == {}


def test_tests_are_short() -> None:
    tests = [
        each.lines for source in everything() if source.path.name.startswith("test_")
        for each in source.functions if each.name.startswith("test_")
    ]
    assert median(tests) <= TEST
