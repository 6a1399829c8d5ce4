"""How many employees a workplace has, which decides which articles apply (상시근로자 수)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from gilmok.ground.i18n import _marked as _
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result
from gilmok.law.limits import Step
from gilmok.law.shipped import Law

FIVE, HUNDREDTH, MOST_DAYS = 5, Decimal("0.01"), 31

AVERAGE = _("%(sum)s people-days ÷ %(days)s days of operation = %(average)s.")
DAY_TEST = _("On %(below)s of the %(days)s days there were fewer than %(limit)s.")
FEWER = _(
    "That is half of the days or more, so fewer than %(limit)s count, whatever the average (art. 7-2 (2), no. 2)."
)
MORE = _("That is less than half of the days, so %(limit)s count although the average is lower (art. 7-2 (2), no. 1).")
APPLIES = _("The rules for workplaces of %(limit)s or more apply.")
DOES_NOT = _("The rules for workplaces of %(limit)s or more do not apply.")


def employees(_law: Law, *, daily: Sequence[Decimal], limit: Decimal) -> Result:
    """The number of employees, on average of the month before the event; the answer says whether the rules for `limit`
    (5, 10, 30) apply, by the test of single days (Labour Standards Decree, art. 7-2). `applies` among the details is
    1 or 0. `daily`: people on each day of operation; not counted are dispatched workers, counted is everyone else."""
    total = sum(daily, Decimal(0))
    days = Decimal(len(daily))
    average = total / days
    below = Decimal(sum(each < limit for each in daily))
    applies = below * 2 < days
    shown = average.quantize(HUNDREDTH)
    steps = [Step(AVERAGE, {"sum": total, "days": days, "average": shown}),
             Step(DAY_TEST, {"below": below, "days": days, "limit": limit})]
    if applies != (average >= limit):
        steps.append(Step(MORE if applies else FEWER, {"limit": limit}))
    answer = Step(APPLIES if applies else DOES_NOT, {"limit": limit})
    details = {"applies": Decimal(applies), "days_below": below}
    return Result(value=shown, unit="people", steps=(*steps, answer), details=details, answer=answer)


def month_before(event: date) -> tuple[date, date]:
    """The first and the last day of the month before an event, over which people are counted."""
    first = date(event.year - (event.month == 1), event.month - 1 or 12, event.day if event.day <= 28 else 28)
    return first, date.fromordinal(event.toordinal() - 1)


EMPLOYEES = Calculator(
    name="employees", title=_("Number of employees"), compute=employees,
    basis_ko="근로기준법 제11조, 시행령 제7조의2", basis_en="Labour Standards Act, art. 11; Decree, art. 7-2",
    formula=_("Number = people on all days of operation in the month before the event ÷ days of operation"),
    under_five=_("Which rules hold below five stands in the table of rules by size."),
    inputs=(
        Input(name="daily", holds=Holds.NUMBERS, label=_("People on each day of operation in the month before"),
              most=100_000,
              hint=_("Everyone but dispatched workers; family members too where at least one other is employed.")),
        Input(name="limit", holds=Holds.CODE, label=_("Threshold"), needed=False, default="5", options=(
            ("5", _("five")), ("10", _("ten")), ("30", _("thirty")), ("300", _("three hundred")))),
    ),
)
