"""What the doctor says of a package that loads, and of one whose Korean cannot be read."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gilmok.modules.commands import modules
from gilmok.modules.loaded import Stage
from gilmok.modules.registry import Given, Registry, installed_core
from gilmok.modules.tools import Tools

SOURCE = '''
from gilmok.modules.api import Band, In, ModuleInfo, RoutingRule, hookimpl

@hookimpl
def module_info():
    return ModuleInfo(name="odd", title="Odd", summary="", programmes=("H1",), requires_api=">=1.0,<2")

@hookimpl
def routing_rules():
    when = In("workplace_district", ("mapo", "Mapo", "outside_seoul"))
    return [RoutingRule(id="odd.rule", band=Band.GENERAL, when=when, to="core.counselling", reason="Odd.", basis="H1")]
'''
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
Load = Callable[[bytes], Registry]


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Loads a package that names a district wrongly, with this file of Korean."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    translations = tmp_path / "gilmok_odd/translations"
    translations.mkdir(parents=True)
    (tmp_path / "gilmok_odd/__init__.py").write_text(SOURCE, "utf-8")

    def load(korean: bytes) -> Registry:
        (translations / "ko.po").write_bytes(korean)
        package = Given(name="odd", module=import_module("gilmok_odd"))
        return Registry.load(core=installed_core(), entry_points=[package])

    yield load
    sys.modules.pop("gilmok_odd", None)


def doctor(registry: Registry) -> Result:
    return CliRunner().invoke(modules, ["doctor", "--strict"], obj=Tools(load=lambda: registry))


def test_the_doctor_names_texts_without_korean(odd: Load) -> None:
    result = doctor(odd(f'{HEAD}msgid "Odd"\nmsgstr "별난 모듈"\n'.encode()))
    assert result.exit_code == 1
    assert "odd: no Korean in translations/ko.po for 'Odd.'\n" in result.stderr
    assert "'Odd'" not in result.stderr


def test_the_doctor_names_districts_that_are_none(odd: Load) -> None:
    assert "odd: rule 'odd.rule': there is no district 'Mapo'\n" in doctor(odd(HEAD.encode())).stderr


def test_what_is_installed_leaves_no_doubt() -> None:
    result = doctor(Registry.load(core=installed_core(), strict=True))
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_module_whose_korean_cannot_be_read_fails_alone(odd: Load) -> None:
    registry = odd(f'{HEAD}msgid "Odd"\nmsgstr "별난 모듈"\n'.encode("cp949"))
    assert [(each.module, each.stage) for each in registry.failures] == [("odd", Stage.KOREAN)]
    assert "'utf-8' codec" in registry.failures[0].error
    assert list(registry.modules) == ["core"]
