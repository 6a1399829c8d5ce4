"""A module of Gilmok: rights of platform workers and freelancers, a pilot that the city switches on by region (H4)."""

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
    Scope,
    Slot,
    Tables,
    Target,
    WorkStep,
    _,
    hookimpl,
)
from gilmok_platform_freelance.follow_up import QUESTIONS
from gilmok_platform_freelance.guides import GUIDES
from gilmok_platform_freelance.intake import FIELDS
from gilmok_platform_freelance.pages import MENU, PAGES, SLOTS, TABLES
from gilmok_platform_freelance.papers import LETTERS
from gilmok_platform_freelance.permissions import PERMISSIONS
from gilmok_platform_freelance.rules import RULES
from gilmok_platform_freelance.steps import STEPS
from gilmok_platform_freelance.targets import TARGETS
from gilmok_platform_freelance.time_limits import LIMITS

INFO = ModuleInfo(
    name="platform_freelance",
    title=_("Platform workers and freelancers"),
    summary=_("Protects the rights of platform workers and freelancers; a pilot that the city switches on by region."),
    programmes=("H4a", "H4b", "H4c", "H4d", "H4e"),
    requires_api=">=1.5,<2",
    scopes=(
        Scope(id="unfair_harm", title=_("Counselling on unfair harm, with tax and legal experts"), programme="H4a"),
        Scope(id="monitoring", title=_("Monitoring of unfair treatment and rights violations"), programme="H4b"),
        Scope(id="survey_education", title=_("Surveys of who these workers are, and education"), programme="H4c"),
        Scope(id="campaigns", title=_("Campaigns for better working conditions"), programme="H4d"),
        Scope(id="unit_prices", title=_("Standard unit prices for freelancers"), programme="H4e"),
    ),
)


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is, and the five parts of the pilot."""
    return INFO


@hookimpl
def targets() -> Iterable[Target]:
    """The desk and the programme, as `targets.py` lists them."""
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
    """Who may do what, as `permissions.py` lists it."""
    return PERMISSIONS


@hookimpl
def blueprints() -> Iterable[Pages]:
    """The pages, as `pages.py` lists them."""
    return PAGES


@hookimpl
def menu_entries() -> Iterable[MenuEntry]:
    """The lines of the menu, as `pages.py` lists them."""
    return MENU


@hookimpl
def slots() -> Iterable[Slot]:
    """What stands in a case, as `pages.py` lists it."""
    return SLOTS


@hookimpl
def tables() -> Iterable[Tables]:
    """The tables, as `pages.py` lists them."""
    return TABLES


@hookimpl
def steps() -> Iterable[WorkStep]:
    """What is done at the desks, as `steps.py` lists it."""
    return STEPS


@hookimpl
def follow_up_questions() -> Iterable[FollowUpQuestion]:
    """What the desks ask after the intake, as `follow_up.py` lists it."""
    return QUESTIONS


@hookimpl
def time_limits() -> Iterable[CaseLimit]:
    """The time limit, as `time_limits.py` lists it."""
    return LIMITS


@hookimpl
def document_templates() -> Iterable[DocumentTemplate]:
    """The letter, as `papers.py` lists it."""
    return LETTERS
