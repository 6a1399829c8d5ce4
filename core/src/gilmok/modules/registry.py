"""All modules that are installed, each loaded in isolation: what they declare, and which could not be loaded and why.

Made once a process. What is *active* somewhere on some day is another matter: see `activation`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from types import MappingProxyType
from typing import Any

from gilmok.ground.above import above
from gilmok.law.calculators.declared import Calculator
from gilmok.modules.casework import CaseLimit
from gilmok.modules.declarations import CORE, Facts, Known
from gilmok.modules.loaded import Distribution, Failure, LoadedModule, Pluggable, Stage
from gilmok.modules.loading import load
from gilmok.modules.things import Guide, IntakeField, RoutingRule, Target

GROUP = "gilmok.modules"
NOTHING: Mapping[str, Any] = MappingProxyType({})


class NotAllLoaded(Exception):
    """Some modules could not be loaded."""

    def __init__(self, failures: tuple[Failure, ...]) -> None:
        lines = (f"  {each.entry_point} ({each.distribution}), {each.stage}: {each.error}" for each in failures)
        super().__init__("\n".join([self.__doc__ or "", *lines]))
        self.failures = failures


@dataclass(frozen=True, kw_only=True)
class Given:
    """A module that is given rather than installed: the core's own, one that a test has just made."""

    name: str
    module: Any
    dist: Distribution | None = None

    def load(self) -> Any:
        """The module itself."""
        return self.module


@dataclass(frozen=True)
class Registry:
    """The modules of this installation by name, and those that failed. Immutable, the same on every start."""

    modules: Mapping[str, LoadedModule] = field(default_factory=lambda: NOTHING)
    failures: tuple[Failure, ...] = ()
    core_facts: tuple[IntakeField, ...] = ()

    @classmethod
    def load(
        cls, *, core: Any = None, strict: bool = False, entry_points: Iterable[Pluggable] | None = None,
    ) -> "Registry":
        """The core's module and all installed ones (or those of `entry_points`), each in isolation.

        `core` carries `FACTS`, the core's own questions, and `DERIVED`, what it works out from the answers, both as
        fields whose id is the bare code; a module whose rules look at other facts than those and its own is not loaded.
        `EVENTS`: what can start a time limit.
        `strict` raises NotAllLoaded where one failed. An error in the core's own module is always raised: it is ours.
        """
        core_facts: tuple[IntakeField, ...] = (*getattr(core, "FACTS", ()), *getattr(core, "DERIVED", ()))
        facts = {each.id: each for each in core_facts} or None
        own = [] if core is None else [sound_core(core, facts)]
        entries = metadata.entry_points(group=GROUP) if entry_points is None else entry_points
        loaded, failures = load_all(entries, known_from(own, facts, core))
        if strict and failures:
            raise NotAllLoaded(failures)
        modules = {each.name: each for each in sorted([*own, *loaded], key=name_of)}
        return cls(MappingProxyType(modules), failures, core_facts)

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """Every target by its id."""
        return {each.id: each for module in self.modules.values() for each in module.targets}

    @cached_property
    def rules(self) -> tuple[RoutingRule, ...]:
        """Every rule, in the order of ids."""
        rules = (each for module in self.modules.values() for each in module.rules)
        return tuple(sorted(rules, key=lambda rule: rule.id))

    @cached_property
    def fields(self) -> Mapping[str, IntakeField]:
        """Every intake field by its id, module by module in the order of their questions."""
        return {each.id: each for module in self.modules.values() for each in module.fields}

    @cached_property
    def calculators(self) -> Mapping[str, Calculator]:
        """Every module's calculator by its name."""
        return {each.name: each for module in self.modules.values() for each in module.calculators}

    @cached_property
    def guides(self) -> Mapping[str, tuple[Guide, ...]]:
        """The guides to the people of each desk that has some, by its target."""
        every = [each for module in self.modules.values() for each in module.guides]
        return {target: tuple(each for each in every if each.target == target) for target in self.targets}

    @cached_property
    def limits(self) -> Mapping[str, CaseLimit]:
        """The newest row of every module's time limit, by its code: for its name."""
        return {each.code: each for module in self.modules.values() for each in module.limits}

    @cached_property
    def answered(self) -> Mapping[str, IntakeField]:
        """Whatever modules ask, at the intake or at their desks, by its id: for the words of an answer."""
        later = {each.id: each for module in self.modules.values() for each in module.questions}
        return {**self.fields, **later}

    @cached_property
    def facts(self) -> Mapping[str, IntakeField]:
        """Every fact that a rule can look at, by its code: the core's, asked and derived, and the modules'."""
        return {**{each.id: each for each in self.core_facts}, **self.fields}

    @cached_property
    def scopes(self) -> Mapping[str, tuple[str, ...]]:
        """The scopes that each module but the core declares; what `Activations` needs to know of modules."""
        return {name: module.scopes for name, module in self.modules.items() if name != CORE}

    @staticmethod
    def module_of(thing: str) -> str:
        """The name of the module whose thing has this id."""
        return thing.partition(".")[0]


def installed_core() -> Any:
    """The core's own module, for those who cannot import it."""
    return above("core")


def installed(distribution: str) -> Distribution | None:
    """The distribution of this name; None where it is not installed as one."""
    try:
        return metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return None


def sound_core(core: Any, facts: Facts) -> LoadedModule:
    """The core's own module; raises NotAllLoaded if it is broken."""
    loaded = load(Given(name=CORE, module=core, dist=installed("gilmok")), Known(facts=facts), is_core=True)
    if isinstance(loaded, Failure):
        raise NotAllLoaded((loaded,))
    return loaded


def known_from(own: list[LoadedModule], facts: Facts, core: Any = None) -> Known:
    """What any module may refer to."""
    papers = above("papers")
    return Known(
        targets=frozenset(each.id for module in own for each in module.targets),
        rules=frozenset(each.id for module in own for each in module.rules),
        facts=facts, blanks=frozenset(papers.BLANKS), documents=frozenset(papers.DOCUMENTS),
        events=frozenset(getattr(core, "EVENTS", ())) or None,
    )


def load_all(entries: Iterable[Pluggable], known: Known) -> tuple[list[LoadedModule], tuple[Failure, ...]]:
    """Those loaded and those failed. Modules that share a name all fail: no order may decide between them."""
    results = [load(each, known) for each in sorted(entries, key=place_of)]
    names = Counter(map(name_of, results))
    loaded: list[LoadedModule] = []
    failures: list[Failure] = []
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
        elif names[result.name] > 1:
            failures.append(same_name(result, results))
        else:
            loaded.append(result)
    return loaded, tuple(failures)


def same_name(module: LoadedModule, results: list[LoadedModule | Failure]) -> Failure:
    """The failure of a module whose name another distribution uses too; it names all of them."""
    owners = sorted({each.distribution or each.entry_point for each in results if name_of(each) == module.name})
    return Failure(
        distribution=module.distribution, entry_point=module.entry_point, stage=Stage.NAME, module=module.name,
        error=f"more than one distribution calls itself {module.name!r}: {', '.join(owners)}",
    )


def name_of(result: LoadedModule | Failure) -> str:
    """The name of a module, loaded or not; empty where a failure came before it was known."""
    return result.name if isinstance(result, LoadedModule) else result.module


def place_of(entry: Pluggable) -> tuple[str, str]:
    """Where an entry point stands in the order of loading, which is the same on every machine."""
    return entry.name, entry.dist.name if entry.dist else ""
