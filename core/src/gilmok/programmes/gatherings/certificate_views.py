"""The certificate of attendance: a page that is printed, and the same as PDF."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.pdf import as_download, pdf_of_page, printer
from gilmok.ground.web.request import db
from gilmok.programmes.gatherings import attendance, words
from gilmok.programmes.gatherings.desk_views import line_of_address
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import sessions_of
from gilmok.programmes.gatherings.showing import of_gathering, show

PATH = "/gatherings/<uuid:key>/registrations/<uuid:registration>/certificate"
blueprint = Blueprint("certificates", __name__, template_folder="templates", url_prefix=PATH)
KEEP = of_gathering(Permission.KEEP_REGISTRATIONS)


@blueprint.get("")
@KEEP
def page(gathering: Gathering) -> ResponseReturnValue:
    """The certificate as it will be printed, with the name in full; that it was seen is noted."""
    letter = letter_of(gathering)
    log(db(), "certificate_seen", gathering=gathering.id, registration=letter["line"].row.id)
    return show("certificate.html", gathering, can_print=printer() is not None, **letter)


@blueprint.get("/pdf")
@KEEP
def pdf(gathering: Gathering) -> ResponseReturnValue:
    """The certificate as PDF; that it was made is noted."""
    letter = letter_of(gathering)
    told = {"gathering": gathering, "words": words, **letter}
    printed = pdf_of_page(render_template("gatherings/certificate_print.html", **told))
    log(db(), "certificate_printed", gathering=gathering.id, registration=letter["line"].row.id)
    return as_download(printed, f"{_('Certificate')} {letter['line'].row.number}.pdf")


def letter_of(gathering: Gathering) -> dict[str, Any]:
    """What the certificate says. It is of completion for who came to every session, else of taking part in some;
    raises NotFound for who came to none, or whose name is erased."""
    line = line_of_address(gathering)
    sessions = sessions_of(gathering.sessions)
    numbers = attendance.attended(db(), line.row)
    came = [each for each in sessions if each.number in numbers]
    if line.someone is None or not came:
        raise NotFound
    minutes = sum((each.until - each.at for each in came), timedelta()) // timedelta(minutes=1)
    return {"line": line, "came": came, "of": len(sessions), "hours": divmod(minutes, 60), "day": today(),
            "whole": len(came) == len(sessions)}
