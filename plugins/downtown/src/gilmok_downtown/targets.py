"""The desks of the downtown hub."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="downtown.manufacturing_desk", at=At.HUB, programme="H1",
        title=_("Urban manufacturing desk"),
        summary=_("Printing, jewellery, metal, clothing and shoe workshops: pay by the piece, chains of subcontract, "
                  "machines and solvents."),
    ),
    Target(
        id="downtown.platform_desk", at=At.HUB, programme="H1",
        title=_("Platform work desk"),
        summary=_("Delivery, driving, care and other work through an app: accounts, fees, settlement, accidents."),
    ),
)
