"""What a good module has, and what of it one lacks: the list on its page, for its author and for who switches it on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gilmok.modules.doubts import english_texts, strange_districts
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.registry import Registry
from gilmok.modules.things import _
from gilmok.modules.tools import Collision


@dataclass(frozen=True)
class Quality:
    """One thing that a good module has; `lacks`: what of this one has it not, by id or in a sentence for its author."""

    title: str
    lacks: tuple[str, ...]


def qualities(module: LoadedModule, registry: Registry, collisions: Iterable[Collision]) -> list[Quality]:
    """The whole list for a module, in the order of what matters to a counsellor."""
    disagrees = tuple(each.sentence for each in collisions if module.name in each.modules)
    return [
        *(Quality(title, tuple(lacking(module, registry))) for title, lacking in CHECKS),
        Quality(_("Its rules contradict those of no other module"), disagrees),
    ]


def without_korean(module: LoadedModule, _registry: Registry) -> Iterable[str]:
    """Texts that staff would read in English."""
    return english_texts(module)


def never_held(module: LoadedModule, registry: Registry) -> Iterable[str]:
    """Conditions on districts that do not exist."""
    return strange_districts(module, registry.facts)


def without_rule(module: LoadedModule, registry: Registry) -> Iterator[str]:
    """Desks to which no rule leads."""
    led_to = {rule.to for rule in registry.rules}
    return (each.id for each in module.targets if each.id not in led_to)


def without_guide(module: LoadedModule, registry: Registry) -> Iterator[str]:
    """Desks of which nothing says who comes to them."""
    return (each.id for each in module.targets if not registry.guides.get(each.id))


def without_steps(module: LoadedModule, _registry: Registry) -> Iterator[str]:
    """Desks that do not say what is done there."""
    worked_at = {desk for step in module.steps for desk in step.targets}
    return (each.id for each in module.targets if each.agency is None and each.id not in worked_at)


def without_hint(module: LoadedModule, _registry: Registry) -> Iterator[str]:
    """Questions that do not say how they are asked or what an answer is good for."""
    return (each.id for each in (*module.fields, *module.questions) if not each.hint)


def unverified(module: LoadedModule, _registry: Registry) -> Iterator[str]:
    """Time limits that nobody has compared with the statute."""
    return (each.id for each in module.limits if each.verified_on is None)


def without_package(module: LoadedModule, _registry: Registry) -> Iterator[str]:
    """The module itself, if nothing installed it that could be brought up to date."""
    if not module.distribution:
        yield module.package


CHECKS: tuple[tuple[str, Callable[[LoadedModule, Registry], Iterable[str]]], ...] = (
    (_("All its texts have Korean"), without_korean),
    (_("Its rules name districts that exist"), never_held),
    (_("Rules lead to each of its desks"), without_rule),
    (_("It says who comes to each of its desks, and what helps"), without_guide),
    (_("It says what is done at each of its desks"), without_steps),
    (_("Each of its questions says how to ask it"), without_hint),
    (_("Each of its time limits was compared with the statute"), unverified),
    (_("It is installed as a package with a version"), without_package),
)
