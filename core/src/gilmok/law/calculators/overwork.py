"""Overwork: the screening of working hours before a brain or heart disease (과로)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result
from gilmok.law.limits import Step
from gilmok.law.shipped import Law

WEEKS, MONTH = 12, 4
TENTH = Decimal("0.1")

NIGHT = _("Hours between 22:00 and 06:00 count for 30 percent more: %(hours)s hours in all.")
AVERAGE = _("Average of the last 12 weeks: %(average)s hours a week; of the last 4: %(month)s.")
STRONG = _("More than %(limit)s hours a week on average of 12 weeks, or %(month)s of 4: the link with work is strong.")
RAISED = _("More than %(limit)s hours a week and a burden: the link with work is raised.")
RAISED_ALONE = _("More than %(limit)s hours a week: with one of the seven burdens the link with work would be raised.")
SUDDEN = _("The last week had %(rise)s times the hours of the eleven before, 1.3 or more: overwork for a short time.")
BELOW = _("Below these limits; an event of the last 24 hours or other burdens may still count.")


def overwork(law: Law, *, weeks: Sequence[Decimal], night: Sequence[Decimal] | None, burden: bool, on: date) -> Result:
    """The average hours a week over 12 weeks, night hours counted more; the answer says what the notice makes of it.

    `weeks`: hours of each of the last 12 weeks, the newest last; `night`: of each, those between 22:00 and 06:00.
    """
    more = law.rate("overwork_night", on).number
    nights = [*(night or ())] + [Decimal(0)] * (len(weeks) - len(night or ()))
    counted = [hours + part * more for hours, part in zip(weeks, nights, strict=True)]
    average, month = mean(counted), mean(counted[-MONTH:])
    steps = [Step(NIGHT, {"hours": sum(counted, Decimal(0))})] if night else []
    steps.append(Step(AVERAGE, {"average": average.quantize(TENTH), "month": month.quantize(TENTH)}))
    answer = judged(law, on, average=average, month=month, rise=rise_of(counted), burden=burden)
    return Result(value=average.quantize(TENTH), unit="hours", steps=(*steps, answer), answer=answer)


def judged(law: Law, on: date, *, average: Decimal, month: Decimal, rise: Decimal, burden: bool) -> Step:
    """What the notice makes of the hours."""
    strong, strong_month, raised, sudden = (
        law.rate(code, on).number
        for code in ("overwork_strong", "overwork_strong_4w", "overwork_raised", "overwork_week_rise")
    )
    if average > strong or month > strong_month:
        return Step(STRONG, {"limit": strong, "month": strong_month})
    if average > raised:
        return Step(RAISED if burden else RAISED_ALONE, {"limit": raised})
    if rise >= 1 + sudden:
        return Step(SUDDEN, {"rise": rise.quantize(Decimal("0.01"))})
    return Step(BELOW, {})


def rise_of(weeks: Sequence[Decimal]) -> Decimal:
    """How many times the hours of the weeks before the last week has; 0 where there were none."""
    before = mean(weeks[:-1]) if len(weeks) > 1 else Decimal(0)
    return weeks[-1] / before if before else Decimal(0)


def mean(numbers: Sequence[Decimal]) -> Decimal:
    """The average of some numbers; 0 of none."""
    return sum(numbers, Decimal(0)) / len(numbers) if numbers else Decimal(0)


OVERWORK = Calculator(
    name="overwork", title=_("Overwork screening"), compute=overwork,
    basis_ko="산업재해보상보험법 시행령 별표 3, 고용노동부 고시 제2026-14호",
    basis_en="Industrial Accident Compensation Insurance Decree, annexed table 3; notice 2026-14",
    formula=_("Average a week = (hours of 12 weeks + night hours × 0.3) ÷ 12"),
    under_five=_("The same below five employees."),
    inputs=(
        Input(name="weeks", holds=Holds.NUMBERS, label=_("Hours of each of the last 12 weeks"), count=WEEKS, most=168,
              hint=_("Twelve numbers, the newest last."), unit="hours"),
        Input(name="night", holds=Holds.NUMBERS, label=_("Of these, hours between 22:00 and 06:00"), needed=False,
              count=WEEKS, most=168, unit="hours"),
        Input(name="burden", holds=Holds.YES_NO, label=_("One of the seven burdens"), needed=False, default=False,
              hint=_("Unforeseeable hours, shifts, few days off, dangers, hard work, time differences, strain.")),
        Input(name="on", holds=Holds.DAY, label=_("Day on which the disease broke out")),
    ),
)
