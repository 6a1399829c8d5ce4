"""A module that says who comes to its desk."""

from gilmok.modules.api import At, Guide, ModuleInfo, Target, hookimpl


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


@hookimpl
def guides() -> list[Guide]:
    """Who they are."""
    return [Guide(
        id="kitchens.guide", target="kitchens.desk", faces=("Hours are written down nowhere.",),
        helps=("Ask for messages and payslips: they show the hours.",), sources=("Labour Standards Act, art. 50",),
    )]
