"""Pay by the piece against the minimum wage, as sewing, shoe and print workshops pay."""

from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, cents, whole
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law

PAY = _("Pieces × rates, added up: %(pay)s.")
HOURLY = _("%(pay)s ÷ %(hours)s hours worked = %(hourly)s an hour (Decree, art. 6 (2), no. 6).")
MINIMUM = _("The minimum wage on %(on)s is %(minimum)s an hour: for %(hours)s hours %(least)s.")
BELOW = _("Paid %(short)s less than the minimum wage. The part below it counts as if it had been agreed.")
ENOUGH = _("The pay reaches the minimum wage.")


def piece_pay(
    law: Law, *, pieces: tuple[Decimal, ...], rates: tuple[Decimal, ...], hours: Decimal, on: date
) -> Result:
    """What pay by the piece is short of the minimum wage, in won; `pay` and `hourly` among the details."""
    pay = sum((each * rate for each, rate in zip(pieces, rates, strict=True)), Decimal(0))
    minimum = law.rate("minimum_wage", on).number
    least = whole(minimum * hours)
    short = max(least - whole(pay), Decimal(0))
    hourly = cents(pay / hours)
    answer = Step(BELOW, {"short": Won(short)}) if short else Step(ENOUGH, {})
    return Result(value=short, unit="won", answer=answer, details={"pay": whole(pay), "hourly": hourly}, steps=(
        Step(PAY, {"pay": Won(whole(pay))}),
        Step(HOURLY, {"pay": Won(whole(pay)), "hours": hours, "hourly": Won(hourly)}),
        Step(MINIMUM, {"on": on, "minimum": Won(minimum), "hours": hours, "least": Won(least)}),
    ))


PIECE_PAY = Calculator(
    name="piece_pay", title=_("Pay by the piece and the minimum wage"), compute=piece_pay,
    basis_ko="최저임금법 제6조, 근로기준법 시행령 제6조 제2항 제6호",
    basis_en="Minimum Wage Act, art. 6; Labour Standards Decree, art. 6 (2), no. 6",
    formula=_("Short = minimum wage × hours worked − pieces × rates"),
    under_five=_("The same below five employees."), same_length=(("pieces", "rates"),),
    inputs=(
        Input(name="pieces", holds=Holds.NUMBERS, label=_("Pieces of each kind in the month"), most=1_000_000,
              hint=_("In the order of the price list: 420 310 55")),
        Input(name="rates", holds=Holds.NUMBERS, label=_("Rate of each kind, in won"), most=10_000_000,
              hint=_("As many, in the same order: 1200 900 3500")),
        Input(name="hours", holds=Holds.NUMBER, label=_("Hours worked in that month"), least=1, most=744, unit="hours",
              hint=_("All of them, also those spent waiting for pieces in the workshop.")),
        Input(name="on", holds=Holds.DAY, label=_("A day of that month"), hint=_("The minimum wage is that day's.")),
    ),
)
