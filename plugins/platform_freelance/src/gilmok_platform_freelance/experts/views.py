"""The desk of experts: which answers are due, and the numbers."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import db, log, me, needs, today, vault
from gilmok_platform_freelance.experts import queries, showing, words
from gilmok_platform_freelance.experts.codes import UNANSWERED
from gilmok_platform_freelance.experts.numbers import figures, quarter_of, quarters
from gilmok_platform_freelance.experts.panel import known
from gilmok_platform_freelance.permissions import SEE_EXPERT_NUMBERS, SEE_EXPERTS

blueprint = Blueprint(
    "platform_freelance_expert_desk", "gilmok_platform_freelance", url_prefix="/experts", template_folder="templates",
)


@blueprint.get("/")
@needs(SEE_EXPERTS)
def index() -> ResponseReturnValue:
    """The running consultations, what is overdue on top; for an official, who sees no case, the panel."""
    if not me().centre_id:
        return redirect(url_for("platform_freelance_expert_panel.index"), 303)
    running = queries.running(db())
    log(db(), "platform_freelance_consultations_seen", cases=[each.case_id for each in running])
    names = {each.id: known(each, vault())["name"] for each in queries.experts(db())}
    waiting = [each for each in running if each.state in UNANSWERED]
    answered = [each for each in running if each.state not in UNANSWERED]
    return showing.page("desk", waiting=waiting, answered=answered, names=names)


@blueprint.get("/numbers")
@needs(SEE_EXPERT_NUMBERS)
def numbers() -> ResponseReturnValue:
    """The consultations of a quarter, by centre."""
    choices = {each.isoformat(): words.quarter(each) for each in quarters(today())}
    chosen = request.args.get("quarter", "")
    first, last = quarter_of(next((each for each in quarters(today()) if each.isoformat() == chosen), today()))
    return showing.page(
        "numbers", figures=figures(queries.counts(db(), first, last)), choices=choices, chosen=first.isoformat(),
    )
