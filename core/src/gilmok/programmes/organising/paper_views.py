"""The papers of a founding, filled from what is known: a page that is printed, and the same as PDF.

Names of officers and members are written on the printed paper by hand; they are not stored.
"""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.pdf import as_download, pdf_of_page, printer
from gilmok.ground.web.request import db, vault
from gilmok.network.queries import atlas
from gilmok.programmes.organising import queries
from gilmok.programmes.organising.kinds import PAPERS
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.showing import of_founding, part, show
from gilmok.programmes.organising.stages import Stage
from gilmok.programmes.organising.steps import office, rules

blueprint = Blueprint("union_papers", __name__, template_folder="templates", url_prefix="/unions/<uuid:key>/papers")
KEEP = of_founding(Permission.KEEP_FOUNDING)


@blueprint.get("/<code>")
@KEEP
def page(founding: Founding) -> ResponseReturnValue:
    """A paper as it will be printed."""
    letter = letter_of(founding)
    return show("paper.html", founding=founding, can_print=printer() is not None, **letter)


@blueprint.get("/<code>/pdf")
@KEEP
def pdf(founding: Founding) -> ResponseReturnValue:
    """A paper as PDF; that it was made is noted."""
    letter = letter_of(founding)
    printed = pdf_of_page(render_template("organising/paper_print.html", founding=founding, **letter))
    log(db(), "founding_paper_printed", founding=founding.id, paper=letter["code"])
    return as_download(printed, f"{letter['title']}.pdf")


def letter_of(founding: Founding) -> dict[str, Any]:
    """What a paper is filled with, in Korean as offices read it; raises NotFound where there is no such paper."""
    code = part("code")
    if code not in PAPERS:
        raise NotFound
    told = queries.line(db(), founding.key, vault=vault()).told
    days = {each.to_stage: each.on for each in reversed(queries.moves(db(), founding))}
    district = atlas(db()).districts.get(told.district)
    return {
        "code": code, "title": _(PAPERS[code]), "told": told, "rules": rules(), "place": district,
        "assembled_on": days.get(Stage.ASSEMBLED), "office": office(told.area, district).name_ko,
    }
