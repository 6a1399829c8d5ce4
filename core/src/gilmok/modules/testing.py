"""What every module must keep to, as tests: subclass the classes below in your package's tests and run pytest.

    import gilmok_mine
    from gilmok.modules.testing import ModuleConformance, SiteConformance

    class TestMine(ModuleConformance, SiteConformance):
        module = gilmok_mine
        examples = Path(__file__).parent / "examples.json"      # optional, and worth it

`ModuleConformance` looks at what the module declares; it uses no database and no network. `SiteConformance` puts it
into the whole site, on a PostgreSQL that it starts for the run (or in databases of its own beside the one that
`GILMOK_DATABASE_URL` names), asks for pages as staff do, and lets each of its functions fail.

The examples are a list of cases, each an example of one rule or a near miss of it, and asked as a city asks: by
`gilmok route`, with this module alone switched on everywhere.

    [{"case": "A cook in Mapo", "example_of": "mine.cooks", "goes_to": "mine.desk",
      "facts": {"industry": "food_lodging", "workplace_district": "mapo"}}]

Calculators have worked examples of their own, `sums`: what each gives for some inputs, as `gilmok calc` takes them.

    [{"calculator": "mine.tips", "inputs": {"bills": "12000 9000"}, "result": 2100}]

So have time limits, `limits`: from which day, when they end by the calendar (`safe`) and with days off (`last`).

    [{"limit": "mine.claim", "from": "2026-08-31", "safe": "2026-11-30", "last": "2026-11-30"}]

A module is active in regions, so each case needs a district. The package must be installed (`pip install -e .`).
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar
from unittest import SkipTest

from gilmok.ground.i18n import core_catalogue
from gilmok.modules.doubts import korean_of, other_korean, strange_districts
from gilmok.modules.kit.examples import Answers, cases_in, outcome, routed, wrong_ends, wrong_sums
from gilmok.modules.kit.package import folder_of, loaded, none, private_imports, registry_of
from gilmok.modules.kit.raising import taken_down
from gilmok.modules.kit.site import Site, Visit
from gilmok.modules.kit.switching import lost, made_twice, seen_elsewhere, unopened
from gilmok.modules.kit.tables import wrong_tables
from gilmok.modules.letter_checks import broken_letters
from gilmok.modules.mounting import trial
from gilmok.modules.texts import texts_in, without_korean
from gilmok.network.atlas import Atlas

HOLDS = frozenset({"yes", "overridden"})
__all__ = ["ModuleConformance", "SiteConformance"]


class Conformance:
    """What a class of checks is told of a module: its package, and files of examples."""

    module: ClassVar[ModuleType]
    examples: ClassVar[Path | None] = None
    sums: ClassVar[Path | None] = None
    limits: ClassVar[Path | None] = None

    def worked(self) -> list[dict[str, Any]]:
        """The worked examples of its calculators; without a file there are none."""
        return cases_in(self.sums) if self.sums else []


class ModuleConformance(Conformance):
    """The rules for modules as tests. Set `module` to your package, and `examples` to your file of cases."""

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


class SiteConformance(Conformance):
    """The whole site with the module in it, as tests. `server`: the URL of a PostgreSQL on which databases may be made;
    without it `GILMOK_DATABASE_URL`, else an embedded one that is started for the run."""

    server: ClassVar[str] = ""

    def test_its_tables_are_as_its_classes_say(self) -> None:
        """Its migrations apply after the core's, and make the columns, rights and walls that the classes name."""
        site = self.site()
        none([site.not_made] if site.not_made else [], "Its migrations cannot be carried out")
        with site.engine.connect() as connection:
            none(wrong_tables(site.module, connection), "Its tables are not as its classes say")

    def test_its_demonstration_is_made_once(self) -> None:
        """What fills its tables for the demonstration can, and adds nothing where something is there."""
        self.visited(made_twice, "Its demonstration is not made as it should be")

    def test_pages_answer_where_it_is_switched_on(self) -> None:
        """The core's pages, those of its cases, and its own, with what the demonstration has stored."""
        self.visited(lambda visit: unopened(visit, self.worked()), "These pages do not answer")

    def test_what_fails_takes_nothing_else_down(self) -> None:
        """Each function replaced by one that raises, each condition by one that nobody can judge: the core's pages
        answer, its own say that the module failed, and a person decides where a case goes."""
        self.visited(lambda visit: taken_down(visit, self.worked()), "This fails with something of the module")

    def test_switched_off_and_on_again_it_loses_nothing(self) -> None:
        """Rows, pages and running cases are there while it is off, or are there again."""
        self.visited(lost, "This is lost when it is switched off and on again")

    def test_another_region_sees_nothing_of_it(self) -> None:
        """Where it is not switched on, its pages are not there for staff, and nothing leads to them."""
        self.visited(seen_elsewhere, "This is seen where it is not switched on")

    def site(self) -> Site:
        """The site with this module, made once for all its checks."""
        return site_with(self.module, self.examples, self.server)

    def visited(self, look: Callable[[Visit], Iterable[str]], sentence: str) -> None:
        """Fail with the sentence and what a look at the site finds; skipped where its tables cannot be made."""
        site = self.site()
        if site.not_made:
            raise SkipTest(f"its migrations cannot be carried out: {site.not_made}")
        with site.opened() as visit:
            none(look(visit), sentence)


@cache
def site_with(module: ModuleType, examples: Path | None, server: str) -> Site:
    """The site with a module, kept."""
    return Site(module, examples, server)
