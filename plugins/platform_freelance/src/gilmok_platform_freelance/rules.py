"""Which cases are the pilot's: programme H4, 'rights of platform workers and freelancers'.

The region is not in the rules: the city switches the pilot on by region and day.
"""

from gilmok.modules.api import All, AnyOf, Band, In, Is, RoutingRule, _

# Dependent contractors and artists work under the same kind of contract. Shopkeepers, the self-employed, do not.
WITHOUT_EMPLOYMENT = In("employment_type", ("platform", "freelancer", "special", "artist"))
ON_A_PLATFORM = Is("employment_type", "platform")

FEES_AND_TERMS = All(WITHOUT_EMPLOYMENT, In("topics", ("unfair_trade", "unpaid_wages")))
TAX = All(WITHOUT_EMPLOYMENT, Is("topics", "tax"))
TREATMENT = All(WITHOUT_EMPLOYMENT, In("topics", ("rights_violation", "harassment", "discrimination")))
REPORTED_BY_A_UNION = All(WITHOUT_EMPLOYMENT, Is("topics", "rights_violation"), Is("client_kind", "union"))

# On a platform 'dismissal' means that the account is closed. Told as hours or as something else, the account decides.
ACCOUNT = All(
    ON_A_PLATFORM,
    AnyOf(
        Is("topics", "discipline_dismissal"),
        All(
            In("topics", ("working_hours", "other")),
            In("platform_freelance.app_account_status", ("limited", "suspended")),
        ),
    ),
)

# The experts of the pilot know contracts without employment better than a desk that knows the industry. Desks that ask
# first whether there is employment after all (sewing, shoes, urban manufacturing), or that have a law of their own
# (arts), say themselves that they go before the pilot; for tax the pilot goes before them too.
BEFORE_INDUSTRIES = (
    "downtown.platform",
    "southeast.it",
    "southeast.transport",
    "southwest.digital",
    "southwest.rnd",
)
BEFORE_ALL = (
    *BEFORE_INDUSTRIES,
    "downtown.manufacturing",
    "northeast.arts",
    "northeast.artists",
    "northeast.sewing",
    "northeast.shoes",
)

RULES = (
    RoutingRule(
        id="platform_freelance.fees_and_terms", band=Band.SPECIALTY, scope="unfair_harm",
        when=FEES_AND_TERMS,
        to="platform_freelance.unfair_harm_desk",
        reason=_("Unpaid fees and unfair terms of contracts without employment are for the pilot's tax and legal "
                 "experts."),
        basis="H4a", overrides=BEFORE_INDUSTRIES,
    ),
    RoutingRule(
        id="platform_freelance.tax", band=Band.SPECIALTY, scope="unfair_harm",
        when=TAX,
        to="platform_freelance.unfair_harm_desk",
        reason=_("The pilot has tax experts for platform workers and freelancers."),
        basis="H4a", overrides=BEFORE_ALL,
    ),
    RoutingRule(
        id="platform_freelance.account", band=Band.SPECIALTY, scope="unfair_harm",
        when=ACCOUNT,
        to="platform_freelance.unfair_harm_desk",
        reason=_("A limited or closed app account is harm that the pilot's experts help to answer."),
        basis="H4a", overrides=BEFORE_INDUSTRIES,
    ),
    RoutingRule(
        id="platform_freelance.treatment", band=Band.SPECIALTY, scope="unfair_harm",
        when=TREATMENT,
        to="platform_freelance.unfair_harm_desk",
        reason=_("Unfair treatment of people without an employment contract is counselled by the pilot's experts."),
        basis="H4a", overrides=BEFORE_INDUSTRIES,
    ),
    RoutingRule(
        id="platform_freelance.monitoring", band=Band.SPECIALTY, scope="monitoring",
        when=REPORTED_BY_A_UNION,
        to="platform_freelance.monitoring",
        reason=_("A union reports rights violations of platform workers or freelancers, which the pilot monitors."),
        basis="H4b", overrides=(*BEFORE_INDUSTRIES, "platform_freelance.treatment"),
    ),
)
