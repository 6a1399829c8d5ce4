"""The numbers of projects over a time, by programme; for the city's officials by centre too; and the same as CSV."""

import csv
import io

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs
from gilmok.programmes.projects import kinds
from gilmok.programmes.projects.numbers import COUNTED, counted, in_all
from gilmok.programmes.projects.partners import leader
from gilmok.programmes.projects.showing import show
from gilmok.programmes.spans import asked_span

blueprint = Blueprint("project_numbers", __name__, template_folder="templates", url_prefix="/projects/numbers")


@blueprint.get("/")
@needs(Permission.SEE_PROJECTS)
def index() -> ResponseReturnValue:
    """The numbers of this year, or of the time that the address asks for."""
    span = asked_span()
    programmes = counted(db(), span.first, span.last, me())
    log(db(), "project_numbers_seen")
    return show(
        "numbers.html", total=in_all(programmes), programmes=programmes, first=span.first, last=span.last,
        centres=[] if me().centre_id else counted(db(), span.first, span.last, me(), by_centre=True),
        errors=span.errors, typed=span.typed,
    )


@blueprint.get("/file.csv")
@needs(Permission.SEE_PROJECTS)
def file() -> ResponseReturnValue:
    """The same numbers as lines: by what, of which, and each count."""
    span = asked_span()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["by", "of", "from", "to", *COUNTED])
    for by_centre in (False,) if me().centre_id else (False, True):
        for each in counted(db(), span.first, span.last, me(), by_centre=by_centre):
            of = leader(each.of) if by_centre else kinds.programme_title(each.of or "")
            numbers = [getattr(each, name) for name in COUNTED]
            writer.writerow([_("Centre") if by_centre else _("Programme"), of, span.first, span.last, *numbers])
    log(db(), "project_numbers_exported")
    headers = {"Content-Disposition": 'attachment; filename="projects.csv"'}
    # The mark by which spreadsheets know that it is Unicode.
    return Response("\ufeff" + out.getvalue(), mimetype="text/csv", headers=headers)
