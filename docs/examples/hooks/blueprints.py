"""A module with pages; they are imported only with the application."""

from gilmok.modules.api import ModuleInfo, Pages, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def blueprints() -> list[Pages]:
    """The pages, which stand in `notes/views.py` of the package."""
    return [Pages(id="kitchens.notes", place="gilmok_kitchens.notes.views:blueprint")]
