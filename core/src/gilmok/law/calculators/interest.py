"""Delay interest on unpaid wages (지연이자)."""

from datetime import date, timedelta
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, cents
from gilmok.law.calendar import Calendar
from gilmok.law.limits import Step, run
from gilmok.law.saying import Won
from gilmok.law.shipped import Law, NotInForce

DAY, YEAR = timedelta(days=1), 365
LEAVER = "leaver"
LIMITS = {LEAVER: "DELAY_INT_LEAVER", "in_service": "DELAY_INT_INSERVICE"}

DAYS = _("From %(first)s to %(until)s inclusive: %(days)s days.")
NOT_YET = _("Interest runs from %(first)s on; none has accrued by %(until)s.")
INTEREST = _("%(amount)s × %(rate)s × %(days)s ÷ 365 = %(interest)s.")
BEFORE_THE_LAW = _("For wages that were due before 23 October 2025 and were not left unpaid on leaving, there is none.")


def delay_interest(law: Law, *, amount: int, kind: str, event: date, until: date) -> Result:
    """Interest in won, to a hundredth; `days` among the details. `event`: the day of leaving, or the payday of wages
    in service; `until`: the day of payment, which is counted."""
    try:
        running = run(law.limit(LIMITS[kind], event), event, Calendar())
    except NotInForce:
        step = Step(BEFORE_THE_LAW, {})
        return Result(value=Decimal(0), unit="won", steps=(step,), answer=step)
    first = running.starts_on or event
    if until < first:
        step = Step(NOT_YET, {"first": first, "until": until})
        return Result(value=Decimal(0), unit="won", steps=(step,), answer=step)
    days, rate = Decimal((until - first + DAY).days), law.rate("delay_interest", until).number
    interest = cents(Decimal(amount) * rate * days / YEAR)
    values = {"amount": Won(Decimal(amount)), "rate": rate, "days": days, "interest": Won(interest)}
    steps = (*(running.end.steps if running.end else ()), Step(DAYS, {"first": first, "until": until, "days": days}))
    return Result(value=interest, unit="won", details={"days": days}, steps=(*steps, Step(INTEREST, values)))


DELAY_INTEREST = Calculator(
    name="delay_interest", title=_("Delay interest"), compute=delay_interest,
    basis_ko="근로기준법 제37조, 시행령 제17조", basis_en="Labour Standards Act, art. 37; Decree, art. 17",
    formula=_("Interest = unpaid amount × 0.20 × days ÷ 365"),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="amount", holds=Holds.WON, label=_("Unpaid amount")),
        Input(name="kind", holds=Holds.CODE, label=_("Whose wages"), needed=False, default=LEAVER, options=(
            (LEAVER, _("unpaid on leaving")), ("in_service", _("unpaid in service, at payday")))),
        Input(name="event", holds=Holds.DAY, label=_("Day of leaving, or payday")),
        Input(name="until", holds=Holds.DAY, label=_("Day of payment"), hint=_("It is counted.")),
    ),
)
