"""Annual leave (연차유급휴가)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result
from gilmok.law.calculators.wages import SHORT_WEEK
from gilmok.law.counting import Period, end_of
from gilmok.law.limits import Step
from gilmok.law.shipped import Law

FIRST_YEAR_MOST, BASE, MOST = 11, 15, 25
HUNDREDTH = Decimal("0.01")
DAY = timedelta(days=1)

MONTHLY = _(
    "In the first year a day for each full month worked, 11 at most: %(months)s months complete, so %(days)s days."
)
YEARLY = _(
    "%(years)s years complete: 15 days, one more for each two years beyond the first, 25 at most: %(days)s days."
)
LOW_ATTENDANCE = _("Below 80 percent attendance only a day for each full month counts (art. 60 (2)).")
FISCAL = _("By the business year: 15 × %(days)s days employed in %(year)s ÷ 365 = %(share)s days on 1 January.")
FEW_HOURS = _("Below 15 agreed hours a week there is no annual leave (art. 18 (3)).")
NOT_BELOW_FIVE = _("Below five employees this article does not apply.")
TOTAL = _("Since the first day of work, %(total)s days have accrued in all.")


def annual_leave(
    _law: Law, *, hired_on: date, on: date, method: str, weekly_hours: Decimal, good_attendance: bool,
    five_or_more: bool,
) -> Result:
    """The days of annual leave that hold on the day `on`: those of the current year of service; `total` among the
    details is what has accrued since the first day of work. `method` `fiscal`: the first 1 January's share."""
    refusal = NOT_BELOW_FIVE if not five_or_more else FEW_HOURS if weekly_hours < SHORT_WEEK else ""
    if refusal:
        step = Step(refusal, {})
        return Result(value=Decimal(0), unit="days", steps=(step,), answer=step)
    if method == "fiscal":
        return by_business_year(hired_on)
    years = years_complete(hired_on, on)
    if years == 0 or not good_attendance:
        return of_months(hired_on, on, years)
    days = of_years(years)
    total = sum(of_years(each) for each in range(1, years + 1)) + FIRST_YEAR_MOST
    return Result(value=Decimal(days), unit="days", details={"total": Decimal(total)}, steps=(
        Step(YEARLY, {"years": Decimal(years), "days": Decimal(days)}), Step(TOTAL, {"total": Decimal(total)}),
    ))


def of_months(hired_on: date, on: date, years: int) -> Result:
    """The days for each full month of the current year of service."""
    begun = end_of(hired_on, Period(years, "year")) + DAY if years else hired_on
    months = sum(1 for _month in months_complete(begun, on))
    days = Decimal(min(months, FIRST_YEAR_MOST))
    low = [Step(LOW_ATTENDANCE, {})] if years else []
    step = Step(MONTHLY, {"months": Decimal(months), "days": days})
    return Result(value=days, unit="days", steps=(*low, step), details={"total": days})


def months_complete(hired_on: date, on: date) -> Iterator[int]:
    """The months of service that are over on the morning of `on`."""
    month = 1
    while end_of(hired_on, Period(month, "month")) < on:
        yield month
        month += 1


def years_complete(hired_on: date, on: date) -> int:
    """The years of service that are over on the morning of `on`: one who works a day longer than a year has one."""
    years = 0
    while end_of(hired_on, Period(years + 1, "year")) < on:
        years += 1
    return years


def of_years(years: int) -> int:
    """The days of leave after so many complete years: 15, 15, 16, 16, … 25 (Labour Standards Act, art. 60 (1), (4))."""
    return min(MOST, BASE + (years - 1) // 2)


def by_business_year(hired_on: date) -> Result:
    """The share of 15 days that is given on the first 1 January."""
    employed = (date(hired_on.year + 1, 1, 1) - hired_on).days
    share = (Decimal(BASE) * employed / 365).quantize(HUNDREDTH)
    values = {"days": Decimal(employed), "year": str(hired_on.year), "share": share}
    return Result(value=share, unit="days", steps=(Step(FISCAL, values),))


ANNUAL_LEAVE = Calculator(
    name="annual_leave", title=_("Annual leave"), compute=annual_leave, size=5,
    basis_ko="근로기준법 제60조", basis_en="Labour Standards Act, art. 60",
    formula=_(
        "First year: a day for each full month, 11 at most. After that: 15 + (years − 1) ÷ 2, rounded down, 25 at most"
    ),
    under_five=_("Below five employees this article does not apply."), in_order=(("hired_on", "on"),),
    inputs=(
        Input(name="hired_on", holds=Holds.DAY, label=_("First day of work")),
        Input(name="on", holds=Holds.DAY, label=_("As of this day"),
              hint=_("On leaving: the last day of work.")),
        Input(name="method", holds=Holds.CODE, label=_("Counted by"), needed=False, default="hire", options=(
            ("hire", _("the first day of work (the law)")), ("fiscal", _("the business year, its first share")))),
        Input(name="weekly_hours", holds=Holds.NUMBER, label=_("Agreed hours a week"), needed=False, least=1, most=52,
              default=Decimal(40), unit="hours"),
        Input(name="good_attendance", holds=Holds.YES_NO, label=_("Came on 80 percent of the days of the last year"),
              needed=False, default=True),
        Input(name="five_or_more", holds=Holds.YES_NO, label=_("Five employees or more"), needed=False, default=True),
    ),
)
