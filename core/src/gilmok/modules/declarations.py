"""What must be true of all that one module declares: ids that are its own and unique, and names that lead somewhere.

Each check gives sentences, one for each thing that is wrong, so that an author sees all of them at once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple, TypeAlias

from gilmok.law.calculators.declared import Calculator
from gilmok.modules.casework import CaseLimit, FollowUpQuestion, WorkStep
from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Not, Scalar, facts_of, values_of
from gilmok.modules.papers import DocumentTemplate
from gilmok.modules.parts import MenuEntry, OwnPermission, Pages, Slot, Tables
from gilmok.modules.things import Guide, IntakeField, Kind, ModuleInfo, RoutingRule, Target

Part: TypeAlias = OwnPermission | Pages | MenuEntry | Slot | Tables
Casework: TypeAlias = WorkStep | FollowUpQuestion | CaseLimit | DocumentTemplate
Thing: TypeAlias = Target | RoutingRule | IntakeField | Calculator | Guide | Part | Casework
# The core's facts by their code; None where nobody said which there are: then any fact without a dot may be named.
Facts: TypeAlias = Mapping[str, IntakeField] | None

CORE = "core"
NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
CODE = re.compile(r"[a-z0-9][a-z0-9_]*")
RESERVED_ANSWERS = frozenset({"unknown", "refused"})
KINDS_WITH_OPTIONS = frozenset({Kind.CODE, Kind.CODES})
KINDS_WITH_ORDER = frozenset({Kind.DATE, Kind.NUMBER, Kind.WON})
# What a condition can be asked about where it is no text: another type would be an error for every case that comes by.
HELD: Mapping[Kind, type[Scalar]] = {Kind.BOOL: bool, Kind.DATE: date, Kind.NUMBER: int, Kind.WON: int}


class Holding(NamedTuple):
    """What one hook declares: things of a class, which `Declared` holds under a name; how one of them is called in an
    error; and whether they keep the author's order, rather than that of their ids."""

    hook: str
    cls: type[Any]
    held: str
    kind: str
    in_order: bool = True


# A hook that declares things is one line here, one in `hookspecs.py`, and a field of `Declared`.
HOLDINGS = (
    Holding("targets", Target, "targets", "target", in_order=False),
    Holding("routing_rules", RoutingRule, "rules", "rule", in_order=False),
    Holding("intake_fields", IntakeField, "fields", "field"),
    Holding("calculators", Calculator, "calculators", "calculator"),
    Holding("guides", Guide, "guides", "guide"),
    Holding("permissions", OwnPermission, "permissions", "permission"),
    Holding("blueprints", Pages, "pages", "pages"),
    Holding("menu_entries", MenuEntry, "menu", "menu entry"),
    Holding("slots", Slot, "slots", "slot"),
    Holding("tables", Tables, "tables", "tables"),
    Holding("steps", WorkStep, "steps", "step"),
    Holding("follow_up_questions", FollowUpQuestion, "questions", "question"),
    Holding("time_limits", CaseLimit, "limits", "time limit"),
    Holding("document_templates", DocumentTemplate, "letters", "letter"),
)


@dataclass(frozen=True, kw_only=True)
class Declared:
    """All that one module declares: targets and rules in the order of their ids, fields in that of the questions."""

    info: ModuleInfo
    targets: tuple[Target, ...] = ()
    rules: tuple[RoutingRule, ...] = ()
    fields: tuple[IntakeField, ...] = ()
    calculators: tuple[Calculator, ...] = ()
    guides: tuple[Guide, ...] = ()
    permissions: tuple[OwnPermission, ...] = ()
    pages: tuple[Pages, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    slots: tuple[Slot, ...] = ()
    tables: tuple[Tables, ...] = ()
    steps: tuple[WorkStep, ...] = ()
    questions: tuple[FollowUpQuestion, ...] = ()
    limits: tuple[CaseLimit, ...] = ()
    letters: tuple[DocumentTemplate, ...] = ()

    def kinds(self) -> dict[str, tuple[Thing, ...]]:
        """The declared things by what they are called in an error."""
        return {each.kind: getattr(self, each.held) for each in HOLDINGS}


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a module may refer to besides its own things: the core's. `blanks`, `documents`, `events`: of letters and
    time limits, by code; None, as of facts, where nobody said which there are."""

    targets: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    facts: Facts = None
    blanks: frozenset[str] | None = None
    documents: frozenset[str] | None = None
    events: frozenset[str] | None = None


def wrong_ids(declared: Declared) -> list[str]:
    """Ids that are badly formed, belong to another module or stand twice; options likewise."""
    found = _wrong_scopes([each.id for each in declared.info.scopes])
    for kind, things in declared.kinds().items():
        found += _wrong_ids(declared.info.name, kind, [each.id for each in things], dated=kind == "time limit")
    for each in (*declared.fields, *declared.questions):
        found += [f"field {each.id!r}: {problem}" for problem in _wrong_options(each)]
    return found + _asked_twice(declared)


def _asked_twice(declared: Declared) -> list[str]:
    both = {each.id for each in declared.fields} & {each.id for each in declared.questions}
    return [f"{each!r} is both a field and a question" for each in sorted(both)]


def _wrong_ids(name: str, kind: str, ids: list[str], *, dated: bool) -> list[str]:
    """`dated`: things of one id may be several, each for days of its own; whether the days meet is seen elsewhere."""
    form = re.compile(re.escape(name) + r"(\.[a-z0-9][a-z0-9_]*)+")
    wrong = [f"{kind} {each!r}: an id is {name!r}, a dot, and then a-z, 0-9 and _" for each in ids
             if not form.fullmatch(each)]
    return wrong if dated else wrong + twice(kind, ids)


def _wrong_scopes(ids: list[str]) -> list[str]:
    wrong = [each for each in ids if not NAME.fullmatch(each)]
    return [f"scope {each!r}: an id is a-z, 0-9 and _" for each in wrong] + twice("scope", ids)


def twice(kind: str, ids: list[str]) -> list[str]:
    """That ids stand more than once, a sentence each."""
    return [f"{kind} {each!r} is declared {count} times" for each, count in Counter(ids).items() if count > 1]


def _wrong_options(asked: IntakeField) -> Iterator[str]:
    codes = [option.code for option in asked.options]
    if bool(codes) != (asked.kind in KINDS_WITH_OPTIONS):
        yield f"a {asked.kind} field has {'no options' if codes else 'options, and needs some'}"
    for code in codes:
        if not CODE.fullmatch(code):
            yield f"option {code!r} must be a-z, 0-9 and _"
        if code in RESERVED_ANSWERS:
            yield f"option {code!r}: every field has it already"
    yield from twice("option", codes)


def broken_references(declared: Declared, known: Known) -> list[str]:
    """Targets, rules, scopes and facts that are named but do not exist, and things that wait for each other."""
    overriding = {each.id: each.overrides for each in declared.rules}
    asked = (*declared.fields, *declared.questions)
    waiting = {each.id: facts_of(each.ask_when) for each in asked if each.ask_when is not None}
    orders = {each.id: set(each.after) for each in declared.steps}
    for each in declared.steps:
        for later in each.before:
            orders.setdefault(later, set()).add(each.id)
    return [
        *_missing_targets(declared, known), *_missing_scopes(declared), *_missing_overridden(declared, known),
        *_wrong_conditions(declared, known),
        *_cycle("rules override each other in a circle", overriding),
        *_cycle("fields wait for each other in a circle", waiting),
        *_cycle("steps stand after each other in a circle", orders),
    ]


def _missing_targets(declared: Declared, known: Known) -> list[str]:
    targets = {each.id for each in declared.targets} | known.targets
    own = {each.id for each in declared.targets}
    return [
        *(f"rule {each.id!r}: there is no target {each.to!r}" for each in declared.rules if each.to not in targets),
        *(f"guide {each.id!r}: the module has no target {each.target!r}" for each in declared.guides
          if each.target not in own),
    ]


def _missing_scopes(declared: Declared) -> list[str]:
    scopes = {None, *(each.id for each in declared.info.scopes)}
    scoped: tuple[Any, ...] = (
        *declared.rules, *declared.fields, *declared.steps, *declared.questions, *declared.limits, *declared.letters,
    )
    wrong = (each for each in scoped if each.scope not in scopes)
    return [f"{each.id!r}: the module declares no scope {each.scope!r}" for each in wrong]


def _missing_overridden(declared: Declared, known: Known) -> Iterator[str]:
    """A rule of a third module may be named though that module is not installed; own and core ones must exist."""
    rules = {each.id for each in declared.rules} | known.rules
    here = {declared.info.name, CORE}
    for rule in declared.rules:
        for other in rule.overrides:
            if other not in rules and other.partition(".")[0] in here:
                yield f"rule {rule.id!r}: there is no rule {other!r} to override"


def _wrong_conditions(declared: Declared, known: Known) -> Iterator[str]:
    """Rules and intake fields see the answers of the intake alone; what comes later sees later answers, too."""
    at_intake = {each.id: each for each in declared.fields}
    later: dict[str, IntakeField] = {**at_intake, **{each.id: each for each in declared.questions}}
    for conditions, own in ((intake_conditions(declared), at_intake), (later_conditions(declared), later)):
        for where, condition in conditions:
            for part in parts_of(condition):
                problem = _wrong_part(part, own, declared.info.name, known)
                if problem:
                    yield f"{where}: {problem}"


def conditions_of(declared: Declared) -> list[tuple[str, Condition]]:
    """Every condition that the module declares, with whose it is: `rule 'made.rule'`."""
    return intake_conditions(declared) + later_conditions(declared)


def intake_conditions(declared: Declared) -> list[tuple[str, Condition]]:
    """The conditions that are judged while a case is taken in."""
    rules = [(f"rule {each.id!r}", each.when) for each in declared.rules]
    return rules + [(f"field {each.id!r}", each.ask_when) for each in declared.fields if each.ask_when is not None]


def later_conditions(declared: Declared) -> list[tuple[str, Condition]]:
    """The conditions that are judged once a case is at a desk."""
    asked = [("question", each.id, each.ask_when) for each in declared.questions]
    steps = [("step", each.id, each.when) for each in declared.steps]
    limits = [("time limit", each.id, each.when) for each in declared.limits]
    return [(f"{kind} {name!r}", when) for kind, name, when in (*asked, *steps, *limits) if when is not None]


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The single conditions inside a condition, those that look at one fact."""
    match condition:
        case Not(inner):
            yield from parts_of(inner)
        case All(conditions=parts) | AnyOf(conditions=parts):
            for part in parts:
                yield from parts_of(part)
        case _:
            yield condition


def _wrong_part(part: Condition, own: dict[str, IntakeField], name: str, known: Known) -> str | None:
    (fact,) = facts_of(part)
    if "." not in fact:
        return _wrong_core_part(part, fact, known.facts)
    if fact not in own:
        return f"there is no field {fact!r}" if fact.startswith(f"{name}.") else f"{fact!r} is another module's fact"
    if own[fact].kind is Kind.TEXT:
        return f"the field {fact!r} holds free text, which no rule may see"
    if own[fact].sensitive and isinstance(own[fact], FollowUpQuestion):
        return f"the question {fact!r} is sensitive: its answer is encrypted, and no condition may see it"
    return _wrong_value(part, own[fact])


def _wrong_core_part(part: Condition, fact: str, facts: Facts) -> str | None:
    if facts is None:
        return None
    if fact not in facts:
        return f"the core knows no fact {fact!r}"
    return _wrong_value(part, facts[fact])


def _wrong_value(part: Condition, asked: IntakeField) -> str | None:
    """A condition that no answer to the field could ever meet, or that every answer would make an error."""
    if isinstance(part, AtLeast | AtMost | Between) and asked.kind not in KINDS_WITH_ORDER:
        return f"the field {asked.id!r} is of kind {asked.kind}, which has no order to ask {type(part).__name__} of"
    values = values_of(part)
    return _never_answered(values, asked) if values else f"{type(part).__name__} of {asked.id!r} names no value"


def _never_answered(values: frozenset[Scalar], asked: IntakeField) -> str | None:
    offered, held = {option.code for option in asked.options}, HELD.get(asked.kind, str)
    never = sorted(repr(each) for each in values if (each not in offered if offered else type(each) is not held))
    if not never:
        return None
    if offered:
        return f"the field {asked.id!r} offers no {', '.join(never)}; it offers {', '.join(sorted(offered))}"
    return f"the field {asked.id!r} is of kind {asked.kind} and never {', '.join(never)}"


def _cycle(sentence: str, edges: Mapping[str, Iterable[str]]) -> list[str]:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return [f"{sentence}: {' → '.join(error.args[1])}"]
    return []
