"""The published unit prices for anybody: page, stable addresses of versions, files, and the log of changes."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from gilmok.modules.site import db, visitors
from gilmok_platform_freelance.prices import queries, showing, words
from gilmok_platform_freelance.prices.changes import changes
from gilmok_platform_freelance.prices.files import csv_of, json_of
from gilmok_platform_freelance.prices.models import PriceRelease

blueprint = Blueprint(
    "platform_freelance_prices", "gilmok_platform_freelance", url_prefix="/prices", template_folder="templates",
)


@blueprint.get("/")
@visitors("ko", "en")
def index() -> ResponseReturnValue:
    """The version in force."""
    return show(queries.in_force(db()))


@blueprint.get("/v/<int:version>")
@visitors("ko", "en")
def one(version: int) -> ResponseReturnValue:
    """A version under its own address, which stays."""
    return show(queries.version(db(), version))


@blueprint.get("/v/<int:version>.csv")
@visitors("ko", "en")
def as_lines(version: int) -> ResponseReturnValue:
    """A version as CSV."""
    found = queries.version(db(), version)
    return Response(csv_of(found), mimetype="text/csv", headers=saved_as(found, "csv"))


@blueprint.get("/v/<int:version>.json")
@visitors("ko", "en")
def as_data(version: int) -> ResponseReturnValue:
    """A version as JSON."""
    found = queries.version(db(), version)
    answer = jsonify(json_of(found))
    answer.headers.update(saved_as(found, "json"))
    return answer


@blueprint.get("/changes")
@visitors("ko", "en")
def log() -> ResponseReturnValue:
    """Every version with what was different from the one before."""
    versions = queries.versions(db())
    told = [(each, differences(each, versions)) for each in versions]
    return page("public_changes", told=told)


def differences(release: PriceRelease, versions: Any) -> list[Any]:
    """What a version changed."""
    before = showing.version_before(release, versions)
    return changes(before.body if before else None, release.body)


def show(release: PriceRelease | None) -> ResponseReturnValue:
    """A version, or that there is none in force."""
    versions = queries.versions(db())
    return page(
        "public", release=release, versions=versions, prices=showing.prices_shown(release.body) if release else [],
    )


def page(template: str, **values: Any) -> str:
    """A page for anybody."""
    return render_template(f"{showing.FOLDER}/{template}.html", w=words, change_words=showing.change_words, **values)


def saved_as(release: PriceRelease, kind: str) -> dict[str, str]:
    """Under which name a browser saves a file."""
    return {"Content-Disposition": f'attachment; filename="unit-prices-{release.number}.{kind}"'}
