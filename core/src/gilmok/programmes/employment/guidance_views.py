"""Somebody asks for guidance: taken down with their consent, a session kept, the next step ticked off."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.crypto import NoLongerReadable
from gilmok.ground.errors import NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, needs, once, vault
from gilmok.programmes.employment import guidance
from gilmok.programmes.employment.forms import read_guidance
from gilmok.programmes.employment.showing import Answer, of_person, show
from gilmok.programmes.employment.words import LINKED, options
from gilmok.programmes.people import consents, service
from gilmok.programmes.people.forms import FIELDS, read_served, typed_again
from gilmok.programmes.people.models import ServedPerson

blueprint = Blueprint("guidance", __name__, url_prefix="/people")
SAID = ("on", "said", "agreed", "next_on", "course")


@blueprint.get("/new")
@needs(Permission.SEE_SERVED)
def begin() -> ResponseReturnValue:
    """The form in which somebody is taken down."""
    return person_form()


@blueprint.post("/new")
@needs(Permission.SEE_SERVED)
@once
def meet() -> ResponseReturnValue:
    """Take somebody down, or find them again by phone and name; and go on to their session."""
    someone, sensitive, errors = read_served(request.form)
    if someone is None:
        return person_form(errors)
    served = service.serve(db(), someone, key=form_key(), sensitive=sensitive, vault=vault(), by=me())
    return redirect(url_for("employment.guidance.session", key=served.key), 303)


def person_form(errors: Errors | None = None) -> Answer:
    """The form with what was typed."""
    return show(
        "person_form.html", typed=typed_again(request.form, FIELDS), errors=errors or {},
        status=422 if errors else 200, texts=consents.CONSENTS,
    )


@blueprint.get("/<uuid:key>/guidance")
@of_person
def session(served: ServedPerson) -> ResponseReturnValue:
    """The form of a session."""
    return form(served)


@blueprint.post("/<uuid:key>/guidance")
@of_person
@once
def keep(served: ServedPerson) -> ResponseReturnValue:
    """Keep a session of guidance."""
    told, errors = read_guidance({**request.form, "linked": request.form.getlist("linked")})
    chosen = request.form.get("course", "")
    course = next((each for each in guidance.courses(db()) if str(each.key) == chosen), None)
    if chosen and course is None:
        errors["course"] = [_("This course is no longer open.")]
    if errors:
        return form(served, errors)
    try:
        guidance.keep(db(), served, told, course=course, key=form_key(), vault=vault(), by=me())
    except NoLongerReadable as erased:
        raise NotFound from erased
    flash(_("The session is saved."), "success")
    return redirect(url_for("employment.person", key=served.key), 303)


def form(served: ServedPerson, errors: Errors | None = None) -> Answer:
    """The form of a session with what was typed."""
    typed = typed_again(request.form or {"on": today().isoformat()}, SAID)
    return show(
        "guidance.html", served=served, typed=typed, errors=errors or {}, status=422 if errors else 200,
        chosen=request.form.getlist("linked"), linked=options(LINKED),
        courses=[(str(each.key), each.title) for each in guidance.courses(db())],
    )


@blueprint.post("/<uuid:key>/done")
@of_person
@once
def done(served: ServedPerson) -> ResponseReturnValue:
    """Tick the next step of a session off."""
    try:
        step = UUID(request.form.get("step", ""))
    except ValueError:
        raise NotFound from None
    guidance.done(db(), served, step)
    flash(_("The next step is done."), "success")
    return redirect(url_for("employment.person", key=served.key), 303)
