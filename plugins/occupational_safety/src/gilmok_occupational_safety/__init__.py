"""A module of Gilmok: counselling on harm to safety and health at work, and its relief (H3)."""

from collections.abc import Iterable

from gilmok.modules.api import (
    CaseLimit,
    DocumentTemplate,
    FollowUpQuestion,
    Guide,
    IntakeField,
    MenuEntry,
    ModuleInfo,
    OwnPermission,
    Pages,
    RoutingRule,
    Slot,
    Tables,
    Target,
    WorkStep,
    _,
    hookimpl,
)
from gilmok_occupational_safety.follow_up import QUESTIONS
from gilmok_occupational_safety.guides import GUIDES
from gilmok_occupational_safety.intake import FIELDS
from gilmok_occupational_safety.pages import MENU, PAGES, SLOTS, TABLES
from gilmok_occupational_safety.papers import LETTERS
from gilmok_occupational_safety.permissions import PERMISSIONS
from gilmok_occupational_safety.rules import RULES
from gilmok_occupational_safety.scopes import SCOPES
from gilmok_occupational_safety.steps import STEPS
from gilmok_occupational_safety.targets import TARGETS
from gilmok_occupational_safety.time_limits import LIMITS

INFO = ModuleInfo(
    name="occupational_safety",
    title=_("Occupational safety and health"),
    summary=_("Counselling on harm to safety and health at work, and its relief."),
    programmes=("H3",),
    requires_api=">=1.5,<2",
    scopes=SCOPES,
)


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is, and the parts that the city switches on one by one."""
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


@hookimpl
def permissions() -> Iterable[OwnPermission]:
    """Who may do what on the pages, as `permissions.py` lists it."""
    return PERMISSIONS


@hookimpl
def blueprints() -> Iterable[Pages]:
    """The pages, as `pages.py` lists them."""
    return PAGES


@hookimpl
def menu_entries() -> Iterable[MenuEntry]:
    """The lines that lead to them, as `pages.py` lists them."""
    return MENU


@hookimpl
def slots() -> Iterable[Slot]:
    """What is shown on a case of the desk, as `pages.py` lists it."""
    return SLOTS


@hookimpl
def tables() -> Iterable[Tables]:
    """The tables, as `pages.py` lists them."""
    return TABLES


@hookimpl
def steps() -> Iterable[WorkStep]:
    """What is done at the desk, as `steps.py` lists it."""
    return STEPS


@hookimpl
def follow_up_questions() -> Iterable[FollowUpQuestion]:
    """What the desk asks after the intake, as `follow_up.py` lists it."""
    return QUESTIONS


@hookimpl
def time_limits() -> Iterable[CaseLimit]:
    """The time limit, as `time_limits.py` lists it."""
    return LIMITS


@hookimpl
def document_templates() -> Iterable[DocumentTemplate]:
    """The letters, as `papers.py` lists them."""
    return LETTERS
