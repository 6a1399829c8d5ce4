"""The desks of the southeast hub."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="southeast.it_desk", at=At.HUB, programme="H1",
        title=_("IT desk"),
        summary=_("IT workers, freelancers among them: all-inclusive wages, crunch, orders from the client, unpaid "
                  "deliveries, bans on competing."),
    ),
    Target(
        id="southeast.transport_desk", at=At.HUB, programme="H1",
        title=_("Transport and logistics desk"),
        summary=_("Parcels, couriers, lorries, buses, taxis, warehouses: rates, deductions, long hours, accidents."),
    ),
)
