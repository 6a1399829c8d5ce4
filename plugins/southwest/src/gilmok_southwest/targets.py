"""The desks of the southwest hub."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="southwest.digital_desk", at=At.HUB, programme="H1",
        title=_("Digital industry desk"),
        summary=_("Firms of the G Valley and beyond: unpaid wages when money runs out or a firm closes, all-inclusive "
                  "wages, call centres."),
    ),
    Target(
        id="southwest.rnd_desk", at=At.HUB, programme="H1",
        title=_("R&D and new technology desk"),
        summary=_("Researchers and new technology: fixed terms tied to projects, bans on competing, inventions, "
                  "accidents in the laboratory."),
    ),
)
