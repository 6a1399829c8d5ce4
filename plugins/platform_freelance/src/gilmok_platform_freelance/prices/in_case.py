"""What stands of unit prices on a case's first page: how much of the published price was paid."""

from flask import render_template
from markupsafe import Markup

from gilmok.modules.site import CaseInView, Gate, db, gate
from gilmok_platform_freelance.prices import comparing, queries, words

DESK = "platform_freelance.unfair_harm_desk"


def shown(case: CaseInView) -> Markup | None:
    """The comparisons of a case of the desk for unfair harm, and the way to make one while the pilot is on."""
    if case.target != DESK:
        return None
    found = queries.comparisons(db(), case.id)
    opened = gate("platform_freelance", "unit_prices") is Gate.OPEN and queries.in_force(db()) is not None
    if not found and not opened:
        return None
    return Markup(render_template(
        "platform_freelance/prices/in_case.html", case=case, comparisons=found, opened=opened, comparing=comparing,
        w=words,
    ))
