"""What the module of a case's desk adds to the case: its steps, later questions, letters and time limits.

A case has it for as long as it is at the desk, even if its module was switched off meanwhile: no new case comes to the
desk then, and this one is worked on to its end. Parts of a module (scopes) count as of the day on which the case was
received. The operator's emergency stop is something else: nothing of the module is offered until it is lifted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from graphlib import TopologicalSorter
from typing import TypeVar

from gilmok.modules.activation import Activations
from gilmok.modules.casework import CaseLimit, FollowUpQuestion, WorkStep
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.papers import DocumentTemplate
from gilmok.modules.registry import Registry

Added = TypeVar("Added", WorkStep, FollowUpQuestion, CaseLimit, DocumentTemplate)


@dataclass(frozen=True, kw_only=True)
class AtDesk:
    """What a desk adds to its cases, each thing in the order in which it is shown. `module`: whose desk it is, None
    where there is none, or it is not installed: then `gone` has its name. `suspended`: an operator has stopped it."""

    module: LoadedModule | None = None
    steps: tuple[WorkStep, ...] = ()
    questions: tuple[FollowUpQuestion, ...] = ()
    letters: tuple[DocumentTemplate, ...] = ()
    limits: tuple[CaseLimit, ...] = ()
    suspended: bool = False
    gone: str = ""

    @cached_property
    def is_plain(self) -> bool:
        """Whether there is nothing to say of it: most desks are counselling and nothing more."""
        return not (self.gone or self.steps or self.questions or self.letters or self.limits)


def declared_at(registry: Registry, target: str | None) -> AtDesk:
    """Everything that the module of this desk declares for it."""
    name = registry.module_of(target or "")
    module = registry.modules.get(name)
    if target is None or module is None:
        return AtDesk(gone=name)
    return AtDesk(
        module=module, steps=in_order(at(module.steps, target)), questions=at(module.questions, target),
        letters=at(module.letters, target), limits=at(module.limits, target),
    )


def adds_work(registry: Registry, target: str | None) -> bool:
    """Whether the desk has steps or questions, or its module is gone: asked for every page of a case."""
    module = registry.modules.get(registry.module_of(target or ""))
    if target is None or module is None:
        return target is not None
    return bool(at(module.steps, target) or at(module.questions, target))


def at(things: Iterable[Added], target: str) -> tuple[Added, ...]:
    """Those of the things that are for this desk."""
    return tuple(each for each in things if target in each.targets)


def in_order(steps: tuple[WorkStep, ...]) -> tuple[WorkStep, ...]:
    """The steps, each after what it stands after, and as early as the author put it."""
    places = {each.id: place for place, each in enumerate(steps)}
    sorter: TopologicalSorter[str] = TopologicalSorter({each.id: places.keys() & each.after for each in steps})
    for each in steps:
        for later in places.keys() & each.before:
            sorter.add(later, each.id)
    sorter.prepare()
    ready: list[str] = []
    found: list[WorkStep] = []
    while sorter.is_active():
        ready = sorted((*ready, *sorter.get_ready()), key=places.__getitem__)
        first = ready.pop(0)
        found.append(steps[places[first]])
        sorter.done(first)
    return tuple(found)


def as_of(found: AtDesk, activations: Activations, *, region: str | None, on: date, centre: str) -> AtDesk:
    """What of it a case has that was received on that day in that region; of a module under the emergency stop its
    time limits alone, which somebody has to work out by hand."""
    if found.module is None:
        return found
    active = activations.active(region, on, centre) | activations.stopped(region, on, centre)
    if found.module.name in activations.suspended:
        limits = within(found.limits, active)
        return AtDesk(module=found.module, limits=limits, suspended=True)
    return replace(
        found, steps=within(found.steps, active), questions=within(found.questions, active),
        letters=within(found.letters, active), limits=within(found.limits, active),
    )


def within(things: tuple[Added, ...], active: frozenset[str]) -> tuple[Added, ...]:
    """Those of the things whose part of the module was switched on."""
    return tuple(each for each in things if each.scope is None or part_of(each) in active)


def part_of(thing: WorkStep | FollowUpQuestion | CaseLimit | DocumentTemplate) -> str:
    """The key under which its part of the module is switched on."""
    return f"{Registry.module_of(thing.id)}/{thing.scope}"
