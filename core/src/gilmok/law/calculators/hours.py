"""Pay by the hour: weekly holiday pay, premiums, pay during suspension, pay in lieu of notice."""

from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result, whole
from gilmok.law.calculators.wages import FULL_WEEK, SHORT_WEEK
from gilmok.law.counting import Period, end_of
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law

DAY_HOURS, NOTICE_DAYS = Decimal(8), 30
HALF, SUSPENSION = Decimal("0.5"), Decimal("0.7")
THREE_MONTHS = Period(3, "month")

NO_HOLIDAY = _("Below 15 hours a week there is no paid weekly holiday (art. 18 (3)).")
ABSENT = _("The paid weekly holiday needs attendance on all agreed days of the week (Decree, art. 30).")
HOLIDAY_HOURS = _("%(week)s hours ÷ %(full)s × 8 = %(hours)s hours of paid holiday.")
HOLIDAY_PAY = _("%(hours)s hours × %(hourly)s = %(pay)s a week.")
PREMIUMS = _("Each hour is paid %(share)s times: 1, and what is added for overtime, night and holiday (art. 56).")
BEYOND = _("%(hours)s of the hours exceed eight on a holiday and are paid %(share)s times.")
NO_PREMIUM = _("Below five employees nothing is added: each hour is paid once (Decree, annexed table 1).")
PREMIUM_PAY = _("%(hours)s hours × %(hourly)s × %(share)s = %(pay)s.")
SUSPENDED = _("70 percent of the average wage: %(average)s × 0.7 = %(share)s a day.")
ORDINARY_LESS = _("The ordinary wage of %(ordinary)s a day is less, so it is paid.")
SUSPENSION_PAY = _("%(daily)s × %(days)s days = %(pay)s.")
NONE_BELOW_FIVE = _("Below five employees this article does not apply.")
IN_TIME = _("Notice on %(told)s for %(last)s as the last day of work is 30 days or more before: nothing is due.")
TOO_LATE = _(
    "Notice on %(told)s is less than 30 days before %(last)s: pay for the full 30 days is due, not for the rest."
)
SHORT_SERVICE = _("Dismissed before three months of service: no notice is needed (art. 26, no. 1).")
NOTICE_PAY = _("%(daily)s × 30 days = %(pay)s.")

HOURLY = Input(name="hourly", holds=Holds.WON, label=_("Ordinary wage an hour"), unit="won")
FIVE = Input(name="five_or_more", holds=Holds.YES_NO, label=_("Five employees or more"), needed=False, default=True)


def weekly_holiday_pay(
    _law: Law, *, hourly: int, weekly_hours: Decimal, full_time_hours: Decimal, attended: bool
) -> Result:
    """Pay of the weekly holiday, in won a week."""
    refusal = NO_HOLIDAY if weekly_hours < SHORT_WEEK else "" if attended else ABSENT
    if refusal:
        step = Step(refusal, {})
        return Result(value=Decimal(0), unit="won", steps=(step,), answer=step)
    week = min(weekly_hours, full_time_hours)
    hours = week / full_time_hours * DAY_HOURS
    pay = whole(hours * hourly)
    return Result(value=pay, unit="won", details={"hours": hours}, steps=(
        Step(HOLIDAY_HOURS, {"week": week, "full": full_time_hours, "hours": hours}),
        Step(HOLIDAY_PAY, {"hours": hours, "hourly": Won(Decimal(hourly)), "pay": Won(pay)}),
    ))


def premium_pay(
    _law: Law, *, hourly: int, hours: Decimal, overtime: bool, night: bool, holiday: bool, five_or_more: bool
) -> Result:
    """Pay of hours of overtime, night or holiday work, the hours themselves included, in won."""
    wage = Decimal(hourly)
    if not five_or_more:
        return Result(value=whole(hours * wage), unit="won", steps=(
            Step(NO_PREMIUM, {}), paid(hours, wage, Decimal(1)),
        ))
    share = 1 + HALF * (bool(overtime) + bool(night) + bool(holiday))
    beyond = max(hours - DAY_HOURS, Decimal(0)) if holiday else Decimal(0)
    # Beyond eight hours a holiday adds the whole wage instead of half of it; overtime is in that already.
    beyond_share = Decimal(2) + HALF * bool(night)
    pay = whole((hours - beyond) * wage * share + beyond * wage * beyond_share)
    steps = [Step(PREMIUMS, {"share": share}), paid(hours - beyond, wage, share)]
    if beyond:
        steps += [Step(BEYOND, {"hours": beyond, "share": beyond_share}), paid(beyond, wage, beyond_share)]
    return Result(value=pay, unit="won", steps=tuple(steps))


def paid(hours: Decimal, wage: Decimal, share: Decimal) -> Step:
    """The step that multiplies."""
    values = {"hours": hours, "hourly": Won(wage), "share": share, "pay": Won(whole(hours * wage * share))}
    return Step(PREMIUM_PAY, values)


def suspension_pay(_law: Law, *, average_day: int, ordinary_day: int, days: Decimal, five_or_more: bool) -> Result:
    """Pay while the employer suspends the business, in won."""
    if not five_or_more:
        step = Step(NONE_BELOW_FIVE, {})
        return Result(value=Decimal(0), unit="won", steps=(step,), answer=step)
    share, ordinary = Decimal(average_day) * SUSPENSION, Decimal(ordinary_day)
    daily = min(share, ordinary)
    steps = [Step(SUSPENDED, {"average": Won(Decimal(average_day)), "share": Won(share)})]
    if ordinary < share:
        steps.append(Step(ORDINARY_LESS, {"ordinary": Won(ordinary)}))
    pay = whole(daily * days)
    steps.append(Step(SUSPENSION_PAY, {"daily": Won(daily), "days": days, "pay": Won(pay)}))
    return Result(value=pay, unit="won", steps=tuple(steps), details={"daily": daily})


def dismissal_notice_pay(
    _law: Law, *, ordinary_day: int, told_on: date | None, last_day: date | None, hired_on: date | None
) -> Result:
    """Pay in lieu of notice, in won; 0 where notice was in time or none was needed. A day late costs all 30 days."""
    answer = why_no_notice_pay(told_on, last_day, hired_on)
    if answer:
        return Result(value=Decimal(0), unit="won", steps=(answer,), answer=answer)
    pay = whole(Decimal(ordinary_day) * NOTICE_DAYS)
    late = [Step(TOO_LATE, {"told": told_on, "last": last_day})] if told_on and last_day else []
    last = Step(NOTICE_PAY, {"daily": Won(Decimal(ordinary_day)), "pay": Won(pay)})
    return Result(value=pay, unit="won", steps=(*late, last))


def why_no_notice_pay(told_on: date | None, last_day: date | None, hired_on: date | None) -> Step | None:
    """Why no pay is due; None if it is."""
    if hired_on and last_day and last_day <= end_of(hired_on, THREE_MONTHS):
        return Step(SHORT_SERVICE, {})
    if told_on and last_day and (last_day - told_on).days >= NOTICE_DAYS:
        return Step(IN_TIME, {"told": told_on, "last": last_day})
    return None


WEEKLY_HOLIDAY_PAY = Calculator(
    name="weekly_holiday_pay", title=_("Weekly holiday pay"), compute=weekly_holiday_pay,
    basis_ko="근로기준법 제55조 제1항, 제18조, 시행령 제30조",
    basis_en="Labour Standards Act, art. 55 (1), 18; Decree, art. 30",
    formula=_("Weekly holiday pay = agreed hours a week (40 at most) ÷ 40 × 8 × ordinary wage an hour"),
    under_five=_("The same below five employees."),
    inputs=(
        HOURLY,
        Input(name="weekly_hours", holds=Holds.NUMBER, label=_("Agreed hours a week"), most=52, unit="hours",
              hint=_("The average of four weeks.")),
        Input(name="full_time_hours", holds=Holds.NUMBER, label=_("Hours a week of full-timers there"), needed=False,
              default=FULL_WEEK, least=1, most=40, unit="hours"),
        Input(name="attended", holds=Holds.YES_NO, label=_("Came on all agreed days"), needed=False, default=True),
    ),
)
PREMIUM = Calculator(
    name="premium_pay", title=_("Overtime, night and holiday pay"), compute=premium_pay, size=5,
    basis_ko="근로기준법 제56조", basis_en="Labour Standards Act, art. 56",
    formula=_(
        "Pay = hours × ordinary wage an hour × (1 + 0.5 overtime + 0.5 night + 0.5 holiday, 1.0 beyond eight hours)"
    ),
    under_five=_("Below five employees nothing is added: each hour is paid once (Decree, annexed table 1)."),
    inputs=(
        HOURLY,
        Input(name="hours", holds=Holds.NUMBER, label=_("Hours worked"), most=744, unit="hours"),
        Input(name="overtime", holds=Holds.YES_NO, label=_("Overtime"), needed=False, default=False),
        Input(name="night", holds=Holds.YES_NO, label=_("Between 22:00 and 06:00"), needed=False, default=False),
        Input(name="holiday", holds=Holds.YES_NO, label=_("On a paid holiday"), needed=False, default=False,
              hint=_("Hours of one day: those beyond eight count double.")),
        FIVE,
    ),
)
SUSPENSION_CALCULATOR = Calculator(
    name="suspension_pay", title=_("Pay during business suspension"), compute=suspension_pay, size=5,
    basis_ko="근로기준법 제46조", basis_en="Labour Standards Act, art. 46",
    formula=_("Pay = days × 70 percent of the average wage, or the ordinary wage where that is less"),
    under_five=_("Below five employees this article does not apply."),
    inputs=(
        Input(name="average_day", holds=Holds.WON, label=_("Average wage a day")),
        Input(name="ordinary_day", holds=Holds.WON, label=_("Ordinary wage a day")),
        Input(name="days", holds=Holds.NUMBER, label=_("Days of suspension"), most=3660, unit="days"),
        FIVE,
    ),
)
NOTICE = Calculator(
    name="dismissal_notice_pay", title=_("Pay in lieu of notice of dismissal"), compute=dismissal_notice_pay,
    basis_ko="근로기준법 제26조", basis_en="Labour Standards Act, art. 26",
    formula=_("Pay = ordinary wage a day × 30, where notice came less than 30 days before the last day of work"),
    under_five=_("The same below five employees."), in_order=(("told_on", "last_day"), ("hired_on", "last_day")),
    inputs=(
        Input(name="ordinary_day", holds=Holds.WON, label=_("Ordinary wage a day")),
        Input(name="told_on", holds=Holds.DAY, label=_("Day on which notice was given"), needed=False,
              hint=_("Leave it open where there was none.")),
        Input(name="last_day", holds=Holds.DAY, label=_("Last day of work"), needed=False),
        Input(name="hired_on", holds=Holds.DAY, label=_("First day of work"), needed=False),
    ),
)
