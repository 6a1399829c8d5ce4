"""Beginning a founding, telling it otherwise, keeping and erasing whom to call."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.ground.web.words import moment
from gilmok.network.queries import atlas
from gilmok.programmes.organising import contact, kinds, queries, service
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.schemas import Choices, Told, read_contact, read_founding, shown_again
from gilmok.programmes.organising.showing import Answer, of_founding, page_of, show, version_sent

blueprint = Blueprint("union_forms", __name__, template_folder="templates", url_prefix="/unions")
KEEP = of_founding(Permission.KEEP_FOUNDING)


@blueprint.get("/new")
@needs(Permission.SEE_FOUNDINGS)
def begin() -> ResponseReturnValue:
    """The empty form; who opens it is proposed as the one who has it, and the centre's district."""
    centre = atlas(db()).centres.get(me().centre_id or "")
    typed = {
        "handler": str(me().id), "area": kinds.ONE_DISTRICT, "gathering": request.args.get("gathering", ""),
        "district": (centre.district if centre else None) or "",
    }
    return form(typed)


@blueprint.post("/new")
@needs(Permission.SEE_FOUNDINGS)
@once
def make() -> ResponseReturnValue:
    """Begin a founding of one's centre, with whom to call if they agreed."""
    told, errors = read_founding(request.form, choices())
    someone, wrong = read_contact(request.form, needed=False)
    if told is None or wrong:
        return form(request.form, errors=errors | wrong)
    made = service.begin(db(), told, by=me(), vault=vault())
    if someone:
        service.keep_contact(db(), made, someone, by=me(), vault=vault())
    flash(_("Saved. The steps are below."), "success")
    return redirect(page_of(made), 303)


@blueprint.get("/<uuid:key>/edit")
@KEEP
def edit(founding: Founding) -> ResponseReturnValue:
    """The form with what is told now."""
    return form(as_typed(queries.line(db(), founding.key, vault=vault()).told), founding)


@blueprint.post("/<uuid:key>/edit")
@KEEP
@once
def tell(founding: Founding) -> ResponseReturnValue:
    """Tell it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    told, errors = read_founding(request.form, choices(founding))
    if told is None:
        return form(request.form, founding, errors=errors)
    try:
        service.tell(db(), founding, told, version=version_sent(), by=me(), vault=vault())
    except ChangedMeanwhile:
        db().refresh(founding)
        return form(request.form, founding, status=409)
    flash(_("Saved. What stood there before can still be read below."), "success")
    return redirect(page_of(founding), 303)


@blueprint.get("/<uuid:key>/contact")
@KEEP
def call(founding: Founding) -> ResponseReturnValue:
    """The form of whom to call."""
    return show("contact.html", founding=founding, typed={}, consents=contact)


@blueprint.post("/<uuid:key>/contact")
@KEEP
@once
def keep_contact(founding: Founding) -> ResponseReturnValue:
    """Keep whom to call, in the place of whoever was kept before."""
    someone, errors = read_contact(request.form, needed=True)
    if someone is None:
        typed = shown_again(request.form)
        return show("contact.html", founding=founding, typed=typed, consents=contact, errors=errors, status=422)
    service.keep_contact(db(), founding, someone, by=me(), vault=vault())
    flash(_("Saved."), "success")
    return redirect(page_of(founding), 303)


@blueprint.post("/<uuid:key>/contact/erase")
@KEEP
def erase_contact(founding: Founding) -> ResponseReturnValue:
    """Erase whom to call; a second press changes nothing."""
    service.erase_contact(db(), founding, by=me())
    flash(_("Erased. Nobody can read name and number any more."), "success")
    return redirect(page_of(founding), 303)


def choices(founding: Founding | None = None) -> Choices:
    """What may be chosen at this centre."""
    return Choices(
        district=dict(kinds.districts(atlas(db()))), industry=dict(kinds.industries()),
        handler=[str(person) for person in queries.staff(db())],
        gathering=dict(courses(founding)),
    )


def courses(founding: Founding | None) -> list[tuple[str, str]]:
    """The education that a founding may have come out of, to be chosen from."""
    newest = queries.education(db())
    own = queries.came_from(db(), founding) if founding else None
    found = [*newest, *([own] if own and own not in newest else [])]
    return [(str(each.key), f"{each.title} ({moment(each.starts_at)})") for each in found]


def colleagues() -> list[tuple[str, str]]:
    """Who can be given a founding, to be chosen from."""
    return [(str(person), name) for person, name in queries.staff(db()).items()]


def as_typed(told: Told) -> dict[str, str]:
    """What is told, as somebody would type it."""
    typed = {name: getattr(told, name) for name in ("name", "district", "area", "kind", "industry")}
    return typed | {
        "joining": str(told.joining), "handler": str(told.handler or ""), "gathering": str(told.gathering or ""),
    }


def form(
    typed: Mapping[str, str], founding: Founding | None = None, *, errors: Errors | None = None, status: int = 0,
) -> Answer:
    """The form with what was typed; with 409 beside it what somebody else has kept meanwhile."""
    theirs = queries.line(db(), founding.key, vault=vault()).told if founding and status == 409 else None
    return show(
        "form.html", founding=founding, typed=shown_again(typed), errors=errors or {}, theirs=theirs, consents=contact,
        districts=kinds.districts(atlas(db())), staff=colleagues(), courses=courses(founding),
        status=status or (422 if errors else 200),
    )
