"""Which cases are the southwest hub's specialty: programme H1, 'digital industry, R&D and new technology'."""

from gilmok.modules.api import All, Band, In, Is, RoutingRule, _

SOUTHWEST = Is("workplace_region", "southwest")
# Software firms of the G Valley are told as 'IT' or as 'digital industry', as the caller likes.
DIGITAL = All(SOUTHWEST, In("industry", ("digital", "it")))
RESEARCH = All(SOUTHWEST, In("industry", ("rnd", "new_tech")))

RULES = (
    RoutingRule(
        id="southwest.digital", band=Band.SPECIALTY,
        when=DIGITAL,
        to="southwest.digital_desk",
        reason=_("The digital industry of the southwest is the southwest hub's specialty."),
        basis="H1",
    ),
    RoutingRule(
        id="southwest.rnd", band=Band.SPECIALTY,
        when=RESEARCH,
        to="southwest.rnd_desk",
        reason=_("Research and new technology in the southwest are the southwest hub's specialty."),
        # A laboratory has no app accounts, so nobody needs to be asked for one.
        basis="H1", overrides=("platform_freelance.account",),
    ),
)
