"""What every page of the room shares: the gathering that an address names, and the words for its codes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template

from gilmok.ground.access.policy import Permission
from gilmok.ground.web.request import View, db, needs
from gilmok.programmes.gatherings import kinds, queries, rules, words
from gilmok.programmes.gatherings.models import Gathering

Answer = tuple[str, int]


def own_of(key: UUID, **_rest: Any) -> Gathering:
    """The gathering of one's own centre that an address names; raises NotFound."""
    return queries.own(db(), key)


def announced_of(key: UUID, **_rest: Any) -> Gathering:
    """The gathering that an address names, if everybody may see it; raises NotFound."""
    return queries.announced(db(), key)


def show(template: str, gathering: Gathering | None = None, *, status: int = 200, **values: Any) -> Answer:
    """A page of the room."""
    sessions = rules.sessions_of(gathering.sessions) if gathering else []
    about: dict[str, Any] = {"gathering": gathering, "sessions": sessions, "words": words, "kinds": kinds, "errors": {},
             "sessions_of": rules.sessions_of}
    return render_template(f"gatherings/{template}", **{**about, **values}), status


def of_gathering(permission: Permission) -> Callable[[View], View]:
    """`@needs` of a page about a gathering of one's own centre, which its view gets."""
    return needs(permission, of=own_of)
