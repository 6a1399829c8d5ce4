"""Which time limits run for which kind of case, and from what day each counts: a table that can be read aloud.

'In a case about unpaid wages, each wage lapses three years after its payday; who has left has a year for the petition
from which the simplified substitute payment follows.'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gilmok.ground.marking import _marked as _


class Event(StrEnum):
    """What can happen that starts a clock."""

    DISMISSAL = "dismissal"
    PAYDAY = "payday"
    LEFT = "left"
    TREATMENT = "treatment"
    PRACTICE = "practice"
    ACCIDENT = "accident"
    RECOVERED = "recovered"
    DECISION = "decision"
    LEAVE_ENDED = "leave_ended"
    LEAVE_LAPSED = "leave_lapsed"
    FEE_DUE = "fee_due"
    CERTIFICATE = "certificate"
    JUDGMENT = "judgment"
    DEMAND = "demand"


EVENTS: Mapping[Event, str] = {
    Event.DISMISSAL: _("The dismissal or measure took effect"),
    Event.PAYDAY: _("Payday of a wage that was not paid"),
    Event.LEFT: _("Left the job"),
    Event.TREATMENT: _("Discrimination or harassment, its last day"),
    Event.PRACTICE: _("Unfair labour practice, its last day"),
    Event.ACCIDENT: _("The accident, or first day off work for it"),
    Event.RECOVERED: _("Recovered with a disability, or died"),
    Event.DECISION: _("Learnt of the office's decision"),
    Event.LEAVE_ENDED: _("The parental or maternity leave ended"),
    Event.LEAVE_LAPSED: _("Annual leave lapsed unused"),
    Event.FEE_DUE: _("The fee was due"),
    Event.CERTIFICATE: _("The certificate of arrears was first issued"),
    Event.JUDGMENT: _("The judgment became final"),
    Event.DEMAND: _("The written demand arrived"),
}
WITH_AMOUNT = frozenset({Event.PAYDAY, Event.FEE_DUE})
# What the intake's day of the event is, by the main topic.
EVENT_OF_TOPIC: Mapping[str, Event] = {
    "discipline_dismissal": Event.DISMISSAL, "unpaid_wages": Event.PAYDAY, "severance_pay": Event.LEFT,
    "unemployment_benefit": Event.LEFT, "industrial_accident": Event.ACCIDENT, "harassment": Event.TREATMENT,
    "discrimination": Event.TREATMENT, "union": Event.PRACTICE, "maternity": Event.LEAVE_ENDED,
    "unfair_trade": Event.FEE_DUE, "safety_health": Event.ACCIDENT, "working_hours": Event.PAYDAY,
}


@dataclass(frozen=True)
class Start:
    """A time limit (its code) that an event starts, in cases about one of these topics. `asked`: without its day the
    page asks for it; else the limit is shown only once the day is there. `left`, `employment`: only for who has left
    (True) or still works (False), and only for these kinds of employment; `last`: only from the last of its
    days."""

    limit: str
    event: Event
    topics: frozenset[str]
    asked: bool = True
    left: bool | None = None
    last: bool = False
    employment: frozenset[str] = frozenset()

    def concerns(self, facts: Mapping[str, Any]) -> bool:
        """Whether the limit can run in a case of these facts; what nobody knows rules nothing out."""
        works = facts.get("still_employed")
        if self.topics.isdisjoint(topics_of(facts)) or (isinstance(works, bool) and works is self.left):
            return False
        kind = facts.get("employment_type")
        return not self.employment or kind in self.employment or kind in {None, "unknown", "refused"}


def topics_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """What a case is about, the main topic first."""
    topics = facts.get("topics", ())
    return (topics,) if isinstance(topics, str) else tuple(topics)


def about(*topics: str) -> frozenset[str]:
    """Some topics."""
    return frozenset(topics)


WAGES, MONEY = about("unpaid_wages", "working_hours"), about("unpaid_wages", "severance_pay", "working_hours")
ACCIDENT = about("industrial_accident", "safety_health")
OFFICES = about("industrial_accident", "safety_health")
STARTS: tuple[Start, ...] = (
    Start("UD_RELIEF", Event.DISMISSAL, about("discipline_dismissal")),
    Start("WAGE_PRESC", Event.PAYDAY, WAGES),
    Start("LEAVE_PAY_PRESC", Event.LEAVE_LAPSED, about("working_hours"), asked=False),
    Start("SEV_PRESC", Event.LEFT, about("severance_pay"), left=True),
    Start("PAY_OFF", Event.LEFT, MONEY, left=True),
    Start("DELAY_INT_LEAVER", Event.LEFT, MONEY, asked=False, left=True),
    Start("SUB_SIMPLE_ADMIN_FILE", Event.LEFT, MONEY, left=True),
    Start("SUB_SIMPLE_COURT_FILE", Event.LEFT, MONEY, asked=False, left=True),
    Start("SUB_INSOLV_FACT", Event.LEFT, MONEY, asked=False, left=True),
    Start("SUB_INSERVICE_FILE", Event.PAYDAY, WAGES, asked=False, left=False, last=True),
    Start("SUB_SIMPLE_ADMIN_CLAIM", Event.CERTIFICATE, MONEY, asked=False),
    Start("SUB_SIMPLE_COURT_CLAIM", Event.JUDGMENT, MONEY, asked=False),
    Start("JUDGMENT_PRESC", Event.JUDGMENT, MONEY, asked=False),
    Start("DEMAND_EFFECT", Event.DEMAND, MONEY | about("unfair_trade"), asked=False),
    Start("UI_BENEFIT_YEAR", Event.LEFT, about("unemployment_benefit"), left=True),
    Start("UI_OBJ1", Event.DECISION, about("unemployment_benefit", "social_insurance", "maternity"), asked=False),
    Start("WC_BENEFIT_3Y", Event.ACCIDENT, ACCIDENT),
    Start("WC_BENEFIT_5Y", Event.RECOVERED, ACCIDENT, asked=False),
    Start("WC_OBJ1", Event.DECISION, OFFICES, asked=False),
    Start("WC_SUIT", Event.DECISION, OFFICES, asked=False),
    Start("SEX_HARASS", Event.TREATMENT, about("harassment")),
    Start("DISC_GENDER", Event.TREATMENT, about("discrimination")),
    Start("DISC_FT", Event.TREATMENT, about("discrimination"), employment=about("fixed_term", "part_time", "daily")),
    Start("DISC_DISPATCH", Event.TREATMENT, about("discrimination"), employment=about("dispatched")),
    Start("ULP_RELIEF", Event.PRACTICE, about("union")),
    Start("PARENT_LEAVE", Event.LEAVE_ENDED, about("maternity")),
    Start("MATERNITY_PAY", Event.LEAVE_ENDED, about("maternity"), asked=False),
    Start("FREELANCE_FEE", Event.FEE_DUE, about("unfair_trade")),
)
