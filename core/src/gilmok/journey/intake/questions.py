"""Which questions an intake shows: the core's in their sections, and the active modules' whose time has come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gilmok.ground.i18n import _marked as _
from gilmok.journey.routing.truth import Truth, evaluate
from gilmok.journey.vocabulary import FACTS
from gilmok.modules.registry import Registry
from gilmok.modules.things import IntakeField


@dataclass(frozen=True)
class Section:
    """Questions under one heading."""

    title: str
    fields: tuple[IntakeField, ...]


def section(title: str, *names: str) -> Section:
    """A section of the core's own questions."""
    return Section(title, tuple(FACTS[name] for name in names))


MATTER = section(_("What happened"), "topics")
WORK = section(
    _("The work"), "workplace_district", "industry", "employment_type", "workplace_size", "still_employed",
    "home_district", "prefers",
)
TIME = section(_("When, and how urgent"), "event_date", "urgency")
PERSON = section(_("The person"), "client_kind", "channel", "language", "age_band", "gender")
SENSITIVE_FACTS = section(_("Sensitive facts"), "union_member")
# As one asks on the phone: what it is about, where and how they work, when it happened; then who it is.
CORE_SECTIONS = (MATTER, WORK, TIME, PERSON)


def module_sections(
    registry: Registry, facts: Mapping[str, Any], active: frozenset[str], *, sensitive: bool
) -> tuple[Section, ...]:
    """The questions of active modules that are to be asked with these facts, under each module's title, after the
    core's own sensitive ones.

    `sensitive`: whether the person agreed to sensitive facts being kept; without it those are not asked (Personal
    Information Protection Act, article 23).
    """
    own = (SENSITIVE_FACTS,) if sensitive else ()
    switched_on = {key.partition("/")[0] for key in active}
    found = (
        Section(module.info.title, tuple(to_ask(module.fields, facts, active, sensitive=sensitive)))
        for module in registry.modules.values() if module.name in switched_on
    )
    return (*own, *(each for each in found if each.fields))


def to_ask(
    fields: Iterable[IntakeField], facts: Mapping[str, Any], active: frozenset[str], *, sensitive: bool
) -> Iterator[IntakeField]:
    """Those of a module's fields that are switched on, allowed, and whose `ask_when` holds."""
    judged: dict[int, bool] = {}  # several fields share one `ask_when`
    for field in fields:
        if key_of(field.id, field.scope) in active and (sensitive or not field.sensitive):
            condition = id(field.ask_when)
            if condition not in judged:
                judged[condition] = is_time_for(field, facts)
            if judged[condition]:
                yield field


@cache
def key_of(question: str, scope: str | None) -> str:
    """The activation key that switches a module's question of this scope on; none of the core's own."""
    module, dot, _rest = question.partition(".")
    return "" if not dot else module if scope is None else f"{module}/{scope}"


def is_time_for(field: IntakeField, facts: Mapping[str, Any]) -> bool:
    """Whether the facts so far make this question worth asking."""
    return field.ask_when is None or evaluate(field.ask_when, facts) is Truth.YES
