"""A module whose pages need a permission of its own."""

from gilmok.modules.api import ModuleInfo, OwnPermission, hookimpl, is_counsellor, same_centre


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def permissions() -> list[OwnPermission]:
    """Who may keep notes."""
    ways = ((is_counsellor, same_centre),)
    return [OwnPermission(id="kitchens.keep_notes", title="Keep notes of kitchens", ways=ways)]
