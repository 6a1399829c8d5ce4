"""The pages of the network: the map, a centre, a district."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, needs
from gilmok.network import pages, queries, tilemap, words

blueprint = Blueprint("network", __name__, url_prefix="/network", template_folder="templates")


@blueprint.get("/")
@needs(Permission.SEE_NETWORK)
def index() -> ResponseReturnValue:
    """The map and the table of all districts, and the centres by region, as of a day."""
    atlas = queries.atlas(db())
    on, errors = asked_day()
    tiles = tilemap.tiles(atlas, on)
    values = {
        "tiles": tiles, "map_size": tilemap.size(tiles), "lines": pages.district_lines(atlas, on),
        "groups": pages.centres_by_region(atlas, on), "errors": errors,
    }
    return render("network/index.html", on, **values), 422 if errors else 200


@blueprint.get("/centres/<code>")
@needs(Permission.SEE_NETWORK)
def centre(code: str) -> ResponseReturnValue:
    """One centre: what is known of it, from where, and how sure."""
    atlas = queries.atlas(db())
    on, _errors = asked_day()
    found = atlas.centres.get(code)
    if found is None:
        raise NotFound
    return render(
        "network/centre.html", on, centre=found, atlas=atlas,
        region=pages.region_of_centre(atlas, found, on), evidence=pages.evidence_lines(atlas, found),
        assumed=not found.region and found.district is not None and atlas.region_assumed(found.district, on),
        neighbours=pages.neighbours(atlas, found.district, on) if found.district else [],
    )


@blueprint.get("/districts/<code>")
@needs(Permission.SEE_NETWORK)
def district(code: str) -> ResponseReturnValue:
    """One district: who serves it and why, its agencies, its neighbours."""
    atlas = queries.atlas(db())
    on, _errors = asked_day()
    if code not in atlas.districts:
        raise NotFound
    return render(
        "network/district.html", on, line=pages.district_line(atlas, code, on), atlas=atlas,
        steps=pages.serving_chain(atlas, code, on), agencies=pages.agency_lines(atlas, code, on),
        neighbours=pages.neighbours(atlas, code, on),
    )


def asked_day() -> tuple[date, dict[str, list[str]]]:
    """The day that the address asks for, today if none; with what is wrong with it, if it is no day."""
    asked = request.args.get("on", "").strip()
    try:
        return (date.fromisoformat(asked) if asked else today()), {}
    except ValueError:
        return today(), {"on": [_("Enter a day such as 2026-11-22.")]}


def render(template: str, on: date, **values: Any) -> str:
    """A page of the network with the words and tests that all of them use."""
    asked = {"on": on.isoformat()} if on != today() else {}
    return render_template(template, on=on, asked=asked, words=words, is_unsure=pages.is_unsure, **values)
