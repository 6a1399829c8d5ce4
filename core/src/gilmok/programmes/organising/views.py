"""The foundings of one's centre, and the page of one."""

from typing import Any

from flask import Blueprint, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.fields import Errors
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.programmes.organising import queries, service
from gilmok.programmes.organising.contact import opened
from gilmok.programmes.organising.kinds import JOIN
from gilmok.programmes.organising.models import Founding, FoundingContact
from gilmok.programmes.organising.schemas import shown_again
from gilmok.programmes.organising.showing import Answer, of_founding, show
from gilmok.programmes.organising.stages import Stage, ways_from
from gilmok.programmes.organising.steps import at_hand, steps_for

blueprint = Blueprint("unions", __name__, template_folder="templates", url_prefix="/unions")
# Of the journey, which lies above: where a dismissal or another practice is taken in as a case.
INTAKE = "intake.begin"


@blueprint.get("/")
@needs(Permission.SEE_FOUNDING_NUMBERS)
def index() -> ResponseReturnValue:
    """The centre's foundings, the nearest time limit first; who may see numbers only is led to them."""
    if not may(me(), Permission.SEE_FOUNDINGS):
        return redirect(url_for("union_numbers.index"))
    lines = queries.lines(db(), vault=vault())
    log(db(), "foundings_seen", foundings=[each.founding.id for each in lines])
    return show("index.html", lines=lines, names=queries.names(db()), education=queries.education(db()))


@blueprint.get("/<uuid:key>")
@of_founding(Permission.KEEP_FOUNDING)
def page(founding: Founding) -> ResponseReturnValue:
    """A founding: its time limits, what comes next, its steps, and everything that was noted."""
    log(db(), "founding_seen", founding=founding.id)
    return of_page(founding)


@blueprint.post("/<uuid:key>/reveal")
@of_founding(Permission.KEEP_FOUNDING)
def reveal(founding: Founding) -> ResponseReturnValue:
    """The same with the contact in full; that it was looked at is noted."""
    log(db(), "founding_contact_revealed", founding=founding.id)
    return of_page(founding, revealed=True)


def of_page(founding: Founding, errors: Errors | None = None, *, revealed: bool = False) -> Answer:
    """The page of a founding; with what was typed where something is wrong with it."""
    told = queries.line(db(), founding.key, vault=vault()).told
    contact = opened(founding, db().get(FoundingContact, founding.id), vault=vault())
    return show(
        "founding.html", founding=founding, told=told, contact=contact, revealed=revealed, errors=errors or {},
        typed=shown_again(request.form), status=422 if errors else 200, **beside(founding),
        ways=ways_from(Stage(founding.stage), likely=Stage.JOINED if founding.kind == JOIN else None),
        begins_intakes=INTAKE in current_app.view_functions,
    )


def beside(founding: Founding) -> dict[str, Any]:
    """What was noted along a founding."""
    course, ticks = steps_for(founding.kind), queries.ticks(db(), founding)
    return {
        "clocks": service.clocks(db(), founding), "ticks": ticks, "course": course, "today": today(),
        "at_hand": at_hand(course, Stage(founding.stage), ticks), "names": queries.names(db()),
        "moves": queries.moves(db(), founding),
        "practices": queries.practices(db(), founding), "talks": queries.talks(db(), founding, vault=vault()),
        "revisions": queries.revisions(db(), founding, vault=vault()), "education": queries.education(db()),
        "course_of": queries.came_from(db(), founding),
    }
