"""Which cases are the northeast hub's specialty: programme H1, 'small workplaces in sewing, handmade shoes, culture
and arts'."""

from gilmok.modules.api import All, Band, In, Is, Not, RoutingRule, _

NORTHEAST = Is("workplace_region", "northeast")
SEWING = All(NORTHEAST, Is("industry", "sewing"))
SHOES = All(NORTHEAST, Is("industry", "handmade_shoes"))
ARTS = All(NORTHEAST, Is("industry", "arts"))

# Artists also work in publishing and broadcasting, for games and web comics, at schools; their own law goes with them.
BESIDE_THE_ARTS = ("media", "it", "digital", "education", "other")
ARTISTS_ELSEWHERE = All(NORTHEAST, In("industry", BESIDE_THE_ARTS), Is("employment_type", "artist"))

# Founding a union is supported at every centre (C3), whatever the industry.
NOT_ORGANISING = Not(Is("topics", "union"))

# Sewing and shoes: whether a pieceworker or 'small owner' is an employee comes before any question of terms between
# businesses. Arts: artists have a law and a complaint procedure of their own. So these rules go before the pilot's for
# freelancers, all but tax, for which the pilot has the experts.
BEFORE_THE_PILOT = (
    "platform_freelance.account",
    "platform_freelance.fees_and_terms",
    "platform_freelance.monitoring",
    "platform_freelance.treatment",
)

RULES = (
    RoutingRule(
        id="northeast.sewing", band=Band.SPECIALTY,
        when=All(SEWING, NOT_ORGANISING),
        to="northeast.sewing_desk",
        reason=_("Sewing workshops of the northeast are the northeast hub's specialty."),
        basis="H1", overrides=BEFORE_THE_PILOT,
    ),
    RoutingRule(
        id="northeast.shoes", band=Band.SPECIALTY,
        when=All(SHOES, NOT_ORGANISING),
        to="northeast.shoes_desk",
        reason=_("Handmade shoe workshops of the northeast are the northeast hub's specialty."),
        basis="H1", overrides=BEFORE_THE_PILOT,
    ),
    RoutingRule(
        id="northeast.arts", band=Band.SPECIALTY,
        when=All(ARTS, NOT_ORGANISING),
        to="northeast.arts_desk",
        reason=_("Culture and arts in the northeast are the northeast hub's specialty."),
        basis="H1", overrides=BEFORE_THE_PILOT,
    ),
    RoutingRule(
        id="northeast.artists", band=Band.SPECIALTY,
        when=All(ARTISTS_ELSEWHERE, NOT_ORGANISING),
        to="northeast.arts_desk",
        reason=_("Artists keep the protection of the artists' laws in other industries too, and the northeast hub's "
                 "arts desk knows them."),
        basis="H1", overrides=BEFORE_THE_PILOT,
    ),
)
