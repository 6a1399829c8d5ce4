"""What is done with a case's attachments: examined, kept, read, removed. The session's commit alone makes a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Row, func, select, update

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.files import FileStore
from gilmok.ground.formats.identifiers import refused
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.file import CaseFile
from gilmok.journey.documents.kinds import Kind, kind_of, named_as
from gilmok.journey.documents.models import Attachment, AttachmentRead
from gilmok.journey.documents.names import clean_name
from gilmok.journey.documents.service import key_of

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
NAME = "attachment_name"

EMPTY = _("%(name)s is empty.")
TOO_LARGE = _("%(name)s is larger than 20 MB.")
NOT_TAKEN = _("%(name)s is of a kind that is not taken. Taken are PDF, pictures, Word, Excel and Hangul documents, "
              "plain text, sound and MP4.")
OTHER_ENDING = _("The name %(name)s does not fit what is in the file, which is %(kind)s.")
NUMBER_IN_NAME = _("A file's name holds an identification number. Please give it another name.")
NAMELESS = _("a file without a name")

REMOVAL_REASONS = {
    "mistake": _("added by mistake"),
    "other_case": _("belongs to another case"),
    "wish": _("the person wishes it"),
    "replaced": _("a better copy was added"),
}


@dataclass(frozen=True)
class Piece:
    """A file that may be kept: its clean name, what it is, what is in it."""

    name: str
    kind: Kind
    content: bytes


def examine(name: str, content: bytes) -> Piece | str:
    """The file as it may be kept, or, in the language of the request, why it may not."""
    clean = clean_name(name)
    if refused(f"{name}\n{clean}"):
        return translated(NUMBER_IN_NAME)
    said = clean or translated(NAMELESS)
    if not 0 < len(content) <= LARGEST:
        return translated(TOO_LARGE if content else EMPTY, name=said)
    kind = kind_of(content)
    if kind is None:
        return translated(NOT_TAKEN, name=said)
    fitting = named_as(clean, kind)
    return Piece(fitting, kind, content) if fitting else translated(OTHER_ENDING, name=said, kind=kind.code.upper())


def attach(session: ViewerSession, file: CaseFile, piece: Piece, *, store: FileStore, by: Person) -> Attachment:
    """Keep a piece of evidence with the case, sealed with the case's key: destroying that key destroys it too."""
    key, new = key_of(file), uuid4()
    row = Attachment(
        id=new, case_id=file.case.id, name=key.seal(NAME, piece.name), kind=piece.kind.code, size=len(piece.content),
        digest=store.put(key.seal_file(str(new), piece.content)), added_at=now(), added_by=by.id,
    )
    session.add(row)
    return row


def attached(session: ViewerSession, case_id: int) -> Sequence[tuple[Attachment, str]]:
    """What is attached to a case and who added it, the newest first; what was removed comes last."""
    query = select(Attachment, Person.name).join(Person, Person.id == Attachment.added_by)
    order = (Attachment.removed_at.is_not(None), Attachment.added_at.desc(), Attachment.id)
    rows = session.execute(query.where(Attachment.case_id == case_id).order_by(*order))
    return [(attachment, name) for attachment, name in rows]


def one(session: ViewerSession, case_id: int, key: UUID) -> Attachment:
    """An attachment of this case; raises NotFound for another case's, and for one that was removed."""
    here = (Attachment.id == key, Attachment.case_id == case_id, Attachment.removed_at.is_(None))
    found = session.scalar(select(Attachment).where(*here))
    if found is None:
        raise NotFound
    return found


def read(
    session: ViewerSession, file: CaseFile, attachment: Attachment, *, store: FileStore, by: Person
) -> bytes:
    """What is in an attachment; that it was read is noted. Raises NoLongerReadable."""
    content = key_of(file).open_file(str(attachment.id), store.get(attachment.digest))
    session.add(AttachmentRead(case_id=file.case.id, attachment_id=attachment.id, person_id=by.id, at=now()))
    return content


def readers(session: ViewerSession, case_id: int) -> Sequence[Row[UUID, str, int, datetime]]:
    """Who read which attachment of a case, how often, and when last; the last reader first."""
    last = func.max(AttachmentRead.at)
    query = select(AttachmentRead.attachment_id, Person.name, func.count(AttachmentRead.id), last)
    query = query.join(Person, Person.id == AttachmentRead.person_id).where(AttachmentRead.case_id == case_id)
    return session.execute(query.group_by(AttachmentRead.attachment_id, Person.id).order_by(last.desc())).all()


def remove(session: ViewerSession, attachment: Attachment, *, why: str, by: Person) -> None:
    """Mark an attachment as removed: nobody reads it any more; that it was there stays known."""
    session.execute(
        update(Attachment).where(Attachment.id == attachment.id, Attachment.removed_at.is_(None))
        .values(removed_at=now(), removed_by=by.id, removed_why=why)
    )
