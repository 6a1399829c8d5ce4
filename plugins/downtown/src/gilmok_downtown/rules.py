"""Which cases are the downtown hub's specialty: programme H1, 'urban manufacturing and platform workers'."""

from gilmok.modules.api import All, Band, In, Is, Not, RoutingRule, _

# The sewing and shoe shops of Jongno and Jung are small city manufacturers like the printers and jewellers beside them.
# They stand downtown, so they are this desk's and not the northeast's.
SHOPS = ("urban_manufacturing", "sewing", "handmade_shoes")

DOWNTOWN = Is("workplace_region", "downtown")
IN_A_SHOP = All(DOWNTOWN, In("industry", SHOPS))
ON_A_PLATFORM = All(DOWNTOWN, Is("employment_type", "platform"))
# Founding a union is supported at every centre (C3), whatever the industry.
NOT_ORGANISING = Not(Is("topics", "union"))

# Whether someone paid by the piece is an employee is the question of these shops. It comes before any question of terms
# between businesses, so these rules go before the pilot's for freelancers, and before our own for platforms.
STATUS_FIRST = (
    "downtown.platform",
    "platform_freelance.account",
    "platform_freelance.fees_and_terms",
    "platform_freelance.monitoring",
    "platform_freelance.treatment",
)

RULES = (
    RoutingRule(
        id="downtown.manufacturing", band=Band.SPECIALTY,
        when=All(IN_A_SHOP, NOT_ORGANISING),
        to="downtown.manufacturing_desk",
        reason=_("Urban manufacturing shops downtown are the downtown hub's specialty."),
        basis="H1", overrides=STATUS_FIRST,
    ),
    RoutingRule(
        id="downtown.manufacturing_injury", band=Band.SPECIALTY,
        when=All(IN_A_SHOP, In("topics", ("industrial_accident", "safety_health"))),
        to="downtown.manufacturing_desk",
        reason=_("The downtown hub knows the machines and solvents of these shops, and helps with the claim for the "
                 "accident together with legal aid."),
        basis="H1",
    ),
    RoutingRule(
        id="downtown.platform", band=Band.SPECIALTY,
        when=All(ON_A_PLATFORM, NOT_ORGANISING),
        to="downtown.platform_desk",
        reason=_("Platform workers who work downtown are the downtown hub's specialty."),
        basis="H1",
    ),
)
