"""A module with a desk."""

from gilmok.modules.api import At, ModuleInfo, Target, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def targets() -> list[Target]:
    """The desk."""
    return [Target(id="kitchens.desk", title="Kitchen desk", at=At.HUB, programme="H1")]
