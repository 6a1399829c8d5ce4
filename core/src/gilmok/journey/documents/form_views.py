"""The addresses of a centre's official forms, which its manager uploads: the list, and the form of one kind."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import NotFound
from gilmok.ground.formats.identifiers import refused
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case.showing import Answer, Errors
from gilmok.journey.documents import form_service
from gilmok.journey.documents.attaching import store
from gilmok.journey.documents.catalogue import ALL, DOCUMENTS
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.form_models import CentreForm
from gilmok.journey.documents.form_slots import slots_of
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.hangul.package import LARGEST
from gilmok.journey.documents.hangul.refusals import NotTaken, NumberInName
from gilmok.journey.documents.names import clean_name
from gilmok.journey.documents.values import in_language

KEEP = needs(Permission.KEEP_FORMS)
blueprint = Blueprint("forms", __name__, template_folder="templates", url_prefix="/forms")


def centre() -> str:
    """The centre of the manager who asks."""
    return me().centre_id or ""


def document_of(code: str) -> Document:
    """The document of this code; raises NotFound."""
    if code not in DOCUMENTS:
        raise NotFound
    return DOCUMENTS[code]


@blueprint.get("")
@KEEP
def index() -> ResponseReturnValue:
    """Every kind of document with the form that it is filled into, since when, and by whom."""
    newest = {each[0].document: each for each in reversed(form_service.uses(db(), centre()))}
    return render_template("documents/forms/index.html", kinds=[(each, newest.get(each.code)) for each in ALL])


@blueprint.get("/<code>")
@KEEP
def kind(code: str) -> ResponseReturnValue:
    """The form of one kind of document, and what was before."""
    return show_kind(document_of(code))


def show_kind(document: Document, *, errors: Errors | None = None) -> Answer:
    """The page of one kind of document; with what is wrong with the form that was sent."""
    uses = form_service.uses(db(), centre(), document.code)
    used = uses[0] if uses and uses[0][1] else None
    page = render_template(
        "documents/forms/kind.html", document=document, used=used, uses=uses, errors=errors or {},
        names=[in_language(slot.label, "ko") for slot in slots_of(document)],
    )
    return page, 422 if errors else 200


@blueprint.post("/<code>")
@KEEP
@once
def upload(code: str) -> ResponseReturnValue:
    """Keep a form that was sent, if it can be filled, and ask where each blank goes; else say why not."""
    document = document_of(code)
    try:
        row = kept(document)
    except NotTaken as error:
        return show_kind(document, errors={"form": [error.sentence()]})
    log(db(), "form_uploaded", document=code, form=str(row.id))
    return redirect(url_for("form_places.show", code=code, key=row.id), 303)


def kept(document: Document) -> CentreForm:
    """The form that was sent, kept; raises NotTaken. No more of it is read than may be kept."""
    sent = request.files.get("form", FileStorage())
    name = clean_name(sent.filename or "")
    if refused(f"{sent.filename}\n{name}"):
        raise NumberInName
    content = sent.stream.read(LARGEST + 1)
    Form.read(content)
    name = f"{name.removesuffix('.hwpx') or 'form'}.hwpx"
    return form_service.upload(db(), document.code, name, content, store=store(), vault=vault(), by=me())


@blueprint.post("/<code>/remove")
@KEEP
@once
def remove(code: str) -> ResponseReturnValue:
    """Fill documents of this kind into no form any more."""
    document = document_of(code)
    if form_service.used(db(), centre(), code) is not None:
        form_service.stop_using(db(), centre(), code, by=me())
        log(db(), "form_removed", document=code)
        flash(_("%(document)s is filled into no form any more.", document=_(document.title)), "success")
    return redirect(url_for("forms.kind", code=code), 303)
