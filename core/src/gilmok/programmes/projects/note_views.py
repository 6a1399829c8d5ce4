"""Policy notes for those who write them: one's own, written, adopted, published, answered."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.programmes.projects import links, note_queries, note_service
from gilmok.programmes.projects.note_models import PolicyNote
from gilmok.programmes.projects.note_schemas import EVIDENCE, PUBLISH, REPLY, read_note
from gilmok.programmes.projects.showing import Answer, as_typed, save, show, version_sent

blueprint = Blueprint("policy_notes", __name__, template_folder="templates", url_prefix="/projects/notes")
FIELDS = ("title", "programme", "region", "issue", "proposal", "to_whom")


def note_of(key: UUID) -> PolicyNote:
    """One's own policy note that an address names; raises NotFound."""
    return note_queries.own_note(db(), key, me().centre_id)


KEEP = needs(Permission.KEEP_PROJECT, of=note_of)


@blueprint.get("/new")
@needs(Permission.SEE_PROJECTS)
def begin() -> ResponseReturnValue:
    """The empty form."""
    return form({"programme": "C4"}, [])


@blueprint.post("/new")
@needs(Permission.SEE_PROJECTS)
@once
def write() -> ResponseReturnValue:
    """Write a policy note of one's centre, or of the city."""
    values, errors = read_sent()
    if errors:
        return form(request.form, values["reports"], errors=errors)
    made = note_service.write(db(), values, by=me())
    flash(_("Saved. Nobody outside your centre sees it until it is published."), "success")
    return redirect(page_of(made), 303)


@blueprint.get("/<uuid:key>")
@KEEP
def page(note: PolicyNote) -> ResponseReturnValue:
    """A policy note, how it stands and what comes next."""
    return show_page(note)


def show_page(note: PolicyNote, typed: Mapping[str, str] | None = None, **how: Any) -> Answer:
    """The page with what was typed into the form of the next step."""
    versions = note_queries.versions(db(), note)
    return show(
        "note.html", note=note, cited=links.cited(db(), note.reports), versions=versions, typed=typed or {},
        out=any(each.published_on for each in versions), news=versions[0].published_on is None, **how,
    )


@blueprint.get("/<uuid:key>/edit")
@KEEP
def edit(note: PolicyNote) -> ResponseReturnValue:
    """The form with what stands there now."""
    return form({**as_typed(note, *FIELDS), **EVIDENCE.typed(note.evidence)}, note.reports, note)


@blueprint.post("/<uuid:key>/edit")
@KEEP
@once
def rewrite(note: PolicyNote) -> ResponseReturnValue:
    """Write it otherwise; where somebody else did so meanwhile, both are shown and nothing is lost."""
    values, errors = read_sent()
    if errors:
        return form(request.form, values["reports"], note, errors=errors)
    return save(
        lambda: note_service.rewrite(db(), note, values, version=version_sent(), by=me()), to=page_of(note),
        late=lambda: form(request.form, values["reports"], note, status=409),
    )


@blueprint.post("/<uuid:key>/adopt")
@KEEP
@once
def adopt(note: PolicyNote) -> ResponseReturnValue:
    """The centre stands behind it."""
    return step(note, lambda: note_service.adopt(db(), note, version=version_sent(), by=me()), _("Adopted."))


@blueprint.post("/<uuid:key>/publish")
@KEEP
@once
def publish(note: PolicyNote) -> ResponseReturnValue:
    """Let everybody read it as it is now."""
    values, errors = PUBLISH.read(request.form)
    if errors:
        return show_page(note, request.form, errors=errors)

    def change() -> None:
        note_service.publish(db(), note, values["change"], version=version_sent(), by=me())

    return step(note, change, _("Published. Everybody can read it now."))


@blueprint.post("/<uuid:key>/answer")
@KEEP
@once
def answer(note: PolicyNote) -> ResponseReturnValue:
    """Tell what came of it."""
    values, errors = REPLY.read(request.form)
    if errors:
        return show_page(note, request.form, errors=errors)

    def change() -> None:
        said = _("What was answered was added.")
        note_service.answer(db(), note, values["answer"], said, version=version_sent(), by=me())

    return step(note, change, _("Saved, on the published page, too."))


def step(note: PolicyNote, change: Callable[[], None], said: str) -> ResponseReturnValue:
    """Take a step and say so; where it does not fit any more, show the page as it is now with what was typed."""
    try:
        change()
    except (ChangedMeanwhile, note_service.NotItsTurn) as late:
        db().expire_all()
        flash(late.sentence(), "warning")
        return show_page(note, request.form, status=409)
    flash(said, "success")
    return redirect(page_of(note), 303)


def read_sent() -> tuple[dict[str, Any], Errors]:
    """The policy note that the form tells, with the published reports that were chosen."""
    values, errors = read_note(request.form)
    known = {each.code for each in links.reports(db())}
    return {**values, "reports": [code for code in request.form.getlist("reports") if code in known]}, errors


def form(typed: Mapping[str, str], chosen: list[str], note: PolicyNote | None = None, **how: Any) -> Answer:
    """The form with what was typed."""
    return show(
        "note_form.html", note=note, typed=typed, chosen=chosen, numbers=EVIDENCE.shown(typed),
        reports=links.reports(db()), cited=links.cited(db(), note.reports) if note else [],
        changed=how.get("status") == 409, **how,
    )


def page_of(note: PolicyNote) -> str:
    """The address of a note's page."""
    return url_for("policy_notes.page", key=note.key)
