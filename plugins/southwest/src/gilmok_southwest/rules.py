"""Which cases are the southwest hub's specialty: programme H1, 'digital industry, R&D and new technology'."""

from gilmok.modules.api import All, Band, In, Is, Not, RoutingRule, _

SOUTHWEST = Is("workplace_region", "southwest")
# Software firms of the G Valley are told as 'IT' or as 'digital industry', as the caller likes.
DIGITAL = All(SOUTHWEST, In("industry", ("digital", "it")))
RESEARCH = All(SOUTHWEST, In("industry", ("rnd", "new_tech")))
# Founding a union is supported at every centre (C3), whatever the industry.
NOT_ORGANISING = Not(Is("topics", "union"))

RULES = (
    RoutingRule(
        id="southwest.digital", band=Band.SPECIALTY,
        when=All(DIGITAL, NOT_ORGANISING),
        to="southwest.digital_desk",
        reason=_("The digital industry of the southwest is the southwest hub's specialty."),
        basis="H1",
    ),
    RoutingRule(
        id="southwest.rnd", band=Band.SPECIALTY,
        when=All(RESEARCH, NOT_ORGANISING),
        to="southwest.rnd_desk",
        reason=_("Research and new technology in the southwest are the southwest hub's specialty."),
        basis="H1",
    ),
)
