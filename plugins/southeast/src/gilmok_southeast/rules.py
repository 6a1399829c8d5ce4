"""Which cases are the southeast hub's specialty: programme H1, 'IT, transport and logistics'."""

from gilmok.modules.api import All, Band, In, Is, Not, RoutingRule, _

SOUTHEAST = Is("workplace_region", "southeast")
# Games, content and online shops of the southeast are told as 'IT' or as 'digital industry', as the caller likes.
IT = All(SOUTHEAST, In("industry", ("it", "digital")))
TRANSPORT = All(SOUTHEAST, In("industry", ("transport", "logistics")))
# Founding a union is supported at every centre (C3), whatever the industry.
NOT_ORGANISING = Not(Is("topics", "union"))

RULES = (
    RoutingRule(
        id="southeast.it", band=Band.SPECIALTY,
        when=All(IT, NOT_ORGANISING),
        to="southeast.it_desk",
        reason=_("IT work in the southeast, employed or freelance, is the southeast hub's specialty."),
        basis="H1",
    ),
    RoutingRule(
        id="southeast.transport", band=Band.SPECIALTY,
        when=All(TRANSPORT, NOT_ORGANISING),
        to="southeast.transport_desk",
        reason=_("Transport and logistics in the southeast, riders and drivers on contract included, are the southeast "
                 "hub's specialty."),
        basis="H1",
    ),
)
