"""What every module must keep to, as tests: subclass `ModuleConformance` in your package's tests and run pytest.

    import gilmok_mine
    from gilmok.modules.testing import ModuleConformance

    class TestMine(ModuleConformance):
        module = gilmok_mine
        examples = Path(__file__).parent / "examples.json"      # optional, and worth it

The examples are a list of cases, each an example of one rule or a near miss of it, and asked as a city asks: by
`gilmok route`, with this module alone switched on everywhere.

    [{"case": "A cook in Mapo", "example_of": "mine.cooks", "goes_to": "mine.desk",
      "facts": {"industry": "food_lodging", "workplace_district": "mapo"}}]

Calculators have worked examples of their own, `sums`: what each gives for some inputs, as `gilmok calc` takes them.

    [{"calculator": "mine.tips", "inputs": {"bills": "12000 9000"}, "result": 2100}]

So have time limits, `limits`: from which day, when they end by the calendar (`safe`) and with days off (`last`).

    [{"limit": "mine.claim", "from": "2026-08-31", "safe": "2026-11-30", "last": "2026-11-30"}]

A module is active in regions, so each case needs a district. The package must be installed (`pip install -e .`).
Nothing here uses a database or the network.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, TypeAlias
from unittest import SkipTest

from gilmok.ground.i18n import Catalogue, core_catalogue
from gilmok.law.calculators.declared import Calculator
from gilmok.law.calculators.reading import read
from gilmok.law.calendar import Calendar
from gilmok.law.limits import run
from gilmok.law.shipped import shipped
from gilmok.modules.activation_file import write
from gilmok.modules.doubts import korean_of, other_korean, strange_districts
from gilmok.modules.letter_checks import broken_letters
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.mounting import trial
from gilmok.modules.registry import Given, Registry, installed_core
from gilmok.modules.texts import texts_in, without_korean
from gilmok.modules.things import Activation
from gilmok.network.atlas import Atlas

PUBLIC = frozenset({"gilmok.modules.api", "gilmok.modules.site", "gilmok.modules.testing"})
HOLDS = frozenset({"yes", "overridden"})
LONG_AGO = date(2000, 1, 1)
GILMOK = str(Path(sys.executable).with_name("gilmok"))
Answers: TypeAlias = dict[str, dict[str, Any]]


class ModuleConformance:
    """The rules for modules as tests. Set `module` to your package, and `examples` to your file of cases."""

    module: ClassVar[ModuleType]
    examples: ClassVar[Path | None] = None
    sums: ClassVar[Path | None] = None
    limits: ClassVar[Path | None] = None

    def test_it_loads_cleanly(self) -> None:
        """Hooks, ids, targets, facts and scopes are as they must be; every error is named."""
        registry = registry_of(self.module)
        none([failure.error for failure in registry.failures], "The module could not be loaded")
        none(strange_districts(loaded(self.module), registry.facts), "These conditions can never hold")

    def test_it_declares_the_same_each_time(self) -> None:
        """Declarations depend on nothing but the package: no clock, no database, no chance."""
        first, again = (loaded(self.module).kinds() for _time in range(2))
        none([kind for kind in first if first[kind] != again[kind]], "These are declared differently the second time")

    def test_its_ids_begin_with_its_name(self) -> None:
        """Ids cannot clash with those of another module."""
        module = loaded(self.module)
        ids = [thing.id for things in module.kinds().values() for thing in things]
        none([each for each in ids if not each.startswith(f"{module.name}.")], "These ids do not begin with its name")

    def test_every_text_has_its_korean(self) -> None:
        """What staff read is Korean first: `translations/ko.po` of the package holds it."""
        module = loaded(self.module)
        none(without_korean(module, korean_of(module)), "These texts have no Korean in translations/ko.po")

    def test_its_korean_is_what_is_shown(self) -> None:
        """One catalogue holds all: a text that the core has in Korean is shown in the core's words."""
        none(other_korean(loaded(self.module), core_catalogue()), "These texts are shown otherwise")

    def test_every_text_of_its_pages_has_its_korean(self) -> None:
        """So do its code and templates, but for texts that the core has in Korean."""
        known = korean_of(loaded(self.module)).texts | core_catalogue().texts
        none(sorted(set(texts_in(folder_of(self.module))) - known.keys()), "These texts of its pages have no Korean")

    def test_its_pages_can_be_opened(self) -> None:
        """Blueprints, tables, slots and what erases stand where it says; each view names a permission it declares."""
        none([each.error for each in trial(registry_of(self.module))], "Its pages cannot be opened")

    def test_it_imports_only_the_public_api(self) -> None:
        """Of gilmok, a package imports `gilmok.modules.api`, `.site` and, in its tests, `.testing` alone."""
        none(private_imports(folder_of(self.module)), "These imports are not of the public API")

    def test_every_rule_has_an_example_and_a_near_miss(self) -> None:
        """A rule without a case that it takes, and one that it just does not, is only a guess."""
        cases, rules = self.cases(), [rule.id for rule in loaded(self.module).rules]
        for kind in ("example_of", "near_miss_of"):
            named = {case.get(kind) for case in cases}
            none([rule for rule in rules if rule not in named], f"No case is {kind} of these rules")

    def test_cases_go_where_the_examples_say(self) -> None:
        """Each case with `goes_to` is routed there."""
        expected = {case["case"]: case["goes_to"] for case in self.cases() if "goes_to" in case}
        found = {case: answer["target"] for case, answer in self.answers(everywhere=True).items()}
        wrong = [f"{case}: {found[case]}, not {target}" for case, target in expected.items() if found[case] != target]
        none(wrong, "These cases go elsewhere")

    def test_rules_hold_for_their_examples(self) -> None:
        """Each rule says yes to its examples, alone or beside a rule that goes before it."""
        none(self.other_outcomes("example_of", HOLDS), "These rules do not hold for their example")

    def test_rules_do_not_hold_for_their_near_misses(self) -> None:
        """Each rule says no to its near misses, not 'unknown': a near miss that lacks a fact proves nothing."""
        none(self.other_outcomes("near_miss_of", frozenset({"no"})), "These rules do not say no to their near miss")

    def test_where_it_is_not_active_no_case_goes_to_it(self) -> None:
        """With nothing switched on, its desks take nobody."""
        prefix = f"{loaded(self.module).name}."
        targets = {case: str(answer["target"]) for case, answer in self.answers(everywhere=False).items()}
        none([case for case, target in targets.items() if target.startswith(prefix)], "These cases still go to it")

    def test_every_calculator_has_a_worked_example(self) -> None:
        """A sum that nobody has worked out by hand is only a guess."""
        worked = {each["calculator"] for each in self.worked()}
        names = [each.name for each in loaded(self.module).calculators]
        none([name for name in names if name not in worked], "No example in `sums` is worked out of these calculators")

    def test_calculators_give_what_the_examples_say(self) -> None:
        """Each worked example comes out to the won, and each of its steps has its Korean."""
        module = loaded(self.module)
        none(wrong_sums(module, self.worked(), korean_of(module)), "These sums come out otherwise")

    def test_every_time_limit_has_a_worked_example(self) -> None:
        """Nor is a limit more than a guess that nobody has counted by hand."""
        worked = {each["limit"] for each in self.counted()}
        codes = dict.fromkeys(each.code for each in loaded(self.module).limits)
        none([code for code in codes if code not in worked], "No example in `limits` is of these time limits")

    def test_time_limits_end_when_the_examples_say(self) -> None:
        """Each worked example ends on its days, by the calendar that ships with Gilmok."""
        none(wrong_ends(loaded(self.module), self.counted()), "These time limits end otherwise")

    def test_every_letter_can_be_made(self) -> None:
        """Each template prints, with its blanks filled and with none, and uses no blank that it did not declare."""
        module = loaded(self.module)
        none(broken_letters(module, folder_of(self.module)), "These letters cannot be made")

    def counted(self) -> list[dict[str, Any]]:
        """The worked examples of its time limits; without a file there are none."""
        return cases_in(self.limits) if self.limits else []

    def worked(self) -> list[dict[str, Any]]:
        """The worked examples of its calculators; without a file there are none."""
        return cases_in(self.sums) if self.sums else []

    def cases(self) -> list[dict[str, Any]]:
        """The cases of the examples; without a file, the test is skipped."""
        if self.examples is None:
            raise SkipTest("no examples are given: set `examples` to a file of cases")
        return cases_in(self.examples)

    def answers(self, *, everywhere: bool) -> Answers:
        """What `gilmok route` says to each case, by the case; with the module switched on everywhere or nowhere."""
        regions = tuple(Atlas.shipped().regions) if everywhere else ()
        self.cases()
        return routed(self.examples or Path(), loaded(self.module).name, regions)


    def other_outcomes(self, kind: str, expected: frozenset[str]) -> list[str]:
        """The cases whose named rule came out otherwise, with what it said."""
        answers = self.answers(everywhere=True)
        rules = {case["case"]: case[kind] for case in self.cases() if kind in case}
        said = {case: outcome(answers[case], rule) for case, rule in rules.items()}
        return [f"{case}: {rules[case]} says {found}" for case, found in said.items() if found not in expected]


def none(found: Iterable[str], sentence: str) -> None:
    """Fail with the sentence and a line for each thing found; pytest explains asserts of tests alone."""
    lines = [f"  {each}" for each in found]
    if lines:
        raise AssertionError("\n".join([f"{sentence}:", *lines]))


def registry_of(module: Any) -> Registry:
    """The core and this module alone."""
    return Registry.load(core=installed_core(), entry_points=[Given(name=module.__name__, module=module)])


def loaded(module: Any) -> LoadedModule:
    """The module as it was loaded; raises NotAllLoaded where it could not be."""
    found = Registry.load(core=installed_core(), entry_points=[Given(name=module.__name__, module=module)], strict=True)
    return next(each for each in found.modules.values() if each.plugin is module)


def folder_of(module: ModuleType) -> Path:
    """The folder of the module's package."""
    return Path(next(iter(module.__path__)))


def private_imports(folder: Path) -> Iterator[str]:
    """Where the package imports something of gilmok that is not public: `rules.py:3 gilmok.network`."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for name in imported(node):
                if name.partition(".")[0] == "gilmok" and name not in PUBLIC:
                    yield f"{path.relative_to(folder)}:{getattr(node, 'lineno', 0)} {name}"


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []


def wrong_sums(module: LoadedModule, worked: Iterable[dict[str, Any]], korean: Catalogue) -> Iterator[str]:
    """What is wrong with worked examples: the calculator, the inputs, the result, a step without Korean."""
    calculators = {each.name: each for each in module.calculators}
    for each in worked:
        calculator = calculators.get(each["calculator"])
        if calculator is None:
            yield f"{each['calculator']}: there is no such calculator"
        else:
            yield from (f"{calculator.name}: {wrong}" for wrong in wrong_sum(calculator, each, korean))


def wrong_sum(calculator: Calculator, example: dict[str, Any], korean: Catalogue) -> Iterator[str]:
    """What is wrong with one worked example."""
    values, errors = read(calculator, example["inputs"], strict=True)
    if errors:
        yield str(errors)
        return
    result = calculator.run(shipped(), values)
    if result.value != example.get("result"):
        yield f"{result.value}, not {example.get('result')}"
    said = (*result.steps, *([result.answer] if result.answer else []))
    yield from (f"no Korean for {step.text!r}" for step in said if step.text not in korean.texts)


def wrong_ends(module: LoadedModule, counted: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The worked examples of time limits that come out on other days."""
    for each in counted:
        on, said = date.fromisoformat(each["from"]), (each["safe"], each["last"])
        row = next((row for row in module.limits if row.code == each["limit"] and row.holds_on(on)), None)
        end = run(row, on, Calendar()).end if row else None
        found = (end.safe.isoformat(), end.last.isoformat()) if end else (None, None)
        if found != said:
            yield f"{each['limit']} from {on}: {found}, not {said}"


def outcome(answer: dict[str, Any], rule: str) -> str:
    """What became of a rule in an answer: yes, overridden, no, unknown, error."""
    rules = answer["trace"]["rules"]
    return next((str(each["outcome"]) for each in rules if each["rule"] == rule), "nothing: it is not in the trace")


def cases_in(path: Path) -> list[dict[str, Any]]:
    """The cases of a file of examples."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


@cache
def routed(examples: Path, module: str, regions: tuple[str, ...]) -> Answers:
    """What `gilmok route` says to the cases of a file, with the module alone switched on, in these regions."""
    rows = [Activation(module=module, region=region, starts_on=LONG_AGO) for region in regions]
    lines = "\n".join(json.dumps({"id": case["case"], "facts": case["facts"]}) for case in cases_in(examples))
    with tempfile.TemporaryDirectory() as folder:
        switched_on = Path(folder) / "activation.toml"
        switched_on.write_text(write(rows), "utf-8")
        command = [GILMOK, "route", "-", "--explain", "--processes", "1", "--activation", str(switched_on)]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}
