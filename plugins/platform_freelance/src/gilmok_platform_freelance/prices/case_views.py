"""A case's pages of unit prices: compare what was paid, and let the contract count, if the person agrees."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import CaseInView, Errors, NotFound, _, case_of, db, log, me, needs, once, vault
from gilmok_platform_freelance.permissions import COMPARE_PRICE
from gilmok_platform_freelance.prices import collecting, comparing, queries, showing, words
from gilmok_platform_freelance.prices.in_case import DESK
from gilmok_platform_freelance.prices.schemas import COUNTED, PAID, read_observation

blueprint = Blueprint(
    "platform_freelance_price_case", "gilmok_platform_freelance", url_prefix="/prices/case",
    template_folder="templates",
)


def case_of_desk(number: str) -> CaseInView:
    """The case that an address names, if it lies with the desk for unfair harm; raises NotFound."""
    case = case_of(number)
    if case.target != DESK:
        raise NotFound
    return case


@blueprint.route("/<number>", methods=["GET", "POST"])
@once
@needs(COMPARE_PRICE, of=case_of_desk)
def compare(case: CaseInView) -> ResponseReturnValue:
    """Compare what was paid, and keep it with the case."""
    if request.method == "GET":
        return show("case", case, {}, {})
    release = queries.in_force(db())
    prices = {each["key"]: each for each in release.body["prices"]} if release else {}
    values, errors = PAID.read(request.form)
    if "key" in values and values["key"] not in prices:
        errors = {**errors, "key": [_("Please choose one of the listed answers.")]}
    if errors or release is None:
        return show("case", case, request.form, errors)
    comparing.compare(db(), case, values, release=release, price=prices[values["key"]], by=me())
    flash(_("The comparison is kept with the case."), "success")
    return redirect(url_for("platform_freelance_price_case.compare", number=case.number), 303)


@blueprint.route("/<number>/count", methods=["GET", "POST"])
@once
@needs(COMPARE_PRICE, of=case_of_desk)
def count(case: CaseInView) -> ResponseReturnValue:
    """Let the case's contract count for the unit prices; what is kept leads back to no case."""
    if request.method == "GET":
        return show("count", case, known(case), {})
    kinds = {each.code: each for each in queries.kinds(db(), active=True)}
    values, errors = read_observation(request.form, kinds, words.regions(), COUNTED)
    if values.get("consent") == "no":
        errors = {**errors, "consent": [_("Without the person's consent, nothing is kept.")]}
    if errors:
        return show("count", case, request.form, errors)
    try:
        giver = collecting.giver_of_case(vault(), case.number)
        collecting.observe(db(), values, kinds[values["kind"]], by=me(), giver=giver)
    except collecting.CountedAlready as error:
        return show("count", case, request.form, {"kind": [error.sentence()]})
    log(db(), "price_counted_from_case", cases=[case.id])
    flash(_("The price is noted, without the case."), "success")
    return redirect(url_for("platform_freelance_price_case.compare", number=case.number), 303)


def known(case: CaseInView) -> dict[str, str]:
    """What the newest comparison of the case says already."""
    newest = next(iter(queries.comparisons(db(), case.id)), None)
    if newest is None or newest.basis["code"] is None:
        return {}
    return {"kind": newest.basis["code"], "won": f"{newest.paid:.0f}"}


def show(template: str, case: CaseInView, typed: Any, errors: Errors) -> ResponseReturnValue:
    """One of the pages with what was typed."""
    log(db(), "case_seen", cases=[case.id], page=request.endpoint or "")
    release = queries.in_force(db())
    filled = dict.fromkeys((*PAID.fields, *COUNTED.fields), "") | dict(typed.items())
    return showing.page(
        template, status=422 if errors else 200, case=case, release=release, typed=filled, errors=errors,
        groups=price_groups(release.body) if release else [], comparing=comparing,
        comparisons=queries.comparisons(db(), case.id), options=showing.observation_options(),
    )


def price_groups(body: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """The published prices by field, for a choice."""
    return [(field, [(each["key"], choice(each)) for each in prices]) for field, prices in showing.prices_shown(body)]


def choice(price: Any) -> str:
    """A published price in a line of a choice."""
    named = " · ".join(filter(None, [words.price_title(price), words.experience_title(price["experience"])]))
    return _("%(kind)s, per %(unit)s", kind=named, unit=words.said(price["unit"]))
