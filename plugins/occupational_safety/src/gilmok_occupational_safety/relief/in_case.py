"""What is shown on a case of the desk: the next thing to do, and the ways to relief, reports and visits."""

from flask import render_template
from markupsafe import Markup
from sqlalchemy import select

from gilmok.modules.site import CaseInView, Gate, db, gate, may, me, today
from gilmok_occupational_safety.near_miss.codes import OF_CASE as REPORTED
from gilmok_occupational_safety.near_miss.models import MadeOfCase
from gilmok_occupational_safety.permissions import KEEP_RELIEF
from gilmok_occupational_safety.relief import arranging, rules
from gilmok_occupational_safety.relief.views import TEMPLATES, titles
from gilmok_occupational_safety.scopes import MODULE, NEAR_MISS, RELIEF, SITE_VISITS
from gilmok_occupational_safety.visits.codes import OF_CASE as VISITED


def shown_in_case(case: CaseInView) -> Markup | None:
    """On a case of the desk, to who may work on it: what is next, and where it is done."""
    relief = gate(MODULE, RELIEF) is not Gate.CLOSED
    open_now, made = open_parts(), made_of(case)
    if not may(me(), KEEP_RELIEF, case) or not (relief or open_now or any(made.values())):
        return None
    measures = arranging.measures(db(), case.id) if relief else []
    return Markup(render_template(
        f"{TEMPLATES}/_in_case.html", case=case, relief=relief, measures=measures,
        next=rules.next_thing(case.facts, measures, today()), due=rules.first_open(measures),
        may_report=NEAR_MISS in open_now, may_visit=SITE_VISITS in open_now, made=made,
        overworked=rules.overworked(case.facts), **titles(),
    ))


def open_parts() -> set[str]:
    """The parts in which something new may be begun now."""
    return {part for part in (NEAR_MISS, SITE_VISITS) if gate(MODULE, part) is Gate.OPEN}


def made_of(case: CaseInView) -> dict[str, list[MadeOfCase]]:
    """The reports and visits that were made out of a case."""
    rows = list(db().scalars(select(MadeOfCase).where(MadeOfCase.case_id == case.id).order_by(MadeOfCase.on)))
    return {kind: [each for each in rows if each.kind == kind] for kind in (REPORTED, VISITED)}
