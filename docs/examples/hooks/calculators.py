"""A module that computes something."""

from decimal import Decimal

from gilmok.modules.api import Calculator, Holds, Input, Law, ModuleInfo, Result, Step, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


def shared_tips(law: Law, *, tips: Decimal, people: Decimal) -> Result:
    """What each of the people gets."""
    steps = (Step("%(tips)s among %(people)s", {"tips": tips, "people": people}),)
    return Result(value=tips / people, unit="won", steps=steps)


@hookimpl
def calculators() -> list[Calculator]:
    """The sum."""
    return [Calculator(
        name="kitchens.tips", title="Tips shared", basis_ko="근로계약", basis_en="the contract", compute=shared_tips,
        formula="Tips ÷ people", under_five="The same below five employees.",
        inputs=(
            Input(name="tips", holds=Holds.WON, label="Tips"),
            Input(name="people", holds=Holds.NUMBER, label="People", least=1),
        ),
    )]
