"""A module that shows something in the page of a case at its desk."""

from gilmok.modules.api import ModuleInfo, Slot, SlotPlace, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def slots() -> list[Slot]:
    """What is shown: a function in `notes/showing.py` of the package."""
    place = "gilmok_kitchens.notes.showing:of_case"
    return [Slot(id="kitchens.notes_of_case", at=SlotPlace.CASE_OVERVIEW, place=place)]
