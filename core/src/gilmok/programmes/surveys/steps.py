"""The steps of a survey: its questions one by one, copied, opened, closed, its one-time codes."""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.programmes.surveys import queries, service
from gilmok.programmes.surveys.answering import make_codes
from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.schemas import CODES
from gilmok.programmes.surveys.showing import address_of, survey_of

blueprint = Blueprint("steps", __name__, template_folder="templates")


@blueprint.post("/<uuid:key>/copy")
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def copy(found: Survey) -> ResponseReturnValue:
    """A new draft with the same questions."""
    made = service.copy(db(), found, by=me(), vault=vault(), questions=queries.questions_of(db(), found.id))
    flash(_("This is a new draft with the same questions."), "success")
    return redirect(address_of(made), 303)


@blueprint.post("/<uuid:key>/open")
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def open_now(found: Survey) -> ResponseReturnValue:
    """Let the survey take answers."""
    service.open_survey(db(), found, queries.questions_of(db(), found.id))
    flash(_("The survey takes answers now. Its questions are fixed."), "success")
    return redirect(address_of(found), 303)


@blueprint.post("/<uuid:key>/close")
@once
@needs(Permission.KEEP_SURVEY, of=survey_of)
def close_now(found: Survey) -> ResponseReturnValue:
    """Take no more answers."""
    service.close_survey(db(), found)
    flash(_("The survey is closed. Its results can be read now."), "success")
    return redirect(address_of(found), 303)


@blueprint.post("/<uuid:key>/codes")
@needs(Permission.KEEP_SURVEY, of=survey_of)
def codes(found: Survey) -> ResponseReturnValue:
    """New one-time codes to print; they are kept nowhere, so that this page is the only one that has them."""
    values, errors = CODES.read(request.form)
    if errors:
        flash(" ".join(errors["count"]), "danger")
        return redirect(address_of(found), 303)
    made = make_codes(db(), found, values["count"], vault=vault())
    log(db(), "survey_codes_made", survey=str(found.id), count=len(made))
    return render_template("surveys/codes.html", survey=found, codes=made)
