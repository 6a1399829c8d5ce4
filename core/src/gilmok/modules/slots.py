"""What modules show in pages of the core: asked one by one, and left out where it fails."""

import pkgutil

import structlog
from markupsafe import Markup
from sqlalchemy.exc import DBAPIError

from gilmok.ground.web.request import db
from gilmok.modules.current import activations, registry
from gilmok.modules.parts import CaseInView, Slot, SlotPlace
from gilmok.modules.registry import Registry


def shown(at: SlotPlace, target: str | None, case: CaseInView) -> list[Markup]:
    """What the module of a case's desk shows at this place of a page about the case."""
    slots = slots_of(Registry.module_of(target or ""), at)
    return [said for said in (answer(each, case) for each in slots) if said]


def slots_of(name: str, at: SlotPlace) -> list[Slot]:
    """What a module has at this place; nothing while it is suspended."""
    module = registry().modules.get(name)
    found = [each for each in module.slots if each.at is at] if module else []
    return [] if found and name in activations().suspended else found


def answer(slot: Slot, case: CaseInView) -> Markup | None:
    """What one slot shows; nothing, and a note in the log, where it fails: what it did to the database is undone. Where
    the database is away, or what the page wrote before fails, that is the page's error."""
    savepoint = db().begin_nested()
    try:
        with savepoint:
            said = pkgutil.resolve_name(slot.place)(case)
        return said if isinstance(said, Markup) else None
    except Exception as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise
        structlog.get_logger().error("slot_fault", slot=slot.id, exc_info=error)
        return None
