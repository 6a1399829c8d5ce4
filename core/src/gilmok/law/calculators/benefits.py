"""Benefits of the employment insurance: job-seeking benefit (구직급여) and parental-leave benefit (육아휴직급여)."""

from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, whole
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law, NotInForce

OLD, MOST_HOURS = 50, Decimal(8)
NEEDED_DAYS = 180
# Annexed table 1: days by the years insured (below 1, 3, 5, 10, and more), young and old or disabled.
INSURED = (1, 3, 5, 10)
DAYS_YOUNG, DAYS_OLD = (120, 150, 180, 210, 240), (120, 180, 210, 240, 270)
FIRST, MIDDLE = 3, 6

BASE = _("Basic daily amount: %(wage)s, %(cap)s at most, so %(base)s (Decree, art. 68).")
SHARE = _("%(base)s × %(rate)s = %(share)s.")
FLOOR = _("Lower limit: %(hours)s hours × %(minimum)s × %(rate)s = %(floor)s a day.")
FROZEN = _("The lower limit of %(floor)s a day was kept from 2019 (%(hours)s hours).")
DAILY = _("The higher of the two is paid: %(daily)s a day.")
FLOOR_WINS = _(
    "The lower limit exceeds the cap of %(cap)s a day; by the text of art. 46 (2) it is paid. The cap is not settled."
)
DAYS = _("Insured for %(years)s years, aged %(age)s: %(days)s days (Act, annexed table 1).")
TOTAL = _("%(daily)s × %(days)s days = %(total)s.")
NOT_INSURED = _("Fewer than 180 insured days within the last 18 months: there is no claim (Act, art. 40 (1), no. 1).")
MONTHS = _(
    "Months %(first)s to %(last)s: %(share)s of %(wage)s, %(cap)s at most and %(floor)s at least: %(paid)s a month."
)
PARENTAL_TOTAL = _("%(months)s months in all: %(total)s.")


def job_seeking_benefit(
    law: Law, *, average_day: int, ordinary_day: int | None, daily_hours: Decimal, left_on: date, age: Decimal,
    disabled: bool, insured_years: Decimal, insured_days: Decimal | None,
) -> Result:
    """The whole job-seeking benefit in won; `daily` and `days` among the details."""
    if insured_days is not None and insured_days < NEEDED_DAYS:
        step = Step(NOT_INSURED, {})
        return Result(value=Decimal(0), unit="won", steps=(step,), answer=step)
    daily, steps = daily_benefit(law, Decimal(max(average_day, ordinary_day or 0)), daily_hours, left_on)
    days = benefit_days(insured_years, age, disabled)
    total = daily * days
    return Result(value=total, unit="won", details={"daily": daily, "days": days}, steps=(
        *steps, Step(DAYS, {"years": insured_years, "age": age, "days": days}),
        Step(TOTAL, {"daily": Won(daily), "days": days, "total": Won(total)}),
    ))


def daily_benefit(law: Law, wage: Decimal, hours: Decimal, left_on: date) -> tuple[Decimal, tuple[Step, ...]]:
    """Job-seeking benefit a day, in whole won, with the steps."""
    cap, rate = law.rate("ui_base_cap", left_on).number, law.rate("ui_rate", left_on).number
    base = min(wage, cap)
    share = whole(base * rate)
    floor, floor_step = lower_limit(law, min(hours, MOST_HOURS), left_on)
    daily = max(share, floor)
    steps = [Step(BASE, {"wage": Won(wage), "cap": Won(cap), "base": Won(base)}),
             Step(SHARE, {"base": Won(base), "rate": rate, "share": Won(share)}), floor_step,
             Step(DAILY, {"daily": Won(daily)})]
    if floor > cap * rate:
        steps.append(Step(FLOOR_WINS, {"cap": Won(whole(cap * rate))}))
    return daily, tuple(steps)


def lower_limit(law: Law, hours: Decimal, left_on: date) -> tuple[Decimal, Step]:
    """The least that is paid a day, for so many agreed hours a day."""
    minimum, rate = law.rate("minimum_wage", left_on).number, law.rate("ui_floor_share", left_on).number
    floor = whole(hours * minimum * rate)
    try:
        frozen = whole(law.rate("ui_floor_frozen", left_on).number * hours)
    except NotInForce:
        frozen = Decimal(0)
    if frozen > floor:
        return frozen, Step(FROZEN, {"floor": Won(frozen), "hours": hours})
    return floor, Step(FLOOR, {"hours": hours, "minimum": Won(minimum), "rate": rate, "floor": Won(floor)})


def benefit_days(years: Decimal, age: Decimal, disabled: bool) -> Decimal:
    """For how many days the benefit is paid (Act, annexed table 1)."""
    column = sum(years >= limit for limit in INSURED)
    return Decimal((DAYS_OLD if disabled or age >= OLD else DAYS_YOUNG)[column])


def parental_leave_benefit(law: Law, *, monthly: int, months: Decimal, begins_on: date) -> Result:
    """The whole parental-leave benefit in won, for months of leave counted from its beginning."""
    parts = (("parental_first", 1, FIRST, Decimal(1)), ("parental_middle", FIRST + 1, MIDDLE, Decimal(1)),
             ("parental_later", MIDDLE + 1, int(months), law.rate("parental_later_share", begins_on).number))
    floor, total, steps = law.rate("parental_floor", begins_on).number, Decimal(0), []
    for code, first, last, share in parts:
        last = min(last, int(months))
        if last < first:
            continue
        cap = law.rate(code, begins_on).number
        paid = whole(max(min(Decimal(monthly) * share, cap), floor))
        total += paid * (last - first + 1)
        steps.append(Step(MONTHS, {
            "first": str(first), "last": str(last), "share": share, "wage": Won(Decimal(monthly)), "cap": Won(cap),
            "floor": Won(floor), "paid": Won(paid),
        }))
    steps.append(Step(PARENTAL_TOTAL, {"months": months, "total": Won(total)}))
    return Result(value=total, unit="won", steps=tuple(steps))


JOB_SEEKING = Calculator(
    name="job_seeking_benefit", title=_("Job-seeking benefit"), compute=job_seeking_benefit,
    basis_ko="고용보험법 제40조, 제45조, 제46조, 제50조, 별표 1; 시행령 제68조",
    basis_en="Employment Insurance Act, art. 40, 45, 46, 50, annexed table 1; Decree, art. 68",
    formula=_("Benefit = max(min(wage a day, cap) × 0.6, hours × minimum wage × 0.8) × days of annexed table 1"),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="average_day", holds=Holds.WON, label=_("Average wage a day")),
        Input(name="ordinary_day", holds=Holds.WON, label=_("Ordinary wage a day"), needed=False),
        Input(name="daily_hours", holds=Holds.NUMBER, label=_("Agreed hours a day"), needed=False, least=1, most=12,
              default=Decimal(8), unit="hours"),
        Input(name="left_on", holds=Holds.DAY, label=_("Day of leaving")),
        Input(name="age", holds=Holds.NUMBER, label=_("Age on leaving"), most=120),
        Input(name="disabled", holds=Holds.YES_NO, label=_("Has a registered disability"), needed=False, default=False),
        Input(name="insured_years", holds=Holds.NUMBER, label=_("Years insured"), most=60),
        Input(name="insured_days", holds=Holds.NUMBER, label=_("Insured days in the last 18 months"), needed=False,
              most=549),
    ),
)
PARENTAL = Calculator(
    name="parental_leave_benefit", title=_("Parental-leave benefit"), compute=parental_leave_benefit,
    basis_ko="고용보험법 제70조, 시행령 제95조", basis_en="Employment Insurance Act, art. 70; Decree, art. 95",
    formula=_(
        "Months 1 to 6: the ordinary wage; from month 7: 80 percent of it; each with its cap and the lower limit"
    ),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="monthly", holds=Holds.WON, label=_("Monthly ordinary wage")),
        Input(name="months", holds=Holds.NUMBER, label=_("Months of leave"), least=1, most=36),
        Input(name="begins_on", holds=Holds.DAY, label=_("First day of the leave")),
    ),
)
