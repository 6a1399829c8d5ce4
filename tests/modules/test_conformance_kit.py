"""The conformance kit passes a sound module and refuses each fault: one that finds nothing is worse than none."""

import json
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest

from gilmok.modules.loaded import Stage
from gilmok.modules.registry import NotAllLoaded
from gilmok.modules.testing import ModuleConformance

SOUND = '''
from gilmok.modules.api import At, Band, Is, ModuleInfo, RoutingRule, Target, hookimpl

@hookimpl
def module_info():
    return ModuleInfo(name="kitchens", title="Kitchens", summary="", programmes=("H1",), requires_api=">=1.0,<2")

@hookimpl
def targets():
    return [Target(id="kitchens.desk", title="Kitchen desk", at=At.HUB, programme="H1")]

@hookimpl
def routing_rules():
    return [RoutingRule(
        id="kitchens.cooks", band=Band.SPECIALTY, when=Is("industry", "food_lodging"), to="kitchens.desk",
        reason="Cooks.", basis="H1",
    )]
'''
KOREAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Kitchens"
msgstr "주방"

msgid "Kitchen desk"
msgstr "주방 상담창구"

msgid "Cooks."
msgstr "조리 노동자입니다."
"""
# The same module with all that it can add to cases.
WITH_CASEWORK = SOUND.replace("hookimpl\n", "hookimpl, Blank, CaseLimit, DocumentTemplate, LimitKind\n", 1) + '''
DESK = ("kitchens.desk",)

@hookimpl
def time_limits():
    return [CaseLimit(
        code="kitchens.claim", targets=DESK, starts="left", name_ko="청구", name_en="Claim", basis_ko="조문",
        basis_en="Article", event_ko="퇴직한 날", event_en="leaving", kind=LimitKind.CUT_OFF, period="3 months",
        source="statutes",
    )]

@hookimpl
def document_templates():
    return [DocumentTemplate(
        id="kitchens.letter", targets=DESK, title="Kitchens", about="Cooks.",
        required=("client_name", Blank(code="kitchens.hours", label="Kitchens")),
    )]
'''
LETTER = "{% from 'documents/letters/_parts.html' import text %}{{ v.client_name }} {{ text('', own.hours) }}"
CLAIM = {"limit": "kitchens.claim", "from": "2026-08-31", "safe": "2026-11-30", "last": "2026-11-30"}
COOK = {
    "case": "A cook", "example_of": "kitchens.cooks", "goes_to": "kitchens.desk",
    "facts": {"industry": "food_lodging", "workplace_district": "mapo"},
}
TEACHER = {
    "case": "A teacher", "near_miss_of": "kitchens.cooks",
    "facts": {"industry": "education", "workplace_district": "mapo"},
}


class Written:
    """A package written to a folder of its own, and installed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "gilmok_kitchens"
        (self.folder / "translations").mkdir(parents=True)
        (self.folder / "translations" / "ko.po").write_text(KOREAN, "utf-8")
        self.examples, self.limits = folder / "examples.json", folder / "limits.json"
        installed = folder / "gilmok_kitchens-1.0.dist-info"
        installed.mkdir()
        (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: gilmok-kitchens\nVersion: 1.0\n", "utf-8")
        (installed / "entry_points.txt").write_text("[gilmok.modules]\nkitchens = gilmok_kitchens\n", "utf-8")

    def conformance(
        self, source: str = SOUND, cases: list[Any] | None = None, limits: list[Any] | None = None,
        letter: str = LETTER,
    ) -> ModuleConformance:
        """The kit on a package of this source, with these cases and limits as its examples, and this letter."""
        (self.folder / "letters").mkdir(exist_ok=True)
        (self.folder / "letters" / "letter.html").write_text(letter, "utf-8")
        self.limits.write_text(json.dumps(limits or []), "utf-8")
        (self.folder / "__init__.py").write_text(source, "utf-8")
        if cases is not None:
            self.examples.write_text(json.dumps(cases), "utf-8")
        module: types.ModuleType = __import__("gilmok_kitchens")
        named = {"module": module, "examples": None if cases is None else self.examples, "limits": self.limits}
        found: ModuleConformance = type("TestKitchens", (ModuleConformance,), named)()
        return found


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))  # for `gilmok route`, which the kit asks
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield Written(tmp_path)
    sys.modules.pop("gilmok_kitchens", None)


def checks() -> list[str]:
    return [name for name in vars(ModuleConformance) if name.startswith("test_")]


@pytest.mark.parametrize("check", checks())
def test_a_sound_module_passes(written: Written, check: str) -> None:
    getattr(written.conformance(cases=[COOK, TEACHER]), check)()


@pytest.mark.parametrize("check", [name for name in checks() if "example" in name or "letter" in name])
def test_a_module_that_adds_to_cases_passes(written: Written, check: str) -> None:
    getattr(written.conformance(WITH_CASEWORK, [COOK, TEACHER], [CLAIM]), check)()


@pytest.mark.parametrize(("limits", "check", "said"), [
    ([], "test_every_time_limit_has_a_worked_example", "kitchens.claim"),
    ([{**CLAIM, "safe": "2026-12-01"}], "test_time_limits_end_when_the_examples_say", "2026-11-30"),
    ([{**CLAIM, "limit": "kitchens.other"}], "test_time_limits_end_when_the_examples_say", "None"),
])
def test_a_wrong_time_limit_is_found(written: Written, limits: list[Any], check: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        getattr(written.conformance(WITH_CASEWORK, limits=limits), check)()


@pytest.mark.parametrize(("letter", "said"), [
    ("{{ v.client_phone }}", "client_phone"), ("{{ own.minutes }}", "minutes"), ("{% if %}", "TemplateSyntaxError"),
    ("{{ 1 / own.hours }}", "TypeError"), ("{% include 'elsewhere.html' %}", "TemplateNotFound"),
])
def test_a_letter_that_cannot_be_made_is_found(written: Written, letter: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        written.conformance(WITH_CASEWORK, letter=letter).test_every_letter_can_be_made()


@pytest.mark.parametrize(
    ("old", "new", "check", "said"),
    [
        ("kitchens.desk", "kitchen.desk", "test_it_loads_cleanly", "an id is 'kitchens'"),
        ('"food_lodging"', '"cooking"', "test_it_loads_cleanly", "offers no 'cooking'"),
        ('"industry", "food', '"home_district", "food', "test_it_loads_cleanly", "there is no district 'food_lodging'"),
        ("@hookimpl\ndef targets", "@hookimpl\ndef desks", "test_it_loads_cleanly", "unknown hook 'desks'"),
        ('to="kitchens.desk"', 'to="core.nowhere"', "test_it_loads_cleanly", "there is no target 'core.nowhere'"),
        ('reason="Cooks."', 'reason="Bakers."', "test_every_text_has_its_korean", "Bakers."),
        ("from gilmok.", "import gilmok.network.atlas\nfrom gilmok.", "test_it_imports_only_the_public_api", "atlas"),
    ],
)
def test_a_fault_is_found(written: Written, old: str, new: str, check: str, said: str) -> None:
    assert old in SOUND
    with pytest.raises(AssertionError, match=said):
        getattr(written.conformance(SOUND.replace(old, new)), check)()


PAGED = """
from flask import Blueprint
from gilmok.modules.api import MenuEntry, OwnPermission, Pages, _, is_counsellor, same_centre
from gilmok.modules.site import needs

COOK = OwnPermission(id="kitchens.cook", title="Cooks.", ways=((is_counsellor,),))
views = Blueprint("kitchens", __name__)

@views.get("/")
@needs(COOK)
def index():
    return _("Cooks.")

@hookimpl
def permissions():
    return [COOK]

@hookimpl
def menu_entries():
    return [MenuEntry(id="kitchens.line", title="Cooks.", endpoint="kitchens.index")]

@hookimpl
def blueprints():
    return [Pages(id="kitchens.pages", place="gilmok_kitchens:views")]
"""


COUNTING = """
from gilmok.modules.api import Calculator, Holds, Input, Result

def counted(law, *, heads):
    return Result(value=heads, unit="people", steps=())

@hookimpl
def calculators():
    asked = (Input(name="heads", holds=Holds.NUMBER, label="Cooks."),)
    return [Calculator(
        name="kitchens.heads", title="Cooks.", basis_ko="조문", basis_en="Article", formula="Cooks.",
        under_five="Cooks.", inputs=asked, compute=counted,
    )]
"""


def test_what_computes_and_cannot_be_called_with_the_law_and_its_inputs_is_found(written: Written) -> None:
    said = r"'kitchens.heads': it is called as compute\(law, heads=…\): too many"
    with pytest.raises(AssertionError, match=said):
        written.conformance(SOUND + COUNTING.replace("(law, *, heads)", "(*, heads)")).test_it_loads_cleanly()


@pytest.mark.parametrize(("worked", "said"), [
    ({"calculator": "kitchens.heads", "inputs": {"heads": "2"}, "value": 2}, "kitchens.heads: 2, not None"),
    ({"calculator": "kitchens.tips", "inputs": {}, "result": 2}, "kitchens.tips: there is no such calculator"),
])
def test_a_worked_example_that_is_written_otherwise_is_said(written: Written, worked: Any, said: str) -> None:
    conformance = written.conformance(SOUND + COUNTING)
    file = written.folder.parent / "sums.json"
    file.write_text(json.dumps([worked]), "utf-8")
    type(conformance).sums = file
    with pytest.raises(AssertionError, match=said):
        conformance.test_calculators_give_what_the_examples_say()


def test_a_text_that_the_core_has_in_other_korean_is_found(written: Written) -> None:
    ours = KOREAN.replace('msgid "Cooks."', 'msgid "Case"')
    (written.folder / "translations" / "ko.po").write_text(ours, "utf-8")
    with pytest.raises(AssertionError, match="'Case' is shown as '사건', not as '조리 노동자입니다.'"):
        written.conformance(SOUND.replace("Cooks.", "Case")).test_its_korean_is_what_is_shown()


def test_a_text_where_several_values_belong_is_said_with_how_to_write_it(written: Written) -> None:
    source = SOUND.replace('Is("industry", "food_lodging")', 'In("industry", "care")').replace(" Is,", " In,")
    with pytest.raises(TypeError, match=r"In\('industry', 'care'\) is given a text"):
        written.conformance(source).module.routing_rules()


def test_a_file_that_would_hide_a_hook_once_it_is_imported_is_found(written: Written) -> None:
    (written.folder / "tables.py").write_text('"""Mapped classes."""\n', "utf-8")
    with pytest.raises(AssertionError, match="hides the hook tables once it is imported"):
        written.conformance().test_it_loads_cleanly()


@pytest.mark.parametrize("check", ["test_its_pages_can_be_opened", "test_every_text_of_its_pages_has_its_korean"])
def test_sound_pages_pass(written: Written, check: str) -> None:
    getattr(written.conformance(SOUND + PAGED), check)()


@pytest.mark.parametrize(
    ("old", "new", "check", "said"),
    [
        ("@needs(COOK)\n", "", "test_its_pages_can_be_opened", "names no permission"),
        ("return [COOK]", "return []", "test_its_pages_can_be_opened", "'kitchens.cook', which the module does not"),
        ('Blueprint("kitchens"', 'Blueprint("cases"', "test_its_pages_can_be_opened", "is not called 'kitchens'"),
        ("kitchens:views", "kitchens:gone", "test_its_pages_can_be_opened", "gone"),
        ("is_counsellor,)", "is_counsellor, same_centre)", "test_its_pages_can_be_opened", "looks at a subject"),
        ("kitchens.index", "kitchens.indexx", "test_its_pages_can_be_opened", "there is no view 'kitchens.indexx'"),
        ('views.get("/")', 'views.get("/<int:pot>")', "test_its_pages_can_be_opened", "without a value in its address"),
        ('return _("Cooks.")', 'return _("Soup.")', "test_every_text_of_its_pages_has_its_korean", "Soup."),
        ('_("Cooks.")', '_("Soup of %(day)s", day=1)', "test_every_text_of_its_pages_has_its_korean", "Soup of"),
    ],
)
def test_a_fault_of_its_pages_is_found(written: Written, old: str, new: str, check: str, said: str) -> None:
    assert old in PAGED
    with pytest.raises(AssertionError, match=said):
        getattr(written.conformance(SOUND + PAGED.replace(old, new)), check)()


def test_declarations_that_change_are_found(written: Written) -> None:
    counting = SOUND.replace('title="Kitchen desk"', 'title=f"Desk {next(NUMBERS)}"')
    conformance = written.conformance("from itertools import count\nNUMBERS = count()\n" + counting)
    with pytest.raises(AssertionError, match="target"):
        conformance.test_it_declares_the_same_each_time()


def test_a_module_that_is_not_loaded_fails_every_other_check_with_the_reason(written: Written) -> None:
    with pytest.raises(NotAllLoaded, match=Stage.IDS):
        written.conformance(SOUND.replace("kitchens.desk", "x.desk")).test_every_text_has_its_korean()


@pytest.mark.parametrize(
    ("cases", "check", "said"),
    [
        ([COOK], "test_every_rule_has_an_example_and_a_near_miss", "near_miss_of"),
        ([TEACHER], "test_every_rule_has_an_example_and_a_near_miss", "example_of"),
        ([{**COOK, "goes_to": "core.counselling"}], "test_cases_go_where_the_examples_say", "kitchens.desk"),
        ([{**TEACHER, "example_of": "kitchens.cooks"}], "test_rules_hold_for_their_examples", "says no"),
        ([{**COOK, "near_miss_of": "kitchens.cooks"}], "test_rules_do_not_hold_for_their_near_misses", "says yes"),
    ],
)
def test_a_wrong_example_is_found(written: Written, cases: list[Any], check: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        getattr(written.conformance(cases=cases), check)()


def test_checks_of_examples_are_skipped_where_there_are_none(written: Written) -> None:
    with pytest.raises(SkipTest):
        written.conformance().test_cases_go_where_the_examples_say()
