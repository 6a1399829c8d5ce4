"""Which cases are for safety and health: programme H3, 'counselling on harm, and relief'.

When it starts and what it covers follow from consultation with the city, so neither region nor day is in the rules.
"""

from gilmok.modules.api import All, Band, In, Is, RoutingRule, _
from gilmok_occupational_safety.scopes import COUNSELLING

HARM_AT_WORK = In("topics", ("industrial_accident", "safety_health"))
ABUSE_BY_CUSTOMERS = All(Is("topics", "harassment"), Is("occupational_safety.customer_abuse", True))

# Treatment, evidence and the claim do not wait, and are the same in every industry. The industry's desk is asked later.
BEFORE_INDUSTRIES = (
    "downtown.manufacturing",
    "downtown.manufacturing_injury",
    "downtown.platform",
    "northeast.arts",
    "northeast.artists",
    "northeast.sewing",
    "northeast.shoes",
    "southeast.it",
    "southeast.transport",
    "southwest.digital",
    "southwest.rnd",
)

RULES = (
    RoutingRule(
        id="occupational_safety.harm", band=Band.SPECIALTY, scope=COUNSELLING,
        when=HARM_AT_WORK,
        to="occupational_safety.relief_desk",
        reason=_("Accidents, illness from work and dangers at the workplace go to the safety and health desk first."),
        basis="H3", overrides=BEFORE_INDUSTRIES,
    ),
    RoutingRule(
        id="occupational_safety.customer_abuse", band=Band.SPECIALTY, scope=COUNSELLING,
        when=ABUSE_BY_CUSTOMERS,
        to="occupational_safety.relief_desk",
        reason=_("Abuse by customers harms health at work, and the law obliges the employer to protect against it."),
        basis="H3", overrides=(*BEFORE_INDUSTRIES, "platform_freelance.treatment"),
    ),
)
