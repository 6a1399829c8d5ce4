"""The form on which anybody reports, without a login and without a name; it is there while the monitoring is on."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    RECORDS_KEPT_YEARS,
    VISITORS_LANGUAGES,
    Errors,
    Receipt,
    _,
    atlas,
    current_language,
    db,
    form_key,
    receipt_of,
    regions_with,
    today,
    vault,
    visitors,
)
from gilmok_platform_freelance.reports.codes import MODULE, SCOPE, WHAT
from gilmok_platform_freelance.reports.schemas import FIELDS, again, read_report
from gilmok_platform_freelance.reports.sending import Sender, hub_of, send
from gilmok_platform_freelance.reports.words import centre_of, choices

blueprint = Blueprint(
    "platform_freelance_report_form", "gilmok_platform_freelance", url_prefix="/reports/tell",
    template_folder="templates",
)
TEMPLATES = "platform_freelance/reports"


@blueprint.get("")
@visitors(*VISITORS_LANGUAGES)
def form() -> ResponseReturnValue:
    """The empty form."""
    return show({}, {})


@blueprint.post("")
@visitors(*VISITORS_LANGUAGES)
def tell() -> ResponseReturnValue:
    """Keep the report and show its receipt; the same form sent twice shows the same one."""
    typed = request.form.to_dict()
    values, wrong = read_here(typed)
    if wrong:
        return show(typed, wrong), 422
    receipt, sender = sent(values, typed, way="web")
    return render_template(f"{TEMPLATES}/receipt.html", receipt=receipt, centre=centre_of(sender.centre))


def show(typed: dict[str, str], wrong: Errors) -> str:
    """The form with what was typed, and who else helps."""
    city = atlas(db()).labour_rights_centre(today())
    return render_template(
        f"{TEMPLATES}/tell.html", typed=again(typed), errors=wrong, city=city, years=RECORDS_KEPT_YEARS, **choices(),
    )


def read_here(typed: dict[str, str]) -> tuple[dict[str, Any], Errors]:
    """What was reported, and what is wrong with it; in a district where nobody monitors, that."""
    values, wrong = read_report(typed)
    if "district" in values and region_of_report(values) not in regions_with(MODULE, SCOPE):
        wrong["district"] = [_(
            "Reports from this district are not collected now. The Labour Rights Centre helps in all of Seoul: see "
            "below.",
        )]
    return values, wrong


def region_of_report(values: dict[str, Any]) -> str:
    """The region of a report's district."""
    return atlas(db()).region_of(values["district"], today()) or ""


def receipt_here(typed: dict[str, str]) -> Receipt:
    """The receipt of the form that this request sends."""
    return receipt_of(WHAT, form_key(), {name: [typed.get(name, "")] for name in FIELDS}, vault=vault())


def sent(values: dict[str, Any], typed: dict[str, str], *, way: str) -> tuple[Receipt, Sender]:
    """A report that was stored, with its receipt and where it went."""
    receipt, region = receipt_here(typed), region_of_report(values)
    sender = Sender(way, current_language(), region, hub_of(db(), region, today()).code)
    send(db(), values, receipt, sender, vault=vault())
    return receipt, sender
