"""What the desks of the southeast work out: overtime behind an inclusive wage, and freight below the safe rate."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from gilmok.modules.api import Calculator, Holds, Input, Law, Result, Step, Won, _

FULL_WEEK, LONGEST_WEEK = Decimal(40), Decimal(52)
PREMIUM, NONE = Decimal("1.5"), Decimal(1)
# The safe rates hold again from 2026 to 2028, for these goods alone.
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
COVERED = ("container", "cement")

OVERTIME = _("Hours beyond 40 a week, added up: %(hours)s.")
DUE = _("%(hours)s hours × %(hourly)s × %(share)s = %(due)s.")
FIXED = _("Already paid as fixed overtime: %(fixed)s.")
OWED = _("%(owed)s is owed beside the inclusive wage. Such a wage is only valid where hours are hard to measure; a log "
         "shows that they are not.")
COVERED_BY_IT = _("What was paid as fixed overtime covers the hours of the log.")
TOO_LONG = _("%(weeks)s weeks were longer than 52 hours, which art. 53 forbids.")
SAFE = _("Safe rate: %(rate)s × %(trips)s trips = %(due)s.")
PAID = _("Paid: %(paid)s.")
SHORT = _("Paid %(short)s less than the safe rate.")
REACHED = _("The safe rate was paid.")
NOT_COVERED = _("No safe rate holds for these goods on %(on)s: only for containers and cement, 2026 to 2028.")


def won(amount: Decimal) -> Decimal:
    """Rounded to the won."""
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


def overtime_log(
    _law: Law, *, weeks: tuple[Decimal, ...], hourly: int, fixed_paid: int, five_or_more: bool
) -> Result:
    """What is owed for overtime by a log of hours, beside what was paid as fixed overtime, in won."""
    beyond = sum((max(each - FULL_WEEK, Decimal(0)) for each in weeks), Decimal(0))
    share = PREMIUM if five_or_more else NONE
    due = won(beyond * hourly * share)
    owed = max(due - fixed_paid, Decimal(0))
    long = sum(each > LONGEST_WEEK for each in weeks)
    steps = [
        Step(OVERTIME, {"hours": beyond}),
        Step(DUE, {"hours": beyond, "hourly": Won(Decimal(hourly)), "share": share, "due": Won(due)}),
        Step(FIXED, {"fixed": Won(Decimal(fixed_paid))}),
        *([Step(TOO_LONG, {"weeks": long})] if long and five_or_more else []),
    ]
    answer = Step(OWED, {"owed": Won(owed)}) if owed else Step(COVERED_BY_IT, {})
    return Result(value=owed, unit="won", steps=tuple(steps), answer=answer, details={"overtime_hours": beyond})


def safe_rate(_law: Law, *, on: date, goods: str, rate: int, trips: Decimal, paid: int) -> Result:
    """What was paid below the safe rate, in won; 0 where none holds for the goods on that day."""
    if goods not in COVERED or not FIRST <= on <= LAST:
        none = Step(NOT_COVERED, {"on": on})
        return Result(value=Decimal(0), unit="won", steps=(none,), answer=none)
    due = won(Decimal(rate) * trips)
    short = max(due - paid, Decimal(0))
    answer = Step(SHORT, {"short": Won(short)}) if short else Step(REACHED, {})
    return Result(value=short, unit="won", answer=answer, steps=(
        Step(SAFE, {"rate": Won(Decimal(rate)), "trips": trips, "due": Won(due)}),
        Step(PAID, {"paid": Won(Decimal(paid))}),
    ))


OVERTIME_LOG = Calculator(
    name="southeast.overtime_log", title=_("Overtime behind an inclusive wage"), compute=overtime_log,
    basis_ko="근로기준법 제53조, 제56조; 대법원 2008다6052",
    basis_en="Labour Standards Act, art. 53 and 56; Supreme Court 2008Da6052",
    formula=_("Owed = hours beyond 40 a week × ordinary wage an hour × 1.5 − paid as fixed overtime"),
    under_five=_("Below five employees the hours are paid without the premium, and no limit of hours holds."),
    inputs=(
        Input(name="weeks", holds=Holds.NUMBERS, label=_("Hours worked in each week"), most=168, unit=_("hours"),
              hint=_("From the log of attendance, commits or messages: 52 47.5 61")),
        Input(name="hourly", holds=Holds.WON, label=_("Ordinary wage an hour")),
        Input(name="fixed_paid", holds=Holds.WON, label=_("Paid as fixed overtime for these weeks"), needed=False,
              default=0),
        Input(name="five_or_more", holds=Holds.YES_NO, label=_("Five employees or more"), needed=False, default=True),
    ),
)
SAFE_RATE = Calculator(
    name="southeast.safe_rate", title=_("Freight below the safe rate"), compute=safe_rate,
    basis_ko="화물자동차 운수사업법의 안전운임(2026. 1. 1.~2028. 12. 31.), 조문 번호 확인 필요",
    basis_en="Safe rates of the Trucking Transport Business Act (2026 to 2028); the article is to be confirmed",
    formula=_("Short = published safe rate × trips − paid"),
    under_five=_("It holds for owners of trucks, whatever the number of employees."),
    inputs=(
        Input(name="on", holds=Holds.DAY, label=_("Day of the transport")),
        Input(name="goods", holds=Holds.CODE, label=_("Goods"), options=(
            ("container", _("Containers")), ("cement", _("Cement")), ("other", _("Other goods")),
        )),
        Input(name="rate", holds=Holds.WON, label=_("Published safe rate for the trip"),
              hint=_("From the notice of that year, for the distance of this trip.")),
        Input(name="trips", holds=Holds.NUMBER, label=_("Trips"), least=1, most=1000),
        Input(name="paid", holds=Holds.WON, label=_("Paid for them")),
    ),
)
CALCULATORS = (OVERTIME_LOG, SAFE_RATE)
