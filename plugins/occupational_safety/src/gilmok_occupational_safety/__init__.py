"""A module of Gilmok: counselling on harm to safety and health at work, and its relief (H3)."""

from collections.abc import Iterable

from gilmok.modules.api import Guide, IntakeField, ModuleInfo, RoutingRule, Target, _, hookimpl
from gilmok_occupational_safety.guides import GUIDES
from gilmok_occupational_safety.intake import FIELDS
from gilmok_occupational_safety.rules import RULES
from gilmok_occupational_safety.targets import TARGETS

INFO = ModuleInfo(
    name="occupational_safety",
    title=_("Occupational safety and health"),
    summary=_("Counselling on harm to safety and health at work, and its relief."),
    programmes=("H3",),
    requires_api=">=1.1,<2",
)


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return INFO


@hookimpl
def targets() -> Iterable[Target]:
    """The desks, as `targets.py` lists them."""
    return TARGETS


@hookimpl
def routing_rules() -> Iterable[RoutingRule]:
    """The rules, as `rules.py` lists them."""
    return RULES


@hookimpl
def intake_fields() -> Iterable[IntakeField]:
    """The questions, as `intake.py` lists them."""
    return FIELDS


@hookimpl
def guides() -> Iterable[Guide]:
    """Who comes to the desks, as `guides.py` tells."""
    return GUIDES
