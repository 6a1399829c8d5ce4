"""The average wage and the ordinary wage, from which most other sums follow."""

from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, cents, cents_up
from gilmok.law.counting import month_after
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law

THREE = 3
QUARTER = Decimal(3) / Decimal(12)
FULL_WEEK, DAYS_A_WEEK, SHORT_WEEK = Decimal(40), Decimal(5), Decimal(15)
# (40 + 8) × 365 ÷ 7 ÷ 12 is 208.57; offices and courts count 209 for a week of 40 hours.
FULL_MONTH = Decimal(209)

PERIOD = _("The three months before %(on)s have %(days)s days (%(first)s to %(last)s).")
DAYS_GIVED = _("The three months have %(days)s days.")
YEARLY = _("Of what is paid once a year, three twelfths count: %(yearly)s × 3 ÷ 12 = %(share)s.")
AVERAGE = _("(%(wages)s + %(share)s) ÷ %(days)s days = %(average)s a day, rounded up to a hundredth of a won.")
FLOOR = _("The ordinary wage of %(ordinary)s a day is higher, so it counts as the average wage.")
HOURS = _("Hours a month: (%(week)s + %(holiday)s) × 365 ÷ 7 ÷ 12 = %(month)s.")
HOURS_209 = _("Hours a month: for a week of 40 hours and its paid holiday, 209 are counted.")
HOURLY = _("%(wage)s ÷ %(month)s hours = %(hourly)s an hour.")
DAILY = _("%(hourly)s × %(hours)s hours = %(daily)s a day.")
BY_PIECE = _("Paid by the piece: %(wage)s ÷ %(month)s hours worked = %(hourly)s an hour (Decree, art. 6 (2), no. 6).")

THREE_MONTHS = (
    Input(name="wages", holds=Holds.WON, label=_("Wages of the last three months"),
          hint=_("Everything paid for them before taxes, without what is paid once a year."), unit="won"),
    Input(name="yearly_bonus", holds=Holds.WON, label=_("Bonuses of the last year"), needed=False, default=0),
    Input(name="leave_pay", holds=Holds.WON, label=_("Pay for unused leave of the year before"), needed=False,
          default=0),
    Input(name="days_in_period", holds=Holds.NUMBER, label=_("Days of the three months"), needed=False, least=1,
          most=92,
          hint=_("Only where another number holds; else it follows from the day of leaving.")),
    Input(name="ordinary_day", holds=Holds.WON, label=_("Ordinary wage a day"), needed=False,
          hint=_("Counts if it is higher than the average wage.")),
)


def average_day(
    *, on: date | None, wages: int, yearly_bonus: int, leave_pay: int, days_in_period: Decimal | None,
    ordinary_day: int | None,
) -> tuple[Decimal, tuple[Step, ...]]:
    """The average wage a day, exact to 0.01 won, with the steps (Labour Standards Act, art. 2 (1) no. 6 and (2))."""
    days, first_step = days_of(on, days_in_period)
    yearly = Decimal(yearly_bonus or 0) + Decimal(leave_pay or 0)
    share = yearly * QUARTER
    average = cents_up((Decimal(wages) + share) / days)
    steps = [first_step, *([Step(YEARLY, {"yearly": Won(yearly), "share": Won(share)})] if yearly else [])]
    values = {"wages": Won(Decimal(wages)), "share": Won(share), "days": days, "average": Won(average)}
    steps.append(Step(AVERAGE, values))
    if ordinary_day and Decimal(ordinary_day) > average:
        steps.append(Step(FLOOR, {"ordinary": Won(Decimal(ordinary_day))}))
        return Decimal(ordinary_day), tuple(steps)
    return average, tuple(steps)


def days_of(on: date | None, given: Decimal | None) -> tuple[Decimal, Step]:
    """The number of days of the three calendar months before a day, or the number that was given."""
    if given is not None or on is None:
        days = Decimal(given or 0)
        return days, Step(DAYS_GIVED, {"days": days})
    first = three_months_before(on)
    days = Decimal((on - first).days)
    return days, Step(PERIOD, {"on": on, "days": days, "first": first, "last": date.fromordinal(on.toordinal() - 1)})


def three_months_before(on: date) -> date:
    """The first of the three calendar months before a day; the last day of a shorter month where there is none such."""
    year, month = month_after(on, -THREE)
    last = (date(*month_after(date(year, month, 1), 1), 1) - date(year, month, 1)).days
    return date(year, month, min(on.day, last))


def average_wage(_law: Law, *, on: date | None, **of_months: int) -> Result:
    """The average wage a day on the day on which a claim arose."""
    average, steps = average_day(on=on, **of_months)  # type: ignore[arg-type]  # inputs are read by their declaration
    return Result(value=average, unit="won", steps=steps)


def month_hours(weekly: Decimal) -> tuple[Decimal, Step]:
    """The paid hours of a month for so many agreed hours a week, with the weekly holiday from 15 hours on."""
    if weekly == FULL_WEEK:
        return FULL_MONTH, Step(HOURS_209, {})
    holiday = min(weekly, FULL_WEEK) / DAYS_A_WEEK if weekly >= SHORT_WEEK else Decimal(0)
    month = (weekly + holiday) * 365 / 7 / 12
    return month, Step(HOURS, {"week": weekly, "holiday": holiday, "month": month.quantize(Decimal("0.001"))})


def ordinary_wage(
    _law: Law, *, monthly: int, weekly_hours: Decimal | None, daily_hours: Decimal, worked_hours: Decimal | None
) -> Result:
    """The ordinary wage an hour; `daily` among the details. With `worked_hours`, of pay by the piece."""
    if worked_hours:
        month, steps, said = worked_hours, [], BY_PIECE
    else:
        month, step = month_hours(Decimal(weekly_hours or FULL_WEEK))
        steps, said = [step], HOURLY
    exact = Decimal(monthly) / month
    hourly, daily = cents(exact), cents(exact * daily_hours)
    shown = month.quantize(Decimal("0.001"))
    steps.append(Step(said, {"wage": Won(Decimal(monthly)), "month": shown, "hourly": Won(hourly)}))
    steps.append(Step(DAILY, {"hourly": Won(hourly), "hours": daily_hours, "daily": Won(daily)}))
    return Result(value=hourly, unit="won", steps=tuple(steps), details={"daily": daily, "month_hours": shown})


AVERAGE_WAGE = Calculator(
    name="average_wage", title=_("Average wage"), compute=average_wage,
    basis_ko="근로기준법 제2조 제1항 제6호, 제2항", basis_en="Labour Standards Act, art. 2 (1), no. 6, and (2)",
    formula=_("Average wage a day = (wages of three months + yearly payments × 3 ÷ 12) ÷ days of the three months"),
    under_five=_("The same below five employees."), one_of=(("on", "days_in_period"),),
    inputs=(
        Input(name="on", holds=Holds.DAY, label=_("Day on which the claim arose"), needed=False,
              hint=_("For severance pay: the day after the last day of work.")),
        *THREE_MONTHS,
    ),
)
ORDINARY_WAGE = Calculator(
    name="ordinary_wage", title=_("Ordinary wage"), compute=ordinary_wage,
    basis_ko="근로기준법 시행령 제6조", basis_en="Labour Standards Decree, art. 6",
    formula=_("Ordinary wage an hour = monthly ordinary wage ÷ hours a month, paid weekly holiday included"),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="monthly", holds=Holds.WON, label=_("Monthly ordinary wage"),
              hint=_("Basic pay and what is paid regularly and to all; since 19 December 2024 also with conditions.")),
        Input(name="weekly_hours", holds=Holds.NUMBER, label=_("Agreed hours a week"), needed=False, least=1, most=52,
              default=Decimal(40), unit="hours"),
        Input(name="daily_hours", holds=Holds.NUMBER, label=_("Agreed hours a day"), needed=False, least=1, most=12,
              default=Decimal(8), unit="hours"),
        Input(name="worked_hours", holds=Holds.NUMBER, label=_("Hours worked for pay by the piece"), needed=False,
              least=1,
              most=744, hint=_("Only for pay by the piece: all hours that the pay was for."), unit="hours"),
    ),
)
