"""A module that asks cooks one question at the intake."""

from gilmok.modules.api import At, IntakeField, Is, Kind, ModuleInfo, Option, Target, hookimpl


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
def intake_fields() -> list[IntakeField]:
    """What to ask them."""
    return [IntakeField(
        id="kitchens.shifts", kind=Kind.CODE, label="Shifts", ask_when=Is("industry", "food_lodging"),
        options=(Option(code="through", title="In one piece"), Option(code="split", title="With a break of hours")),
    )]
