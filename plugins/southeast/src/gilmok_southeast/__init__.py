"""A module of Gilmok: the specialties of the southeast hub, IT, transport and logistics (H1)."""

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
from gilmok_southeast.follow_up import QUESTIONS
from gilmok_southeast.guides import GUIDES
from gilmok_southeast.intake import FIELDS
from gilmok_southeast.papers import LETTERS
from gilmok_southeast.rules import RULES
from gilmok_southeast.steps import STEPS
from gilmok_southeast.sums import CALCULATORS
from gilmok_southeast.targets import TARGETS
from gilmok_southeast.time_limits import LIMITS

INFO = ModuleInfo(
    name="southeast",
    title=_("Southeast: IT, transport and logistics"),
    summary=_("Desks for workers in IT, transport and logistics in the southeast."),
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
