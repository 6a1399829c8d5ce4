"""The desk for unit prices: noting what somebody was paid, and taking back what was noted wrongly."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import Errors, _, db, me, needs, once, vault
from gilmok_platform_freelance.permissions import COLLECT_PRICES, WITHDRAW_PRICE
from gilmok_platform_freelance.prices import collecting, queries, showing, words
from gilmok_platform_freelance.prices.models import PriceObservation
from gilmok_platform_freelance.prices.schemas import OBSERVATION, REASON, read_observation

blueprint = Blueprint(
    "platform_freelance_price_desk", "gilmok_platform_freelance", url_prefix="/prices/desk",
    template_folder="templates",
)
# What is the same for many in a row stays filled in after one was kept.
STAYS = ("kind", "month", "region", "source")


def observation_of(key: UUID) -> PriceObservation:
    """The observation that an address names; raises NotFound."""
    return queries.observation(db(), key)


@blueprint.get("/")
@needs(COLLECT_PRICES)
def index() -> ResponseReturnValue:
    """The form for a price, and what was noted last."""
    return show({name: request.args.get(name, "") for name in STAYS}, {})


@blueprint.post("/")
@once
@needs(COLLECT_PRICES)
def add() -> ResponseReturnValue:
    """Note a price."""
    kinds = {each.code: each for each in queries.kinds(db(), active=True)}
    values, errors = read_observation(request.form, kinds, words.regions())
    if errors:
        return show(request.form, errors)
    giver = collecting.giver_of(vault(), values["reference"], by=me())
    try:
        collecting.observe(db(), values, kinds[values["kind"]], by=me(), giver=giver)
    except collecting.CountedAlready as error:
        return show(request.form, {"reference": [error.sentence()]})
    flash(_("The price is noted."), "success")
    stays: dict[str, Any] = {name: request.form.get(name, "") for name in STAYS}
    return redirect(url_for("platform_freelance_price_desk.index", **stays), 303)


@blueprint.route("/<uuid:key>/back", methods=["GET", "POST"])
@once
@needs(WITHDRAW_PRICE, of=observation_of)
def take_back(found: PriceObservation) -> ResponseReturnValue:
    """Say why an observation counts no more."""
    values, errors = REASON.read(request.form) if request.method == "POST" else ({}, {})
    if request.method == "GET" or errors:
        return showing.page(
            "take_back", status=422 if errors else 200, found=found, errors=errors,
            typed=request.form.get("reason", ""),
        )
    collecting.take_back(db(), found, values["reason"])
    flash(_("The price counts no more. Published versions stay as they are."), "success")
    return redirect(url_for("platform_freelance_price_desk.index"), 303)


def show(typed: Any, errors: Errors) -> ResponseReturnValue:
    """The desk with what was typed."""
    filled = dict.fromkeys(OBSERVATION.fields, "") | dict(typed.items())
    return showing.page(
        "desk", status=422 if errors else 200, typed=filled, errors=errors, numbers=queries.numbers(db()),
        options=showing.observation_options(), lines=queries.newest_observations(db()), mine=me().centre_id,
        kinds=queries.kinds(db(), active=True), kind_title=showing.kind_title,
    )
