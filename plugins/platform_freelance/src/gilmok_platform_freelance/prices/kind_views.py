"""Which kinds of work have a unit price: kept by the city's officials."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import ChangedMeanwhile, Errors, _, db, me, needs, once
from gilmok_platform_freelance.permissions import KEEP_PRICE_KINDS
from gilmok_platform_freelance.prices import collecting, queries, showing
from gilmok_platform_freelance.prices.models import PriceKind
from gilmok_platform_freelance.prices.schemas import KIND, NEW_KIND, read_kind

blueprint = Blueprint(
    "platform_freelance_price_kinds", "gilmok_platform_freelance", url_prefix="/prices/kinds",
    template_folder="templates",
)


@blueprint.get("/")
@needs(KEEP_PRICE_KINDS)
def index() -> ResponseReturnValue:
    """The kinds of work by field, and how many observations there are of each."""
    return showing.page("kinds", kinds=queries.kinds(db()), numbers=queries.numbers(db()))


@blueprint.route("/new", methods=["GET", "POST"])
@once
@needs(KEEP_PRICE_KINDS)
def new() -> ResponseReturnValue:
    """Add a kind of work."""
    if request.method == "GET":
        return form({"active": "yes"}, {}, None)
    values, errors = read_kind(request.form, {each.code for each in queries.kinds(db())})
    if errors:
        return form(request.form, errors, None)
    collecting.make_kind(db(), values, by=me())
    flash(_("The kind of work is added."), "success")
    return redirect(url_for("platform_freelance_price_kinds.index"), 303)


@blueprint.route("/<name>", methods=["GET", "POST"])
@once
@needs(KEEP_PRICE_KINDS)
def edit(name: str) -> ResponseReturnValue:
    """Change what a kind of work is called, or observe it no more; two who do it at once see both texts."""
    kind = queries.kind_of(db(), name)
    if request.method == "GET":
        return form(standing(kind), {}, kind)
    values, errors = KIND.read(request.form)
    if errors:
        return form(request.form, errors, kind)
    try:
        said = {**values, "active": bool(values.get("active"))}
        collecting.change_kind(db(), kind, said, version=showing.version_seen())
    except ChangedMeanwhile:
        db().refresh(kind)
        return form(request.form, {}, kind, stale=True)
    flash(_("Saved."), "success")
    return redirect(url_for("platform_freelance_price_kinds.index"), 303)


def standing(kind: PriceKind) -> dict[str, str]:
    """A kind as its form holds it."""
    return {name: getattr(kind, name) for name in KIND.fields if name != "active"} | {"active": "yes" * kind.active}


def form(typed: Any, errors: Errors, kind: PriceKind | None, *, stale: bool = False) -> ResponseReturnValue:
    """The form of a kind; `stale`: beside what it says by now."""
    filled = dict.fromkeys(NEW_KIND.fields, "") | dict(typed.items())
    status = 409 if stale else 422 if errors else 200
    stands = kind.version if kind else 0
    return showing.page(
        "kind", status=status, typed=filled, errors=errors, kind=kind, theirs=standing(kind) if kind and stale else {},
        version=stands if stale else typed.get("version", stands),
    )
