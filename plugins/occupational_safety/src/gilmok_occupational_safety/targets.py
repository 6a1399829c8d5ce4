"""The desk for harm to safety and health at work."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="occupational_safety.relief_desk", at=At.HUB, programme="H3",
        title=_("Safety and health relief desk"),
        summary=_("Counselling on accidents, illness from work and dangers at the workplace, and help towards relief."),
    ),
)
