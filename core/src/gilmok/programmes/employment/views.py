"""The first page of job support, and the page of a person: guidance, placements, what is to be done next."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.programmes.employment import checks, guidance, placing
from gilmok.programmes.employment.showing import Answer, of_person, show
from gilmok.programmes.people import queries
from gilmok.programmes.people.models import ServedPerson

blueprint = Blueprint("employment", __name__, template_folder="templates", url_prefix="/employment")


@blueprint.get("/")
@needs(Permission.SEE_SERVED_NUMBERS)
def index() -> ResponseReturnValue:
    """Who is to be asked, which steps are due, and who was here last; who may see numbers only is led to them."""
    if not may(me(), Permission.SEE_SERVED):
        return redirect(url_for("employment.numbers.index"))
    asked, steps = checks.waiting(db()), guidance.steps(db())
    people = queries.lately(db(), vault=vault())
    ids = {*(each.placement.served_id for each in asked), *(served for _row, served in steps)}
    log(db(), "served_list_seen", served=sorted({*ids, *(each.row.id for each in people)}))
    known = queries.named(db(), ids, vault=vault())
    return show("index.html", asked=asked, steps=steps, people=people, known=known)


@blueprint.post("/people")
@needs(Permission.SEE_SERVED)
def search() -> ResponseReturnValue:
    """The people of the centre with this name or phone number, masked. A POST, for names stay out of addresses."""
    said = request.form.get("who", "").strip()
    results = queries.found(db(), said, vault=vault()) if said else []
    log(db(), "served_searched", served=[each.row.id for each in results])
    return show("people.html", results=results, said=scrub(said).text)


@blueprint.get("/people/<uuid:key>")
@of_person
def person(served: ServedPerson) -> ResponseReturnValue:
    """A person's page, masked."""
    log(db(), "served_seen", served=served.id)
    return page(served, revealed=False)


@blueprint.post("/people/<uuid:key>/reveal")
@of_person
def reveal(served: ServedPerson) -> ResponseReturnValue:
    """The same in full; that it was looked at is noted."""
    log(db(), "served_revealed", served=served.id)
    return page(served, revealed=True)


def page(served: ServedPerson, *, revealed: bool) -> Answer:
    """The page of a person."""
    return show(
        "person.html", served=served, known=queries.known(db(), served, vault=vault()), revealed=revealed,
        consents=queries.consents(db(), served), talks=guidance.talks(db(), served, vault=vault()),
        ways=placing.of_person(db(), served),
        may_erase=may(me(), Permission.ERASE_PERSON, served),
    )
