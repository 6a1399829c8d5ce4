"""The addresses of a case's documents: the tab, a document's form, its preview, which is also what is printed and
saved as PDF, and the Hangul file."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.pdf import as_download, printer
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of, show_case
from gilmok.journey.desk_work.queries import desk_of
from gilmok.journey.documents import form_service, service
from gilmok.journey.documents.attaching import store
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.form_filling import handed_out, hangul_of, without_place
from gilmok.journey.documents.listing import show_tab
from gilmok.journey.documents.module_letters import document_of
from gilmok.journey.documents.pdf import pdf_of
from gilmok.journey.documents.showing import Desk, letter, look, show_form
from gilmok.journey.documents.values import Value, kept, read

MAKE = needs(Permission.MAKE_DOCUMENTS, of=lambda number, **_rest: case_of(number))
blueprint = Blueprint("documents", __name__, template_folder="templates", url_prefix="/cases/<number>/documents")


def document_of_address(case: Case) -> Document:
    """The document that the address names, if the case has it; raises NotFound."""
    return document_of((request.view_args or {}).get("code", ""), desk_of(db(), case))


@blueprint.get("")
@MAKE
def index(case: Case) -> ResponseReturnValue:
    """Every document that can be made from the case, with what each still lacks, and what is attached to it."""
    return show_tab(case)


@blueprint.get("/<code>")
@MAKE
def form(case: Case) -> ResponseReturnValue:
    """The blanks of a document: what the case says, and what has to be asked."""
    return show_form(look(case), document_of_address(case))


@blueprint.post("/<code>")
@MAKE
@once
def save(case: Case) -> ResponseReturnValue:
    """Keep what was typed, and show the document; with something wrong in it, or changed by another, the form."""
    document, desk = document_of_address(case), look(case)
    values, errors = read(document, request.form)
    if errors:
        return show_form(desk, document, sent=request.form, errors=errors)
    try:
        keep_new(desk, document, {code: kept(value) for code, value in values.items()})
    except ChangedMeanwhile:
        return show_form(look(case), document, sent=request.form, changed=True)
    log(db(), "document_typed", cases=[case.id], document=document.code)
    flash(_("Kept with the case. Every document uses it."), "success")
    return redirect(url_for("documents.preview", number=case.number, code=document.code), 303)


def keep_new(desk: Desk, document: Document, values: dict[str, Value]) -> None:
    """Keep the values that differ from what the case says itself; raises ChangedMeanwhile."""
    stays = {code: value for code, value in desk.typed.values.items() if code not in desk.asked_codes(document)}
    differ = {code: value for code, value in values.items() if desk.is_news(document, code, value)}
    seen = request.form.get("version", type=int, default=-1)
    if seen != desk.typed.version:
        raise ChangedMeanwhile
    service.keep(db(), desk.file, {**stays, **differ}, version=seen, by=me())


@blueprint.get("/<code>/preview")
@MAKE
def preview(case: Case) -> ResponseReturnValue:
    """The document as it will be printed, with the person in full; that it was seen is noted."""
    desk, document = look(case), document_of_address(case)
    log(db(), "document_seen", cases=[case.id], document=document.code)
    used = form_service.used(db(), case.centre_id, document.code)
    return show_case(
        "documents/preview.html", case, file=desk.file, can_print=printer() is not None, has_form=used is not None,
        placeless=without_place(desk.filled(document), used[0]) if used else [], **letter(desk, document),
    )


@blueprint.get("/<code>/pdf")
@MAKE
def pdf(case: Case) -> ResponseReturnValue:
    """The document as PDF, to be saved; that it was made is noted."""
    desk, document = look(case), document_of_address(case)
    content = pdf_of(case, desk, document)
    if content is None:
        return redirect(url_for("documents.preview", number=case.number, code=document.code), 303)
    answer = as_download(content, f"{_(document.title)} {case.number}.pdf")
    log(db(), "document_printed", cases=[case.id], document=document.code)
    return answer


@blueprint.get("/<code>/hwpx")
@MAKE
def hangul(case: Case) -> ResponseReturnValue:
    """The document in the official form of the centre, to be saved; that it was made is noted."""
    desk, document = look(case), document_of_address(case)
    used = form_service.used(db(), case.centre_id, document.code)
    if used is None:
        raise NotFound
    form = form_service.read(used[1], store=store(), vault=vault())
    content = hangul_of(form, used[0], desk.filled(document), case.number)
    log(db(), "document_printed", cases=[case.id], document=document.code, form=str(used[1].id))
    return handed_out(content, f"{_(document.title)} {case.number}.hwpx")
