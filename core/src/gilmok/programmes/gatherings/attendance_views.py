"""The list on which one ticks who is there, for one session."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import NotFound
from gilmok.ground.i18n import ngettext
from gilmok.ground.web.request import db, me, vault
from gilmok.programmes.gatherings import attendance
from gilmok.programmes.gatherings.ledger import Line, lines
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import Session, State, sessions_of
from gilmok.programmes.gatherings.showing import Answer, of_gathering, show

blueprint = Blueprint("attendance", __name__, template_folder="templates", url_prefix="/gatherings/<uuid:key>")
KEEP = of_gathering(Permission.KEEP_REGISTRATIONS)


@blueprint.get("/attendance/<int:session>")
@KEEP
def page(gathering: Gathering) -> ResponseReturnValue:
    """Everybody who has a place, with who was there."""
    meeting = meeting_of(gathering)
    return form(gathering, meeting, attendance.present(db(), gathering, meeting.number), revealed=False)


@blueprint.post("/attendance/<int:session>")
@KEEP
def tick(gathering: Gathering) -> ResponseReturnValue:
    """Note who is there; only what differs from what this page had shown, for two may tick at once. With `show` the
    names in full, which is noted, and nothing ticked is lost."""
    meeting, people = meeting_of(gathering), listed(gathering)
    here, were = set(request.form.getlist("present")), set(request.form.getlist("was"))
    if request.form.get("action") == "show":
        log(db(), "registrants_revealed", gathering=gathering.id, registrations=[each.row.id for each in people])
        return form(gathering, meeting, {each.row.id for each in people if str(each.row.id) in here}, revealed=True)
    for there, named in ((True, here - were), (False, were - here)):
        rows = [each.row for each in people if str(each.row.id) in named]
        attendance.mark(db(), gathering, meeting.number, rows, there=there, by=me())
    count = len(attendance.present(db(), gathering, meeting.number))
    flash(ngettext("Saved: %(num)s person is there.", "Saved: %(num)s people are there.", count), "success")
    return redirect(url_for("attendance.page", key=gathering.key, session=meeting.number), 303)


def meeting_of(gathering: Gathering) -> Session:
    """The session that the address names; raises NotFound."""
    number = (request.view_args or {})["session"]
    found = next((each for each in sessions_of(gathering.sessions) if each.number == number), None)
    if found is None:
        raise NotFound
    return found


def listed(gathering: Gathering) -> list[Line]:
    """Everybody who has a place."""
    return [each for each in lines(db(), gathering, vault=vault()) if each.row.state == State.REGISTERED]


def form(gathering: Gathering, meeting: Session, here: set[int], *, revealed: bool) -> Answer:
    """The list with these ticked."""
    were = attendance.present(db(), gathering, meeting.number)
    people = listed(gathering)
    return show(
        "attendance.html", gathering, meeting=meeting, people=people, here=here, were=were, revealed=revealed,
    )
