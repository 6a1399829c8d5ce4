"""A module of Gilmok: the specialties of the southwest hub, digital industry, R&D and new technology (H1)."""

from collections.abc import Iterable

from gilmok.modules.api import (
    Calculator,
    CaseLimit,
    DocumentTemplate,
    FollowUpQuestion,
    Guide,
    IntakeField,
    ModuleInfo,
    RoutingRule,
    Target,
    WorkStep,
    _,
    hookimpl,
)
from gilmok_southwest.follow_up import QUESTIONS
from gilmok_southwest.guides import GUIDES
from gilmok_southwest.intake import FIELDS
from gilmok_southwest.papers import LETTERS
from gilmok_southwest.rules import RULES
from gilmok_southwest.steps import STEPS
from gilmok_southwest.sums import CALCULATORS
from gilmok_southwest.targets import TARGETS
from gilmok_southwest.time_limits import LIMITS

INFO = ModuleInfo(
    name="southwest",
    title=_("Southwest: digital industry, R&D and new technology"),
    summary=_("Desks for workers of the digital industry, of research and of new technology in the southwest."),
    programmes=("H1",),
    requires_api=">=1.4,<2",
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
def calculators() -> Iterable[Calculator]:
    """The sums, as `sums.py` lists them."""
    return CALCULATORS


@hookimpl
def guides() -> Iterable[Guide]:
    """Who comes to the desks, as `guides.py` tells."""
    return GUIDES


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
    """The time limits, as `time_limits.py` lists them."""
    return LIMITS


@hookimpl
def document_templates() -> Iterable[DocumentTemplate]:
    """The letters, as `papers.py` lists them."""
    return LETTERS
