"""Drafts and versions of unit prices, for those who work them out, review, publish and withdraw them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    Errors,
    GilmokError,
    IllegalMove,
    _,
    atlas,
    db,
    me,
    needs,
    once,
    today,
)
from gilmok_platform_freelance.permissions import PUBLISH_PRICES, REVIEW_PRICES, SEE_PRICE_RELEASES
from gilmok_platform_freelance.prices import queries, releasing, showing
from gilmok_platform_freelance.prices.changes import changes
from gilmok_platform_freelance.prices.models import PriceRelease
from gilmok_platform_freelance.prices.schemas import CHANGE, METHOD, REASON, REVIEW, read_method

blueprint = Blueprint(
    "platform_freelance_price_releases", "gilmok_platform_freelance", url_prefix="/prices/releases",
    template_folder="templates",
)
USUAL = {"fence": "3", "least": "5", "givers": "3"}


@dataclass(frozen=True)
class ForReview:
    """A draft as the permission to review looks at it: who worked it out, and which centres stand for their region."""

    release: PriceRelease
    computed_by_id: int
    hubs: frozenset[str]


def for_review(key: UUID) -> ForReview:
    """The draft that an address names; raises NotFound. Where a region's hub is closed, the city's Labour Rights Centre
    stands in for it."""
    found, network, day = queries.release(db(), key), atlas(db()), today()
    hubs = {(network.hub_of(region, day) or network.labour_rights_centre(day)).code for region in network.regions}
    return ForReview(found, found.computed_by_id, frozenset(hubs))


@blueprint.get("/")
@needs(SEE_PRICE_RELEASES)
def index() -> ResponseReturnValue:
    """Every draft and version."""
    return showing.page("releases", releases=queries.releases(db()), computes=me().role == "official")


@blueprint.route("/new", methods=["GET", "POST"])
@once
@needs(PUBLISH_PRICES)
def compute() -> ResponseReturnValue:
    """Say the method, and work a draft out by it."""
    if request.method == "GET":
        return form(last_method(), {})
    values, errors = read_method(request.form)
    if errors:
        return form(request.form, errors)
    made = releasing.compute(db(), values, by=me())
    flash(_("The draft is worked out. Somebody else reviews it now."), "success")
    return redirect(address_of(made), 303)


def last_method() -> dict[str, Any]:
    """What the last draft was worked out by, to begin with."""
    newest = next((each.method for each in queries.releases(db())), None)
    if newest is None:
        return USUAL
    numbers = {name: f"{newest[name]:g}" for name in USUAL}
    sample = {f"sample_{language}": newest["sample"][language] for language in ("ko", "en")}
    return numbers | sample | {"first": newest["first"], "last": newest["last"]}


def form(typed: Any, errors: Errors) -> ResponseReturnValue:
    """The form of the method."""
    filled = dict.fromkeys(METHOD.fields, "") | dict(typed.items())
    return showing.page("compute", status=422 if errors else 200, typed=filled, errors=errors)


@blueprint.get("/<uuid:key>/")
@needs(SEE_PRICE_RELEASES)
def release(key: UUID) -> ResponseReturnValue:
    """A draft or version with all that it says, and what comes next."""
    return show(for_review(key), {}, {})


@blueprint.post("/<uuid:key>/review")
@once
@needs(REVIEW_PRICES, of=for_review)
def review(found: ForReview) -> ResponseReturnValue:
    """Say whether a draft may be published."""
    values, errors = REVIEW.read(request.form)
    if errors:
        return show(found, request.form, errors)
    try:
        releasing.review(db(), found.release, values, by=me(), version=showing.version_seen())
    except (IllegalMove, ChangedMeanwhile) as error:
        return late(found, error)
    flash(_("Your review is saved."), "success")
    return redirect(address_of(found.release), 303)


@blueprint.post("/<uuid:key>/publish")
@once
@needs(PUBLISH_PRICES)
def publish(key: UUID) -> ResponseReturnValue:
    """Publish what was reviewed."""
    found = for_review(key)
    values, errors = CHANGE.read(request.form)
    if not errors and not values["change"] and queries.versions(db()):
        errors = {"change": [_("Please say what is different from the version before.")]}
    if errors:
        return show(found, request.form, errors)
    try:
        releasing.publish(db(), found.release, values["change"], by=me(), version=showing.version_seen())
    except (IllegalMove, ChangedMeanwhile) as error:
        return late(found, error)
    flash(_("Version %(number)s is published.", number=found.release.number), "success")
    return redirect(address_of(found.release), 303)


@blueprint.post("/<uuid:key>/withdraw")
@once
@needs(PUBLISH_PRICES)
def withdraw(key: UUID) -> ResponseReturnValue:
    """Take a version out of force."""
    found = for_review(key)
    values, errors = REASON.read(request.form)
    if errors:
        return show(found, request.form, errors)
    try:
        releasing.withdraw(db(), found.release, values["reason"], version=showing.version_seen())
    except (IllegalMove, ChangedMeanwhile) as error:
        return late(found, error)
    said = _("Version %(number)s is withdrawn. It stays readable, with the reason.", number=found.release.number)
    flash(said, "success")
    return redirect(address_of(found.release), 303)


def address_of(release: PriceRelease) -> str:
    """The page of a draft or version."""
    return url_for("platform_freelance_price_releases.release", key=release.id)


def late(found: ForReview, error: GilmokError) -> ResponseReturnValue:
    """409: somebody else was quicker; how it stands now, and what was typed."""
    db().refresh(found.release)
    return show(found, request.form, {}, stale=error.sentence())


def show(found: ForReview, typed: Any, errors: Errors, *, stale: str = "") -> ResponseReturnValue:
    """A draft or version with what was typed; `stale`: why that could not be done any more."""
    versions = queries.versions(db())
    before = showing.version_before(found.release, versions)
    return showing.page(
        "release", status=409 if stale else 422 if errors else 200, release=found.release, errors=errors,
        versions=versions,
        typed=dict.fromkeys(("review", "verdict", "change", "reason"), "") | dict(typed.items()),
        prices=showing.prices_shown(found.release.body), before=before, change_words=showing.change_words,
        changes=changes(before.body if before else None, found.release.body), may_review=may_review(found),
        publishes=me().role == "official", stale=stale,
    )


def may_review(found: ForReview) -> bool:
    """Whether the person of this request may review the draft."""
    return any(all(holds(me(), found) for holds in way) for way in REVIEW_PRICES.ways)
