"""What stands of experts on a case's first page: the consultations, and the way to one and to a letter."""

from flask import render_template
from markupsafe import Markup

from gilmok.modules.site import CaseInView, db
from gilmok_platform_freelance.experts import queries, showing, words
from gilmok_platform_freelance.experts.codes import DESK, UNANSWERED


def shown(case: CaseInView) -> Markup | None:
    """The consultations of a case of the desk for unfair harm, and the way to new ones while the pilot is on."""
    if case.target != DESK:
        return None
    found, opened = queries.consultations(db(), case.id), showing.is_open()
    if not found and not opened:
        return None
    professions = {each.id: each.profession for each in queries.experts(db())}
    return Markup(render_template(
        f"{showing.FOLDER}/_in_case.html", case=case, consultations=found, opened=opened, waits=UNANSWERED,
        expert_professions=professions, **words.titles(),
    ))
