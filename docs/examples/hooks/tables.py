"""A module with tables, whose migrations lie in its folder `migrations/`."""

from gilmok.modules.api import ModuleInfo, Tables, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def tables() -> list[Tables]:
    """The tables, which stand in `notes/models.py` of the package."""
    return [Tables(id="kitchens.tables", place="gilmok_kitchens.notes.models", needs_core_revision="0013")]
