"""Severance pay (퇴직금)."""

from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, whole
from gilmok.law.calculators.wages import SHORT_WEEK, THREE_MONTHS, average_day
from gilmok.law.counting import Period, end_of
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law

YEAR = Period(1, "year")
SERVED = _("From %(hired)s to the day before %(left)s: %(days)s days.")
SERVED_GIVEN = _("Days served: %(days)s.")
TOO_SHORT = _("A year of service would be complete on %(end)s, so there is no severance pay.")
FEW_HOURS = _("Below 15 agreed hours a week there is no severance pay (art. 4 (1)).")
PAY = _("%(average)s × 30 days × %(days)s ÷ 365 = %(pay)s, rounded to the won.")


def severance_pay(
    _law: Law, *, hired_on: date | None, left_on: date | None, days_served: Decimal | None, weekly_hours: Decimal,
    **of_months: int,
) -> Result:
    """Severance pay in won, 0 without a claim to it; `average_day` and `days` among the details.

    `left_on` is the day after the last day of work. A year is one of the calendar: from 1 March 2023 to the end of 29
    February 2024, not 365 days.
    """
    refusal = refused(hired_on, left_on, weekly_hours)
    if refusal:
        return Result(value=Decimal(0), unit="won", steps=(refusal,), answer=refusal)
    average, steps = average_day(on=left_on, **of_months)  # type: ignore[arg-type]  # read by their declaration
    days, served = days_between(hired_on, left_on, days_served)
    pay = whole(average * 30 * days / 365)
    last = Step(PAY, {"average": Won(average), "days": days, "pay": Won(pay)})
    details = {"average_day": average, "days": days}
    return Result(value=pay, unit="won", steps=(*steps, served, last), details=details)


def refused(hired_on: date | None, left_on: date | None, weekly_hours: Decimal) -> Step | None:
    """Why there is no severance pay; None if there is."""
    if weekly_hours < SHORT_WEEK:
        return Step(FEW_HOURS, {})
    if hired_on and left_on and left_on <= end_of(hired_on, YEAR):
        return Step(TOO_SHORT, {"end": end_of(hired_on, YEAR)})
    return None


def days_between(hired_on: date | None, left_on: date | None, given: Decimal | None) -> tuple[Decimal, Step]:
    """The days served, as the step says them; the given number counts before that of the days."""
    if given is None and hired_on and left_on:
        days = Decimal((left_on - hired_on).days)
        return days, Step(SERVED, {"hired": hired_on, "left": left_on, "days": days})
    return Decimal(given or 0), Step(SERVED_GIVEN, {"days": Decimal(given or 0)})


SEVERANCE_PAY = Calculator(
    name="severance_pay", title=_("Severance pay"), compute=severance_pay,
    basis_ko="근로자퇴직급여 보장법 제4조 제1항, 제8조 제1항", basis_en="Retirement Benefits Act, art. 4 (1), 8 (1)",
    formula=_("Severance pay = average wage a day × 30 × days served ÷ 365"),
    under_five=_("The same below five employees."), in_order=(("hired_on", "left_on"),),
    one_of=(("left_on", "days_in_period"), ("hired_on", "days_served"), ("left_on", "days_served")),
    inputs=(
        Input(name="hired_on", holds=Holds.DAY, label=_("First day of work"), needed=False),
        Input(name="left_on", holds=Holds.DAY, label=_("Day after the last day of work"), needed=False),
        *THREE_MONTHS,
        Input(name="weekly_hours", holds=Holds.NUMBER, label=_("Agreed hours a week"), needed=False, least=1, most=52,
              default=Decimal(40), unit="hours"),
        Input(name="days_served", holds=Holds.NUMBER, label=_("Days served"), needed=False, least=1, most=30000,
              hint=_("Only where another number holds; else it follows from the two days."), unit="days"),
    ),
)
