"""Whether the pay of an opening reaches the minimum wage, as far as its hours say."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gilmok.law.calculators.wages import month_hours
from gilmok.law.shipped import NoSuchRule, NotInForce, shipped
from gilmok.programmes.employment.models import JobOpening


@dataclass(frozen=True)
class Compared:
    """The pay an hour (None where the hours are not known or it is no pay by time) beside the minimum wage of a day
    (None where none is known)."""

    hourly: Decimal | None
    minimum: Decimal | None

    @property
    def below(self) -> bool:
        """Whether it is certainly below the minimum wage."""
        return self.hourly is not None and self.minimum is not None and self.hourly < self.minimum


def compared(opening: JobOpening, on: date) -> Compared:
    """The pay of an opening beside the minimum wage of that day."""
    return Compared(hourly(opening), minimum_on(on))


def hourly(opening: JobOpening) -> Decimal | None:
    """The pay an hour, in won; of a month with the paid weekly holiday, as the calculator counts its hours."""
    if opening.pay is None:
        return None
    if opening.pay_unit == "hour":
        return Decimal(opening.pay)
    if opening.pay_unit == "day" and opening.hours_day:
        return round(opening.pay / opening.hours_day, 2)
    if opening.pay_unit == "month" and opening.hours_week:
        hours, _step = month_hours(Decimal(opening.hours_week))
        return round(opening.pay / hours, 2)
    return None


def minimum_on(on: date) -> Decimal | None:
    """The minimum wage an hour on that day; None where it is not known."""
    try:
        return shipped().rate("minimum_wage", on).number
    except (NoSuchRule, NotInForce):
        return None
