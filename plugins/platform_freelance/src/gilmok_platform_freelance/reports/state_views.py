"""Where a reporter looks up, by number and secret, what was done, and adds to it; also after the end of the pilot."""

from typing import Any
from uuid import uuid5

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from gilmok.modules.site import (
    VISITORS_LANGUAGES,
    Errors,
    _,
    count_try,
    db,
    form_key,
    goes_on,
    vault,
    visitors,
)
from gilmok_platform_freelance.reports.codes import WHAT
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.schemas import ADDED, again, told
from gilmok_platform_freelance.reports.sending import look_up, write
from gilmok_platform_freelance.reports.words import titles

blueprint = Blueprint("platform_freelance_report_state", __name__, url_prefix="/reports/state")


@blueprint.get("")
@visitors(*VISITORS_LANGUAGES)
def state() -> ResponseReturnValue:
    """Where one types number and secret."""
    return render_template(f"{TEMPLATES}/state.html", number="", errors={})


@blueprint.post("")
@goes_on
@visitors(*VISITORS_LANGUAGES)
def look() -> ResponseReturnValue:
    """How the report stands, and the form to add to it."""
    found = brought()
    return wrong_secret() if found is None else standing(found)


@blueprint.post("/add")
@goes_on
@visitors(*VISITORS_LANGUAGES)
def add() -> ResponseReturnValue:
    """Add something."""
    found = brought()
    if found is None:
        return wrong_secret()
    values, wrong = ADDED.read(request.form)
    typed = request.form.get("text", "")
    if wrong:
        return standing(found, typed=again({"text": typed})["text"], errors={"text": told(wrong["text"], typed)}), 422
    write(db(), found.report_id, uuid5(form_key(), values["text"]), values, vault=vault())
    return standing(found, done=True)


def brought() -> Row[Any] | None:
    """The state of the report whose number and secret the form carries. Raises TooManyTries after ten tries of a number
    within ten minutes, whether there is one like it or not."""
    number = request.form.get("number", "")
    count_try(WHAT, number)
    return look_up(db(), number, request.form.get("secret", ""), vault=vault())


def wrong_secret() -> ResponseReturnValue:
    """One message, whichever of the two was wrong."""
    wrong = {"number": [_("The report number and the secret do not belong together. Please check both.")]}
    return render_template(f"{TEMPLATES}/state.html", number=request.form.get("number", "")[:40], errors=wrong), 422


def standing(found: Row[Any], *, typed: str = "", errors: Errors | None = None, done: bool = False) -> str:
    """How a report stands and what was done; never what was written."""
    given = {name: request.form.get(name, "") for name in ("number", "secret")}
    return render_template(
        f"{TEMPLATES}/standing.html", found=found, given=given, typed=typed, errors=errors or {}, done=done, **titles(),
    )
