"""The checks of the kit that put a module into the whole site: a sound one passes each, a bad one fails exactly one."""

import importlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from unittest import SkipTest

import pytest
from support.modules import checks_of

from gilmok.ground.db import Base
from gilmok.modules.kit.package import registry_of
from gilmok.modules.mounting import trial
from gilmok.modules.testing import SiteConformance

NUMBERS = count(1)
FILES = {
    "__init__.py": '''
from gilmok.modules.api import (
    All, At, Band, Blank, Calculator, CaseLimit, DocumentTemplate, Holds, Input, Is, LimitKind, MenuEntry, ModuleInfo,
    Pages, Result, RoutingRule, Slot, SlotPlace, Tables, Target, hookimpl,
)
from PACKAGE.declared import COOK
DESK = ("NAME.desk",)
COOKS = Is("industry", "food_lodging")

def counted(law, *, heads):
    return Result(value=heads, unit="people", steps=())

@hookimpl
def module_info():
    return ModuleInfo(name="NAME", title="Galley", summary="", programmes=("H1",), requires_api=">=1.0,<2")

@hookimpl
def targets():
    return [Target(id="NAME.desk", title="Galley desk", at=At.HUB, programme="H1")]

@hookimpl
def routing_rules():
    return [RoutingRule(id="NAME.cooks", band=Band.SPECIALTY, when=COOKS, to="NAME.desk", reason="Cooks.", basis="H1")]

@hookimpl
def calculators():
    asked = (Input(name="heads", holds=Holds.NUMBER, label="Heads"),)
    texts = dict(basis_ko="조문", basis_en="Article", formula="Heads", under_five="Heads")
    return [Calculator(name="NAME.heads", title="Heads", inputs=asked, compute=counted, **texts)]

@hookimpl
def time_limits():
    return [CaseLimit(
        code="NAME.claim", targets=DESK, starts="left", name_ko="식비 청구", name_en="Claim", basis_ko="조문",
        basis_en="Article", event_ko="퇴직한 날", event_en="leaving", kind=LimitKind.CUT_OFF, period="3 months",
        source="statutes",
    )]

@hookimpl
def document_templates():
    return [DocumentTemplate(id="NAME.letter", targets=DESK, title="Letter", about="", required=("client_name",))]

@hookimpl
def permissions():
    return [COOK]

@hookimpl
def blueprints():
    return [Pages(id="NAME.pages", place="PACKAGE.views:blueprint")]

@hookimpl
def menu_entries():
    return [MenuEntry(id="NAME.line", title="Pots", endpoint="NAME.index")]

@hookimpl
def slots():
    return [Slot(id="NAME.pots", at=SlotPlace.CASE_OVERVIEW, place="PACKAGE.views:pots")]

@hookimpl
def tables():
    return [Tables(id="NAME.tables", place="PACKAGE.models", needs_core_revision="0015", demo=("PACKAGE.models:make",))]
''',
    "declared.py": '''
from gilmok.modules.api import OwnPermission, is_counsellor

COOK = OwnPermission(id="NAME.cook", title="Cook", ways=((is_counsellor,),))
''',
    "views.py": '''
from PACKAGE.declared import COOK
from PACKAGE.models import Pot
from flask import Blueprint, redirect, render_template_string, url_for
from gilmok.modules.site import Gate, db, gate, needs
from markupsafe import Markup
from sqlalchemy import delete, select

blueprint = Blueprint("NAME", __name__)
PAGE = "{% extends 'layout.html' %}{% block heading %}Pots{% endblock %}{% block content %}{{ pots }}{% endblock %}"

@blueprint.get("/")
@needs(COOK)
def index():
    return render_template_string(PAGE, pots=len(db().scalars(select(Pot)).all()))

@blueprint.post("/<int:pot>/empty")
@needs(COOK)
def empty(pot):
    return redirect(url_for("NAME.index"), 303)

def pots(case):
    return Markup("<p>Pots</p>")
''',
    "models.py": '''
from gilmok.modules.site import Base
from sqlalchemy import ForeignKey, Identity, select
from sqlalchemy.orm import Mapped, mapped_column

class Pot(Base):
    __tablename__ = "NAME_pot"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, DELETE", "rows": "centre"}},)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.code", ondelete="CASCADE"))
    name: Mapped[str]

def make(demo):
    for login in ("jungnang1", "gwanak1"):
        with demo.session(login) as session:
            if not session.scalars(select(Pot)).all():
                session.add(Pot(centre_id=demo.people[login].centre_id, name="가상 냄비"))
            session.commit()
''',
    "migrations/one.py": '''
import sqlalchemy as sa
from alembic import op
from gilmok.modules.site import CENTRE, allow, protect

revision, down_revision, branch_labels, depends_on = "NAME1", None, None, None

def upgrade():
    op.create_table(
        "NAME_pot", sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True),
        sa.Column("centre_id", sa.Text(), sa.ForeignKey("centre.code", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
    )
    rights = allow("NAME_pot", "SELECT, INSERT, DELETE")
    walls = protect("NAME_pot", key="centre_id", using=f"centre_id = {CENTRE}")
    for statement in (*rights, *walls):
        op.execute(statement)
''',
    "letters/letter.html": "{{ v.client_name }}",
}
COOK = {"case": "A cook", "example_of": "NAME.cooks", "goes_to": "NAME.desk",
        "facts": {"industry": "food_lodging", "workplace_district": "jungnang"}}
HEADS = {"calculator": "NAME.heads", "inputs": {"heads": "2"}}
Make = Callable[..., SiteConformance]


@pytest.fixture
def galley(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server_url: str) -> Iterator[Make]:
    """Writes a sound module in which a file reads otherwise, and gives the kit's checks of it."""
    name = f"galley{next(NUMBERS)}"
    package = f"gilmok_{name}"
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def filled(text: str) -> str:
        return text.replace("PACKAGE", package).replace("NAME", name)

    def make(file: str = "", old: str = "", new: str = "") -> SiteConformance:
        for path, text in FILES.items():
            assert path != file or old in text
            (tmp_path / package / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / package / path).write_text(filled(text.replace(old, new) if path == file else text), "utf-8")
        for what, said in {"examples": [COOK], "sums": [HEADS]}.items():
            (tmp_path / f"{what}.json").write_text(filled(json.dumps(said)), "utf-8")
        told = {"module": importlib.import_module(package), "examples": tmp_path / "examples.json",
                "sums": tmp_path / "sums.json", "server": server_url}
        found: SiteConformance = type("TestGalley", (SiteConformance,), told)()
        return found

    yield make
    for table in [each for each in Base.metadata.tables.values() if each.name.startswith(f"{name}_")]:
        Base.metadata.remove(table)
    for each in [each for each in sys.modules if each.partition(".")[0] == package]:
        del sys.modules[each]


def failing(kit: SiteConformance) -> dict[str, str]:
    """The checks that fail, each with what it says."""
    found = {}
    for check in checks_of(SiteConformance):
        try:
            getattr(kit, check)()
        except AssertionError as error:
            found[check] = str(error)
    return found


def test_a_sound_module_passes(galley: Make) -> None:
    assert failing(galley()) == {}


BAD = {
    "test_its_tables_are_as_its_classes_say": (
        "models.py", "    name: Mapped[str]\n", "    name: Mapped[str | None]\n", "NAME_pot name",
    ),
    "test_its_demonstration_is_made_once": (
        "models.py", "if not session.scalars(select(Pot)).all()", "if True", "adds to NAME_pot each time",
    ),
    "test_pages_answer_where_it_is_switched_on": (
        "views.py", "pots=len", "pots=lenght", "view NAME.index raises NameError",
    ),
    "test_what_fails_takes_nothing_else_down": (
        "views.py", "def pots(", "@blueprint.before_request\ndef look():\n    pass\n\ndef pots(",
        "look raises, and GET /m/NAME/ is no error page",
    ),
    "test_switched_off_and_on_again_it_loses_nothing": (
        "views.py", "    return render_template_string",
        "    if gate('NAME') is not Gate.OPEN:\n        db().execute(delete(Pot))\n    return render_template_string",
        "a row of NAME_pot is gone",
    ),
    "test_another_region_sees_nothing_of_it": (
        "views.py", "def pots(",
        "all_pots = needs(COOK)(lambda: 'Pots')\n"
        "blueprint.record(lambda state: state.app.add_url_rule('/pots', 'NAME_all', all_pots))\n\ndef pots(",
        "GET /pots stands behind no gate",
    ),
}


@pytest.mark.parametrize("check", checks_of(SiteConformance))
def test_a_bad_module_fails_exactly_the_check_of_its_fault(galley: Make, check: str) -> None:
    file, old, new, said = BAD[check]
    kit = galley(file, old, new)
    failed = failing(kit)
    assert list(failed) == [check], failed
    assert said.replace("NAME", kit.site().module.name) in failed[check]


# Further faults of each kind, on the check of their kind alone.
MIGRATION, MODELS = "migrations/one.py", "models.py"
MORE = [
    (MIGRATION, '"SELECT, INSERT, DELETE")', '"SELECT, INSERT")', "NAME_pot: DELETE is allowed by no migration"),
    (MODELS, '"SELECT, INSERT, DELETE"', '"SELECT, DELETE"', "INSERT (name) is allowed, and its class does not say so"),
    (MIGRATION, "(*rights, *walls)", "rights", "its rows belong to a centre, and no migration protects them"),
    (MIGRATION, 'sa.Column("name"', 'sa.Column("lid", sa.Text()), sa.Column("name"', "remove_column None NAME_pot"),
    (MIGRATION, "def upgrade():", "def upgrade():\n    raise RuntimeError('no pots')", "RuntimeError: no pots"),
    (MODELS, 'ForeignKey("centre.code", ondelete="CASCADE")', 'ForeignKey("case_file.id")', "none can be erased"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MORE)
def test_a_table_that_is_not_as_its_class_says_is_found(galley: Make, file: str, old: str, new: str, said: str) -> None:
    kit = galley(file, old, new)
    with pytest.raises(AssertionError, match=re.escape(said.replace("NAME", kit.site().module.name))):
        kit.test_its_tables_are_as_its_classes_say()


def test_a_permissions_own_condition_that_fails_takes_no_page_down(galley: Make) -> None:
    galley("declared.py", "is_counsellor,)", "lambda who, subject: True,)").test_what_fails_takes_nothing_else_down()


def test_what_would_run_around_every_page_of_the_site_is_left_out(galley: Make) -> None:
    around = "@blueprint.before_app_request\ndef count_request():\n    return 1 / 0\n\ndef pots("
    failures = trial(registry_of(galley("views.py", "def pots(", around).module))
    assert [each.error for each in failures] == [
        "count_request would run around every page of the site (app_before_request): put it into the module's views",
    ]


def test_a_slot_that_is_left_out_by_its_own_fault_is_told(galley: Make) -> None:
    kit = galley("views.py", 'return Markup("<p>Pots</p>")', "return 1 / 0")
    with pytest.raises(AssertionError, match="slot .* raises ZeroDivisionError"):
        kit.test_pages_answer_where_it_is_switched_on()


def test_where_its_tables_cannot_be_made_nothing_else_is_asked(galley: Make) -> None:
    kit = galley("migrations/one.py", "def upgrade():", "def upgrade():\n    raise RuntimeError('no pots')")
    with pytest.raises(SkipTest, match="no pots"):
        kit.test_pages_answer_where_it_is_switched_on()
