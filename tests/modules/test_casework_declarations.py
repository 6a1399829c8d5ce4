"""What a module adds to cases is checked when it is loaded: what is wrong in any way is refused, with a reason."""

import importlib.util
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.modules import core_module, desk, made_module, question
from support.source import ROOT

from gilmok.journey import core_module as cores_own
from gilmok.law.dated import Also, Count
from gilmok.law.dated import Kind as LimitKind
from gilmok.modules.api import (
    AtLeast,
    Blank,
    BlankKind,
    BlankSource,
    CaseLimit,
    DocumentTemplate,
    FollowUpQuestion,
    Is,
    Kind,
    Option,
    WorkStep,
)
from gilmok.modules.at_desk import in_order
from gilmok.modules.loaded import Stage
from gilmok.modules.reference import hooks
from gilmok.modules.registry import Given, Registry
from gilmok.modules.texts import texts_of

DESK = ("made.desk",)


def step(name: str, **changes: Any) -> WorkStep:
    return WorkStep(**{"id": f"made.{name}", "targets": DESK, "title": name.title(), **changes})


def later(name: str = "later", **changes: Any) -> FollowUpQuestion:
    given = {"id": f"made.{name}", "targets": DESK, "kind": Kind.BOOL, "label": "Is it?", **changes}
    return FollowUpQuestion(**given)


def limit(**changes: Any) -> CaseLimit:
    given = {
        "code": "made.limit", "targets": DESK, "starts": "left", "name_ko": "기한", "name_en": "Limit",
        "basis_ko": "조문", "basis_en": "Article", "event_ko": "퇴직", "event_en": "leaving",
        "kind": LimitKind.PRESCRIPTION, "period": "3 years", "source": "statutes", **changes,
    }
    return CaseLimit(**given)


def letter(**changes: Any) -> DocumentTemplate:
    given = {
        "id": "made.letter", "targets": DESK, "title": "Letter", "about": "To them", "required": ("client_name",),
        **changes,
    }
    return DocumentTemplate(**given)


def blank(**changes: Any) -> Blank:
    return Blank(**{"code": "made.blank", "label": "Blank", **changes})


def loaded(**hooks: Any) -> Registry:
    """The core's own module and one that declares these things, each by the name of its hook."""
    functions = {name: giving(things) for name, things in hooks.items()}
    return Registry.load(core=cores_own, entry_points=[made_module(**functions)])


def giving(things: Any) -> Callable[[], Any]:
    return lambda: things


@pytest.mark.parametrize(("said", "declared"), [
    ("steps stand after each other in a circle", {"steps": [
        step("a", after=("made.b",)), step("b", after=("made.a",))]}),
    ("circle", {"steps": [step("a", before=("made.b",)), step("b", before=("made.a",))]}),
    ("there is no step 'made.nowhere'", {"steps": [step("a", after=("made.nowhere",))]}),
    ("there is no step 'core.x'", {"steps": [step("a", before=("core.x",))]}),
    ("there is no calculator 'made.sum'", {"steps": [step("a", calculator="made.sum")]}),
    ("there is no letter 'made.letter'", {"steps": [step("a", document="made.letter")]}),
    ("the core knows no fact 'nowhere'", {"steps": [step("a", when=Is("nowhere", "x"))]}),
    ("has no order", {"steps": [step("a", when=AtLeast("industry", 3))]}),
    ("no scope 'made_up'", {"steps": [step("a", scope="made_up")]}),
    ("names no desk", {"steps": [step("a", targets=())]}),
    ("the module has no target 'core.counselling'", {"steps": [step("a", targets=("core.counselling",))]}),
    ("title must not be empty", {"steps": [step("a", title=" ")]}),
    ("after must be a tuple", {"steps": [step("a", after=["made.b"])]}),
    ("step 'made.a' is declared 2 times", {"steps": [step("a"), step("a")]}),
    ("an id is 'made'", {"steps": [step("a", id="other.a")]}),
    ("needs some", {"follow_up_questions": [later(kind=Kind.CODE)]}),
    ("both a field and a question", {"follow_up_questions": [later("fact")], "intake_fields": [question()]}),
    ("fields wait for each other", {"follow_up_questions": [
        later("one", ask_when=Is("made.two", True)), later("two", ask_when=Is("made.one", True))]}),
    ("is sensitive", {"follow_up_questions": [later("a", sensitive=True)], "steps": [
        step("a_step", when=Is("made.a", True))]}),
    ("there is no field 'made.later'", {"follow_up_questions": [later()], "intake_fields": [
        question(ask_when=Is("made.later", True))]}),
    ("name_ko must not be empty", {"time_limits": [limit(name_ko="")]}),
    ("nothing of the name 'whenever' can happen", {"time_limits": [limit(starts="whenever")]}),
    ("there is no source 'hearsay'", {"time_limits": [limit(source="hearsay")]}),
    ("nothing stops it that is called 'luck'", {"time_limits": [limit(stops="luck")]}),
    ("no period: 'three years'", {"time_limits": [limit(period="three years")]}),
    ("no period: 'soon'", {"time_limits": [limit(also=(Also(period="soon", when_ko="때", when_en="when"),))]}),
    ("needs a period", {"time_limits": [limit(period="")]}),
    ("1 month cannot be counted as before", {"time_limits": [limit(period="1 month", count=Count.BEFORE)]}),
    ("5 working days cannot be counted as civil", {"time_limits": [limit(also=(
        Also(period="5 working days", when_ko="때", when_en="when"),
    ))]}),
    ("no time limit 'NOTHING' to replace", {"time_limits": [limit(replaces=("NOTHING",))]}),
    ("none of the module's questions for a day", {"time_limits": [limit(day_from="made.later")],
                                                  "follow_up_questions": [later()]}),
    ("two of its rows hold on one day", {"time_limits": [limit(), limit()]}),
    ("two of its rows hold on one day", {"time_limits": [
        limit(valid_to=date(2026, 3, 1)), limit(valid_from=date(2026, 2, 1))]}),
    ("differ in their desks", {"time_limits": [
        limit(valid_to=date(2026, 3, 1)), limit(valid_from=date(2026, 3, 1), starts="payday")]}),
    ("the core has no blank 'nobody'", {"document_templates": [letter(required=("nobody",))]}),
    ("blank 'client_name' is declared 2 times", {"document_templates": [letter(optional=("client_name",))]}),
    ("the code of the blank 'other.blank'", {"document_templates": [letter(required=(blank(code="other.blank"),))]}),
    ("a choice has options", {"document_templates": [letter(required=(blank(holds=BlankKind.CHOICE),))]}),
    ("nobody asks for 'made.fact'", {"document_templates": [
        letter(required=(blank(source=BlankSource.FACT, of="made.fact"),))]}),
    ("nothing of the name 'x' can happen", {"document_templates": [
        letter(required=(blank(source=BlankSource.DAYS, of="x"),))]}),
    ("declared in two ways", {"document_templates": [
        letter(required=(blank(),)), letter(id="made.other", required=(blank(label="Else"),))]}),
    ("not in 'fr'", {"document_templates": [letter(language="fr")]}),
])
def test_a_module_that_is_wrong_is_refused_and_told_why(said: str, declared: dict[str, Any]) -> None:
    (failure,) = loaded(**declared).failures
    assert failure.stage in {Stage.DECLARATIONS, Stage.IDS, Stage.REFERENCES}
    assert said in failure.error


def test_a_step_may_not_stand_after_one_that_is_never_in_its_list() -> None:
    desks = [desk(), desk(id="made.other_desk")]
    steps = [step("a", after=("made.b",)), step("b", targets=("made.other_desk",))]
    (failure,) = loaded(targets=desks, steps=steps).failures
    assert "is a step of other desks" in failure.error


def test_a_letter_of_a_step_is_offered_at_each_of_its_desks() -> None:
    desks, both = [desk(), desk(id="made.other_desk")], ("made.desk", "made.other_desk")
    declared = {"steps": [step("a", targets=both, document="made.letter")], "document_templates": [letter()]}
    (failure,) = loaded(targets=desks, **declared).failures
    assert "not offered at each of its desks" in failure.error


def test_a_letter_without_its_text_is_refused(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (ROOT / "docs/examples/hooks/document_templates.py").read_text("utf-8")
    (tmp_path / "gilmok_lettered").mkdir()
    (tmp_path / "gilmok_lettered/__init__.py").write_text(source, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = importlib.import_module("gilmok_lettered")
    (failure,) = Registry.load(core=cores_own, entry_points=[Given(name="lettered", module=module)]).failures
    assert "the package has no letters/hours_request.html" in failure.error


def test_a_sound_module_has_all_of_it() -> None:
    module = loaded(
        steps=[step("a", calculator="piece_pay", document="petition")], follow_up_questions=[later()],
        time_limits=[limit(valid_to=date(2026, 3, 1)), limit(valid_from=date(2026, 3, 1), period="5 years")],
        document_templates=[letter(required=("client_name", blank()))],
    ).modules["made"]
    counts = (len(module.steps), len(module.questions), len(module.limits), len(module.letters))
    assert counts == (1, 1, 2, 1)


def test_every_text_of_them_is_known_to_translators() -> None:
    options = (Option(code="a", title="An option"),)
    declared = loaded(
        steps=[step("a", title="A step", hint="A hint", basis="A basis")],
        follow_up_questions=[later(kind=Kind.CODE, label="A question", options=options)],
        document_templates=[letter(title="A letter", about="About", required=(blank(label="A blank", hint="So"),))],
    ).modules["made"]
    wanted = {"A step", "A hint", "A basis", "A question", "An option", "A letter", "About", "A blank", "So"}
    assert wanted <= set(texts_of(declared))


def test_where_nobody_says_what_the_core_has_its_codes_are_taken_as_they_are() -> None:
    module = made_module(time_limits=lambda: [limit(starts="whenever")])
    found = Registry.load(core=core_module(), entry_points=[module])
    assert found.failures == ()


@pytest.mark.parametrize(("steps", "order"), [
    ([step("a"), step("b"), step("c")], "abc"),
    ([step("a", after=("made.c",)), step("b"), step("c")], "bca"),
    ([step("a"), step("b"), step("c", before=("made.a",))], "bca"),
    ([step("a", after=("made.b", "made.c")), step("b"), step("c", before=("made.b",))], "cba"),
])
def test_steps_stand_in_the_authors_order_but_for_what_they_come_after_and_before(
    steps: list[WorkStep], order: str
) -> None:
    assert "".join(each.id.removeprefix("made.") for each in in_order(tuple(steps))) == order


@pytest.mark.parametrize("name", [name for name, _hook in hooks()])
def test_each_hook_has_an_example_that_runs(name: str) -> None:
    path = ROOT / f"docs/examples/hooks/{name}.py"
    spec = importlib.util.spec_from_file_location("gilmok_kitchens", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = Registry.load(core=cores_own, entry_points=[Given(name=name, module=module)], strict=True)
    assert "kitchens" in found.modules
    assert getattr(module, name)()
