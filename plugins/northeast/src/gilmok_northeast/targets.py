"""The desks of the northeast hub."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="northeast.sewing_desk", at=At.HUB, programme="H1",
        title=_("Sewing desk"),
        summary=_("Sewing workshops: piece wages, whether a pieceworker is an employee, seasons without work, dust."),
    ),
    Target(
        id="northeast.shoes_desk", at=At.HUB, programme="H1",
        title=_("Handmade shoes desk"),
        summary=_("Shoemakers: rates for a pair, severance pay of those registered as small owners, solvents."),
    ),
    Target(
        id="northeast.arts_desk", at=At.HUB, programme="H1",
        title=_("Culture and arts desk"),
        summary=_("Artists and arts workers: written contracts, unpaid fees, unfair acts, artists' insurance."),
    ),
)
