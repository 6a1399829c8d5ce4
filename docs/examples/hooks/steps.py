"""A module whose desk has two steps of work, in an order that does not depend on how they are listed."""

from gilmok.modules.api import At, Has, ModuleInfo, Target, WorkStep, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.4,<2",
    )


@hookimpl
def targets() -> list[Target]:
    """The desk."""
    return [Target(id="kitchens.desk", title="Kitchen desk", at=At.HUB, programme="H1")]


@hookimpl
def steps() -> list[WorkStep]:
    """What is done at the desk."""
    return [
        WorkStep(
            id="kitchens.compute", targets=("kitchens.desk",), title="Compute the overtime", calculator="premium_pay",
            after=("kitchens.hours",), when=Has("topics", "working_hours"), basis="Labour Standards Act, art. 56",
        ),
        WorkStep(
            id="kitchens.hours", targets=("kitchens.desk",), title="Collect the hours",
            hint="Messages, payslips, the door's log.",
        ),
    ]
