"""Every calculator, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from gilmok.law.calculators import benefits, employees, hours, interest, leave, overwork, pieces, severance, wages
from gilmok.law.calculators.declared import Calculator

CALCULATORS: Mapping[str, Calculator] = MappingProxyType({each.name: each for each in (
    wages.AVERAGE_WAGE, wages.ORDINARY_WAGE, severance.SEVERANCE_PAY, hours.WEEKLY_HOLIDAY_PAY, hours.PREMIUM,
    hours.NOTICE, leave.ANNUAL_LEAVE, hours.SUSPENSION_CALCULATOR, interest.DELAY_INTEREST, benefits.JOB_SEEKING,
    benefits.PARENTAL, overwork.OVERWORK, employees.EMPLOYEES, pieces.PIECE_PAY,
)})
