"""The hooks: what the core asks a module to declare, and what it tells a module afterwards.

Declarations are called once per process and touch no database, request, clock or network. A hook stands here only if
one of our own modules uses it.
"""

from collections.abc import Iterable

import pluggy

from gilmok.law.calculators.declared import Calculator
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
