"""Which cases are the southeast hub's specialty: programme H1, 'IT, transport and logistics'."""

from gilmok.modules.api import All, Band, In, Is, RoutingRule, _

SOUTHEAST = Is("workplace_region", "southeast")
# Games, content and online shops of the southeast are told as 'IT' or as 'digital industry', as the caller likes.
IT = All(SOUTHEAST, In("industry", ("it", "digital")))
TRANSPORT = All(SOUTHEAST, In("industry", ("transport", "logistics")))

RULES = (
    RoutingRule(
        id="southeast.it", band=Band.SPECIALTY,
        when=IT,
        to="southeast.it_desk",
        reason=_("IT work in the southeast, employed or freelance, is the southeast hub's specialty."),
        basis="H1",
    ),
    RoutingRule(
        id="southeast.transport", band=Band.SPECIALTY,
        when=TRANSPORT,
        to="southeast.transport_desk",
        reason=_("Transport and logistics in the southeast, riders and drivers on contract included, are the southeast "
                 "hub's specialty."),
        basis="H1",
    ),
)
