"""The form on which anybody reports, without a login and without a name; it is there while reports are collected."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.modules.site import RECORDS_KEPT_YEARS, Errors, atlas, db, today, visitors
from gilmok_occupational_safety.keeping import again
from gilmok_occupational_safety.near_miss import codes
from gilmok_occupational_safety.near_miss.schemas import read_report
from gilmok_occupational_safety.near_miss.sending import receipt_here, send
from gilmok_occupational_safety.words import centre_name, district_choices, industries, pairs

blueprint = Blueprint(
    "occupational_safety_near_miss_form", "gilmok_occupational_safety", url_prefix="/near-miss/tell",
    template_folder="templates",
)
TEMPLATES = "occupational_safety/near_miss"


@blueprint.get("")
@visitors()
def form() -> ResponseReturnValue:
    """The empty form."""
    return show({}, {})


@blueprint.post("")
@visitors()
def tell() -> ResponseReturnValue:
    """Keep the report and say where it is looked at; the same form sent twice is one report."""
    typed = request.form.to_dict()
    values, wrong = read_report(typed)
    if wrong:
        return show(typed, wrong), 422
    receipt = receipt_here(typed)
    centre = send(db(), values, receipt, way=codes.WEB)
    return render_template(
        f"{TEMPLATES}/sent.html", number=receipt.number, centre=centre_name(centre), city=city(),
        danger=values["danger_now"] == codes.YES,
    )


def show(typed: dict[str, str], wrong: Errors) -> str:
    """The form with what was typed, and who else helps."""
    return render_template(
        f"{TEMPLATES}/tell.html", typed=again(typed), errors=wrong, city=city(), years=RECORDS_KEPT_YEARS, **choices(),
    )


def city() -> Any:
    """The centre of the whole city."""
    return atlas(db()).labour_rights_centre(today())


def choices() -> dict[str, Any]:
    """What can be chosen on the form of a report."""
    return {
        "kind_choices": pairs(codes.KINDS), "hazard_choices": pairs(codes.HAZARDS),
        "when_choices": pairs(codes.WHENS), "told_choices": pairs(codes.TOLD), "danger_choices": pairs(codes.DANGER),
        "district_choices": district_choices(), "industry_choices": [*industries().items()],
    }
