"""The pages of the network: the map, a centre, a district."""

from datetime import date
from typing import Any

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.errors import NotFound
from gilmok.ground.web.asked import asked_day
from gilmok.ground.web.request import db, needs
from gilmok.network import pages, queries, tilemap, words
from gilmok.network.chain import chain

blueprint = Blueprint("network", __name__, url_prefix="/network", template_folder="templates")
MAP_SOURCES = ("city_page", "maps", "tile_layout")


@blueprint.get("/")
@needs(Permission.SEE_NETWORK)
def index() -> ResponseReturnValue:
    """The map and the table of all districts, and the centres by region, as of a day."""
    atlas = queries.atlas(db())
    on, errors = asked_day()
    tiles = tilemap.tiles(atlas, on)
    values = {
        "tiles": tiles, "map_size": tilemap.size(tiles), "lines": pages.district_lines(atlas, on),
        "groups": pages.centres_by_region(atlas, on), "errors": errors, "typed": request.args.get("on", ""),
        "atlas": atlas, "sources": [atlas.sources[code] for code in MAP_SOURCES if code in atlas.sources],
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
        "network/district.html", on, atlas=atlas,
        line=pages.district_line(atlas, code, on), steps=chain(atlas, code, on),
        agencies=pages.agency_lines(atlas, code, on), ask=atlas.agencies_for("labour_line", None, on),
        neighbours=pages.neighbours(atlas, code, on),
    )


def render(template: str, on: date, **values: Any) -> str:
    """A page of the network with the words and tests that all of them use."""
    asked = {"on": on.isoformat()} if on != today() else {}
    return render_template(template, on=on, asked=asked, words=words, is_unsure=pages.is_unsure, **values)


def centre_name(code: str) -> str:
    """The name of a centre in the language of the request, for pages that are about other things; else its code."""
    # Error pages are made without a session, and then the code will do.
    known = queries.last_read() or (queries.atlas(db()) if "session" in g else None)
    return words.name(known.centres.get(code)) or code if known else code
