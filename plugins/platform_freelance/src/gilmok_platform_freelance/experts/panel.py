"""The panel: who is on it, sealed, and how much of their month is given away. None of it commits."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from gilmok.modules.site import Person, Vault, ViewerSession, change_version, log, opened, sealed
from gilmok_platform_freelance.experts import queries
from gilmok_platform_freelance.experts.models import Expert
from gilmok_platform_freelance.experts.rules import OnPanel

OPEN = ("profession", "regions", "languages", "ways", "days", "since", "until", "hours")
PERSONAL = ("name", "phone", "email", "note")


def add(session: ViewerSession, values: Mapping[str, Any], *, by: Person, vault: Vault) -> Expert:
    """Take an expert on: on the panel of the person's centre, or on the city's."""
    key = uuid4()
    wrapped, fields = sealed(owner(key), personal(values), vault)
    expert = Expert(
        id=key, centre_id=by.centre_id, **told(values), wrapped=wrapped, sealed=fields, version=1, made_by_id=by.id,
    )
    session.add(expert)
    session.flush()
    log(session, "platform_freelance_expert_added", expert=str(key))
    return expert


def change(session: ViewerSession, expert: Expert, values: Mapping[str, Any], *, version: int, vault: Vault) -> None:
    """Change what is known of an expert; raises ChangedMeanwhile."""
    wrapped, fields = sealed(owner(expert.id), personal(values), vault)
    change_version(session, expert, version, **told(values), wrapped=wrapped, sealed=fields)
    log(session, "platform_freelance_expert_changed", expert=str(expert.id), version=expert.version)


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """What stands open of an expert: nothing that says who they are."""
    found = {name: values[name] for name in OPEN} | {"fields": values["matters"]}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def personal(values: Mapping[str, Any]) -> dict[str, str]:
    """Who they are and how they are reached."""
    return {name: str(values[name]) for name in PERSONAL if values[name]}


def known(expert: Expert, vault: Vault) -> dict[str, str]:
    """Who an expert is and how they are reached, opened; every name is there."""
    found = opened(owner(expert.id), expert.wrapped, expert.sealed, vault)
    return {name: found.get(name, "") for name in PERSONAL}


def owner(key: UUID) -> str:
    """The name under which an expert's key is wrapped."""
    return f"platform_freelance_expert:{key}"


def on_panel(session: ViewerSession, on: date) -> list[OnPanel]:
    """The panel as matching looks at it, in the month of this day."""
    used, asked = queries.used(session, on.replace(day=1)), queries.last_asked(session)
    return [
        OnPanel(
            id=each.id, profession=each.profession, fields=frozenset(each.fields), regions=frozenset(each.regions),
            languages=frozenset(each.languages), ways=frozenset(each.ways), days=frozenset(map(int, each.days)),
            since=each.since, until=each.until, hours=each.hours, used=used.get(each.id, 0),
            last_asked=asked.get(each.id),
        )
        for each in queries.experts(session)
    ]
