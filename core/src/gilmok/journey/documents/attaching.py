"""The addresses of a case's attachments. What was uploaded is never a page of ours: it is downloaded, or, where it is a
picture that browsers show safely, shown by itself in a sandbox."""

from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, Response, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import NotFound
from gilmok.ground.files import FileStore
from gilmok.ground.i18n import _, ngettext, titled
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.case.models import Case
from gilmok.journey.case.schemas import CHOOSE
from gilmok.journey.case.showing import case_of, file_of, show_case
from gilmok.journey.documents import evidence
from gilmok.journey.documents.evidence import LARGEST, MEGABYTE, NAME, REMOVAL_REASONS, Piece, examine
from gilmok.journey.documents.kinds import BY_CODE
from gilmok.journey.documents.listing import show_tab
from gilmok.journey.documents.models import Attachment

# Of one sending, so that a few files of full size go through at once.
LARGEST_SENDING = 5 * LARGEST + MEGABYTE
UPLOADS = frozenset({"attachments.add"})
ALONE = "default-src 'none'; sandbox"
KEEP = needs(Permission.KEEP_ATTACHMENTS, of=lambda number, **_rest: case_of(number))
REMOVE = needs(Permission.REMOVE_ATTACHMENT, of=lambda number, **_rest: case_of(number))
blueprint = Blueprint("attachments", __name__, template_folder="templates", url_prefix="/cases/<number>/attachments")


@blueprint.url_value_preprocessor
def take_more(endpoint: str | None, values: object) -> None:
    """Let who is logged in send more to these addresses than to any other: before the form is read."""
    if endpoint in UPLOADS and "_user_id" in session:
        request.max_content_length = LARGEST_SENDING


def store() -> FileStore:
    """Where this installation's files lie."""
    return FileStore(current_app.extensions["settings"].files_folder)


def of_address(case: Case) -> Attachment:
    """The attachment that the address names; raises NotFound."""
    key: UUID = (request.view_args or {})["key"]
    return evidence.one(db(), case.id, key)


@blueprint.post("")
@KEEP
@once
def add(case: Case) -> ResponseReturnValue:
    """Attach files to the case: all that were sent, or, if one may not be kept, none, and why."""
    pieces, wrong = sent_files()
    if wrong or not pieces:
        return show_tab(case, errors={"files": wrong or [_("Choose a file first.")]})
    file = file_of(case)
    for piece in pieces:
        evidence.attach(db(), file, piece, store=store(), by=me())
    log(db(), "attachment_added", cases=[case.id], files=len(pieces))
    said = ngettext("%(num)s file is kept with the case.", "%(num)s files are kept with the case.", len(pieces))
    flash(said, "success")
    return redirect(url_for("documents.index", number=case.number), 303)


def sent_files() -> tuple[list[Piece], list[str]]:
    """The files that were sent and may be kept, and what is wrong with the others; a field left empty is no file."""
    pieces, wrong = [], []
    for sent in request.files.getlist("files"):
        examined = look_at(sent)
        if isinstance(examined, Piece):
            pieces.append(examined)
        elif sent.filename:
            wrong.append(examined)
    return pieces, wrong


def look_at(sent: FileStorage) -> Piece | str:
    """A file that was sent, examined; no more of it is read than may be kept."""
    return examine(sent.filename or "", sent.stream.read(LARGEST + 1))


@blueprint.get("/<uuid:key>")
@KEEP
def download(case: Case) -> ResponseReturnValue:
    """An attachment, to be saved; that it was read is noted."""
    return handed_out(case, of_address(case), "attachment")


@blueprint.get("/<uuid:key>/picture")
@KEEP
def picture(case: Case) -> ResponseReturnValue:
    """A picture, to be looked at; only of kinds that browsers show safely."""
    attachment = of_address(case)
    if not BY_CODE[attachment.kind].shown:
        raise NotFound
    return handed_out(case, attachment, "inline")


def handed_out(case: Case, attachment: Attachment, disposition: str) -> Response:
    """The content of an attachment as its kind says, whatever its name says; nothing in it is carried out."""
    file = file_of(case)
    content = evidence.read(db(), file, attachment, store=store(), by=me())
    log(db(), "attachment_read", cases=[case.id], attachment=str(attachment.id))
    answer = Response(content, content_type=BY_CODE[attachment.kind].media)
    name = quote(file.open(NAME, attachment.name), safe="")
    answer.headers["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{name}"
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


@blueprint.get("/<uuid:key>/remove")
@REMOVE
def removing(case: Case) -> ResponseReturnValue:
    """The form that removes an attachment."""
    return show_removing(case, of_address(case))


@blueprint.post("/<uuid:key>/remove")
@REMOVE
@once
def remove(case: Case) -> ResponseReturnValue:
    """Mark an attachment as removed, with the reason."""
    attachment, why = of_address(case), request.form.get("why", "")
    if why not in REMOVAL_REASONS:
        return show_removing(case, attachment, errors={"why": [_(CHOOSE)]})
    evidence.remove(db(), attachment, why=why, by=me())
    log(db(), "attachment_removed", cases=[case.id], attachment=str(attachment.id), why=why)
    flash(_("The file is removed. That it was there stays on the list."), "success")
    return redirect(url_for("documents.index", number=case.number), 303)


def show_removing(
    case: Case, attachment: Attachment, *, errors: dict[str, list[str]] | None = None
) -> ResponseReturnValue:
    """The page that asks why an attachment is removed."""
    file = file_of(case)
    return show_case(
        "documents/remove.html", case, status=422 if errors else 200, file=file, attachment=attachment,
        name=file.open(NAME, attachment.name), errors=errors or {},
        reasons=titled(REMOVAL_REASONS),
    )
