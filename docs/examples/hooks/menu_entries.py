"""A module with a line that leads to its page."""

from gilmok.modules.api import MenuEntry, ModuleInfo, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def menu_entries() -> list[MenuEntry]:
    """The line."""
    return [MenuEntry(
        id="kitchens.notes_line", title="Notes of kitchens", endpoint="kitchens_notes.index",
        about="What counsellors learnt of restaurants.",
    )]
