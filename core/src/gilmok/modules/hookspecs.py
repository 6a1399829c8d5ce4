"""The hooks: what the core asks a module to declare, and what it tells a module afterwards.

Declarations are called once per process and touch no database, request, clock or network. A hook stands here only if
one of our own modules uses it.
"""

from collections.abc import Iterable

import pluggy

from gilmok.law.calculators.declared import Calculator
from gilmok.modules.casework import CaseLimit, FollowUpQuestion, WorkStep
from gilmok.modules.papers import DocumentTemplate
from gilmok.modules.parts import MenuEntry, OwnPermission, Pages, Slot, Tables
from gilmok.modules.things import Guide, IntakeField, ModuleInfo, RoutingRule, Target

PROJECT = "gilmok"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def module_info() -> ModuleInfo:
    """Say who you are. Called before all other hooks; a module without it is not loaded."""
    raise NotImplementedError


@hookspec
def targets() -> Iterable[Target]:
    """Declare the desks and programmes that a case can go to."""
    raise NotImplementedError


@hookspec
def routing_rules() -> Iterable[RoutingRule]:
    """Declare when a case goes to one of your targets, or to one of the core's, and why."""
    raise NotImplementedError


@hookspec
def intake_fields() -> Iterable[IntakeField]:
    """Declare what an intake asks while your module is active there."""
    raise NotImplementedError


@hookspec
def calculators() -> Iterable[Calculator]:
    """Declare what your desk computes: a pure function each, shown beside the law's own calculators and, in a case that
    came where your module is active, as a step of it."""
    raise NotImplementedError


@hookspec
def guides() -> Iterable[Guide]:
    """Declare what a counsellor should know of the people who come to your desks."""
    raise NotImplementedError


@hookspec
def permissions() -> Iterable[OwnPermission]:
    """Declare what your pages need, and who has it; each view names one of them, or one of the core's."""
    raise NotImplementedError


@hookspec
def blueprints() -> Iterable[Pages]:
    """Declare your pages. They are mounted at `/m/<module>`, and open where the module is active."""
    raise NotImplementedError


@hookspec
def menu_entries() -> Iterable[MenuEntry]:
    """Declare the lines that lead to your pages, in the menu of staff or among the pages for anybody."""
    raise NotImplementedError


@hookspec
def slots() -> Iterable[Slot]:
    """Declare what you show in pages of the core."""
    raise NotImplementedError


@hookspec
def tables() -> Iterable[Tables]:
    """Declare your tables and their migrations, which `gilmok db upgrade` carries out after the core's."""
    raise NotImplementedError


@hookspec
def steps() -> Iterable[WorkStep]:
    """Declare what is done, step by step, in the cases of your desks: the list that a counsellor ticks off."""
    raise NotImplementedError


@hookspec
def follow_up_questions() -> Iterable[FollowUpQuestion]:
    """Declare what a counsellor asks in a talk once a case has come to one of your desks."""
    raise NotImplementedError


@hookspec
def time_limits() -> Iterable[CaseLimit]:
    """Declare the time limits of law that cases of your desks can have beside the core's, or in place of them."""
    raise NotImplementedError


@hookspec
def document_templates() -> Iterable[DocumentTemplate]:
    """Declare the letters and papers that are made from cases of your desks."""
    raise NotImplementedError
