"""Modules made in a test: sound ones of one desk and one rule, with any hook replaced, and one that raises."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from gilmok.modules.api import At, Band, IntakeField, Is, Kind, ModuleInfo, Option, RoutingRule, Target, hookimpl
from gilmok.modules.registry import Given
from gilmok.modules.testing import ModuleConformance, SiteConformance


@dataclass(frozen=True)
class Raising:
    """An entry point whose import runs `act`."""

    act: Callable[[], Any]
    name: str = "raising"
    dist: None = None

    def load(self) -> Any:
        return self.act()


def info(name: str = "made", **changes: Any) -> ModuleInfo:
    return ModuleInfo(
        **{"name": name, "title": "Made", "summary": "", "programmes": ("H1",), "requires_api": ">=1.0,<2", **changes}
    )


def desk(name: str = "made", **changes: Any) -> Target:
    return Target(**{"id": f"{name}.desk", "title": "Desk", "at": At.HUB, "programme": "H1", **changes})


def rule(name: str = "made", **changes: Any) -> RoutingRule:
    declared = {
        "id": f"{name}.rule", "band": Band.SPECIALTY, "when": Is("industry", "sewing"), "to": f"{name}.desk",
        "reason": "Because.", "basis": "H1",
    }
    return RoutingRule(**{**declared, **changes})


def question(name: str = "made", **changes: Any) -> IntakeField:
    return IntakeField(**{"id": f"{name}.fact", "kind": Kind.BOOL, "label": "Is it?", **changes})


def made_module(name: str = "made", /, **hooks: Callable[..., Any]) -> Given:
    """A sound module of one desk and one rule, but for the hooks given."""
    sound = {"module_info": lambda: info(name), "targets": lambda: [desk(name)], "routing_rules": lambda: [rule(name)]}
    marked = {hook: hookimpl(function) for hook, function in {**sound, **hooks}.items()}
    installed = SimpleNamespace(name=f"gilmok-{name}", version="1.2")
    return Given(name=name, module=SimpleNamespace(**marked), dist=installed)


def core_module() -> Any:
    made = made_module("core").module
    options = (Option(code="sewing", title="Sewing"),)
    made.FACTS = [IntakeField(id="industry", kind=Kind.CODE, label="Industry", options=options)]
    made.DERIVED = [IntakeField(id="received_on", kind=Kind.DATE, label="Received on")]
    return made


def raises(error: BaseException) -> Callable[[], Any]:
    def act() -> Any:
        raise error

    return act


def checks_of(kit: type) -> list[str]:
    """The names of the checks of a class of the conformance kit."""
    return [name for name in vars(kit) if name.startswith("test_")]


def number_of_checks() -> int:
    """How many tests the conformance kit has, for the declarations and for the site."""
    return len([*checks_of(ModuleConformance), *checks_of(SiteConformance)])
