"""Modules are loaded each in isolation: what one does wrong is its own failure, and the site runs."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from support.modules import Raising, core_module, desk, info, made_module, question, raises, rule

from gilmok.modules.api import (
    API_VERSION,
    All,
    AtLeast,
    AtMost,
    Between,
    Condition,
    In,
    Is,
    Kind,
    Not,
    Option,
    RoutingRule,
    Scope,
    Target,
    hookimpl,
)
from gilmok.modules.loaded import Failure, Stage
from gilmok.modules.registry import Given, NotAllLoaded, Registry

WRONG: Any = 1.5  # of a type that no condition takes


def loaded(*entries: Any, **options: Any) -> Registry:
    return Registry.load(core=core_module(), entry_points=entries, **options)


def failure(entry: Any) -> Failure:
    """The failure of this module, loaded beside a sound one that must not suffer."""
    registry = loaded(entry, made_module("sound"))
    assert "sound" in registry.modules
    assert len(registry.failures) == 1
    assert not [each for each in registry.targets if each.startswith("made.")]
    return registry.failures[0]


def test_a_sound_module_is_there_with_all_that_it_declares() -> None:
    registry = loaded(made_module(intake_fields=lambda: [question()]))
    assert registry.failures == ()
    assert registry.targets["made.desk"] == desk()
    assert rule() in registry.rules
    assert registry.fields["made.fact"] == question()
    assert (registry.modules["made"].distribution, registry.modules["made"].version) == ("gilmok-made", "1.2")


def test_the_core_declares_through_the_same_hooks() -> None:
    registry = loaded()
    assert list(registry.modules) == ["core"]
    assert "core.desk" in registry.targets


@pytest.mark.parametrize(
    "error", [ImportError("gone"), SystemExit(3), GeneratorExit(), RecursionError(), SyntaxError("x"), StopIteration()],
)
def test_whatever_is_raised_at_import_is_a_failure_of_that_made_module(error: BaseException) -> None:
    failed = failure(Raising(raises(error)))
    assert failed.stage is Stage.IMPORT
    assert type(error).__name__ in failed.error
    assert failed.detail


def test_the_person_at_the_keyboard_can_still_stop_the_start() -> None:
    with pytest.raises(KeyboardInterrupt):
        loaded(Raising(raises(KeyboardInterrupt())))


def test_an_error_that_cannot_be_printed_is_still_reported() -> None:
    class Unprintable(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert "Unprintable" in failure(Raising(raises(Unprintable()))).error


def test_something_without_hooks_is_no_made_module() -> None:
    failed = failure(Given(name="empty", module=SimpleNamespace()))
    assert (failed.stage, failed.entry_point) == (Stage.INFO, "empty")
    assert "module_info is missing" in failed.error


def test_a_misspelt_hook_is_found() -> None:
    failed = failure(made_module(routing_rule=lambda: []))
    assert failed.stage is Stage.HOOKS
    assert "routing_rule" in failed.error


def test_a_hook_that_lost_its_mark_is_found() -> None:
    unmarked = SimpleNamespace(module_info=hookimpl(lambda: info()), targets=lambda: [desk()])
    assert "not marked with @hookimpl" in failure(Given(name="made", module=unmarked)).error


def test_a_hook_that_asks_for_arguments_which_do_not_exist_is_found() -> None:
    assert failure(made_module(targets=lambda database: None)).stage is Stage.HOOKS


@pytest.mark.parametrize("name", ["Made", "made-up", "1st", "m", "mäd", "core", "", "a" * 41])
def test_a_name_that_could_not_begin_an_id_is_refused(name: str) -> None:
    assert failure(made_module(module_info=lambda: info(name))).stage is Stage.INFO


@pytest.mark.parametrize("requires", [">=2", "<1.0", f"==1.*,!={API_VERSION}", "two"])
def test_a_module_written_for_another_api_is_not_loaded(requires: str) -> None:
    failed = failure(made_module(module_info=lambda: info(requires_api=requires)))
    assert failed.stage is Stage.API
    assert requires in failed.error


def cut_short() -> Iterator[Target]:
    yield desk()
    raise ValueError("no more")


@pytest.mark.parametrize(
    ("hook", "answer", "words"),
    [
        ("module_info", lambda: None, "returns nothing"),
        ("module_info", lambda: {"name": "made"}, "must be ModuleInfo"),
        ("module_info", lambda: info(programmes=["H1"]), "programmes must be a tuple"),
        ("targets", lambda: None, "is a `return` missing"),
        ("targets", lambda: [rule()], "must be Target"),
        ("targets", lambda: 7, "not iterable"),
        ("targets", cut_short, "no more"),
        ("targets", lambda: [desk(at="hub")], "at must be At"),
        ("targets", lambda: [desk(title=" ")], "title must not be empty"),
        ("routing_rules", lambda: [rule(band=2)], "band must be Band"),
        ("routing_rules", lambda: [rule(when=lambda facts: True)], "when must be Is or In"),
        ("routing_rules", lambda: [rule(when=All(Is("pay", WRONG)))], "when.conditions[0].value must be str"),
        ("routing_rules", lambda: [rule(when=In("pay", {"a", WRONG}))], "when.values["),
        ("routing_rules", lambda: [rule(when=AtLeast("pay", WRONG))], "when.bound must be int or date"),
        ("routing_rules", lambda: [rule(overrides="made.rule")], "overrides must be a tuple"),
        ("intake_fields", lambda: [question(options=(("a", "b"),))], "options[0] must be Option"),
        ("intake_fields", lambda: [question(ask_when="always")], "ask_when must be"),
    ],
)
def test_what_is_not_what_it_should_be_is_named(hook: str, answer: Callable[[], Any], words: str) -> None:
    assert words in failure(made_module(**{hook: answer})).error


@pytest.mark.parametrize(
    ("hook", "things", "words"),
    [
        ("targets", [desk(id="other.desk")], "target 'other.desk': an id is 'made', a dot"),
        ("targets", [desk(id="made")], "target 'made': an id is"),
        ("targets", [desk(id="made.Desk")], "target 'made.Desk': an id is"),
        ("targets", [desk(), desk()], "target 'made.desk' is declared 2 times"),
        ("routing_rules", [rule(id="madeup.rule")], "rule 'madeup.rule': an id is"),
        ("routing_rules", [rule(), rule()], "rule 'made.rule' is declared 2 times"),
        ("intake_fields", [question(id="fact")], "field 'fact': an id is"),
        ("intake_fields", [question(kind=Kind.CODE)], "and needs some"),
        ("intake_fields", [question(options=(Option(code="a", title="A"),))], "has no options"),
    ],
)
def test_an_id_of_ones_own_form_and_place_is_needed(hook: str, things: list[Any], words: str) -> None:
    failed = failure(made_module(**{hook: lambda: things}))
    assert failed.stage is Stage.IDS
    assert words in failed.error


@pytest.mark.parametrize("codes", [("a", "a"), ("unknown",), ("A",), ("",)])
def test_options_are_codes_that_stand_once_and_are_not_answers_of_every_field(codes: tuple[str, ...]) -> None:
    options = tuple(Option(code=code, title="Option") for code in codes)
    failed = failure(made_module(intake_fields=lambda: [question(kind=Kind.CODE, options=options)]))
    assert failed.stage is Stage.IDS


CODED = question(kind=Kind.CODE, options=(Option(code="a", title="A"),))


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ([rule(to="made.elsewhere")], "there is no target 'made.elsewhere'"),
        ([rule(to="sound.desk")], "there is no target 'sound.desk'"),
        ([rule(scope="pilot")], "declares no scope 'pilot'"),
        ([rule(when=Is("made.gone", True))], "there is no field 'made.gone'"),
        ([rule(when=Is("sound.fact", True))], "'sound.fact' is another module's"),
        ([rule(when=Is("colour", "red"))], "the core knows no fact 'colour'"),
        ([rule(when=All(Is("made.fact", "b")))], "offers no 'b'"),
        ([rule(overrides=("core.gone",))], "there is no rule 'core.gone'"),
        ([rule(overrides=("made.b",)), rule(id="made.b", overrides=("made.rule",))], "in a circle"),
    ],
)
def test_what_a_rule_names_must_exist(rules: list[RoutingRule], words: str) -> None:
    failed = failure(made_module(routing_rules=lambda: rules, intake_fields=lambda: [CODED]))
    assert failed.stage is Stage.REFERENCES
    assert words in failed.error


def test_a_rule_may_lead_to_the_cores_desks_and_override_rules_of_modules_that_are_not_here() -> None:
    registry = loaded(made_module(routing_rules=lambda: [rule(to="core.desk", overrides=("far.rule", "core.rule"))]))
    assert registry.failures == ()


def test_a_rule_never_sees_free_text() -> None:
    fields = [question(kind=Kind.TEXT)]
    failed = failure(made_module(intake_fields=lambda: fields, routing_rules=lambda: [rule(when=Is("made.fact", "x"))]))
    assert "free text" in failed.error


def test_questions_that_wait_for_each_other_are_found() -> None:
    first = question(id="made.a", ask_when=Is("made.b", True))
    second = question(id="made.b", ask_when=Is("made.a", True))
    assert "in a circle" in failure(made_module(intake_fields=lambda: [first, second])).error


def test_a_scope_that_is_declared_can_be_used() -> None:
    pilot = info(scopes=(Scope(id="pilot", title="Pilot"),))
    registry = loaded(made_module(module_info=lambda: pilot, routing_rules=lambda: [rule(scope="pilot")]))
    assert registry.scopes == {"made": ("pilot",)}


def test_a_rule_may_look_at_the_cores_questions_and_at_what_is_worked_out_from_them() -> None:
    both = All(Is("industry", "sewing"), AtLeast("received_on", date(2026, 1, 1)))
    assert loaded(made_module(routing_rules=lambda: [rule(when=both)])).failures == ()


def test_a_value_that_the_core_does_not_offer_is_found() -> None:
    misspelt = made_module(routing_rules=lambda: [rule(when=Is("industry", "sowing"))])
    assert "offers no 'sowing'" in failure(misspelt).error


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (AtLeast("industry", 3), "of kind code, which has no order to ask AtLeast of"),
        (AtMost("made.fact", 3), "of kind bool, which has no order"),
        (Between("received_on", 1, 2), "of kind date and never 1, 2"),
        (Is("received_on", "2026-01-01"), "of kind date and never '2026-01-01'"),
        (Is("made.fact", "yes"), "of kind bool and never 'yes'"),
        (Not(Is("made.fact", 1)), "of kind bool and never 1"),
        (In("industry", ()), "In of 'industry' names no value"),
    ],
)
def test_a_condition_that_no_answer_could_meet_is_found(condition: Condition, words: str) -> None:
    made = made_module(routing_rules=lambda: [rule(when=condition)], intake_fields=lambda: [question()])
    failed = failure(made)
    assert failed.stage is Stage.REFERENCES
    assert words in failed.error


def test_all_that_is_wrong_is_said_at_once() -> None:
    failed = failure(made_module(routing_rules=lambda: [rule(to="made.x"), rule(id="made.b", to="made.y")]))
    assert "made.x" in failed.error
    assert "made.y" in failed.error


def test_two_distributions_with_one_name_are_both_left_out() -> None:
    registry = loaded(made_module(), made_module(targets=lambda: [desk()]), made_module("sound"))
    assert list(registry.modules) == ["core", "sound"]
    assert [each.stage for each in registry.failures] == [Stage.NAME, Stage.NAME]


def test_the_order_of_installation_makes_no_difference() -> None:
    one, other = made_module("one"), made_module("other")
    assert loaded(one, other) == loaded(other, one)
    assert list(loaded(other, one).modules) == ["core", "one", "other"]


def test_strict_loading_raises_and_names_each_failure() -> None:
    with pytest.raises(NotAllLoaded, match="raising.*import.*gone"):
        loaded(Raising(raises(ImportError("gone"))), strict=True)


def test_a_broken_core_stops_the_start() -> None:
    with pytest.raises(NotAllLoaded, match="core"):
        Registry.load(core=SimpleNamespace(), entry_points=[])


def test_a_module_that_failed_leaves_nothing_behind_in_the_next_load() -> None:
    loaded(made_module(routing_rules=lambda: [rule(to="made.x")]))
    assert "made" in loaded(made_module()).modules


def test_the_folder_of_a_package_is_known(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made_package").mkdir()
    (tmp_path / "made_package" / "__init__.py").write_text(
        "from gilmok.modules.api import ModuleInfo, hookimpl\n\n@hookimpl\ndef module_info():\n"
        "    return ModuleInfo(name='made', title='M', summary='', programmes=(), requires_api='>=1')\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    registry = loaded(Given(name="made", module=__import__("made_package")))
    assert registry.modules["made"].folder == tmp_path / "made_package"
    del sys.modules["made_package"]
