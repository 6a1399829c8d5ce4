"""The tab of a case's documents: what can be made, and what is attached."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me
from gilmok.ground.web.words import moment
from gilmok.journey.case import queries
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, Errors, show_case
from gilmok.journey.desk_work.queries import desk_of
from gilmok.journey.documents import evidence
from gilmok.journey.documents.evidence import MEGABYTE, NAME, REMOVAL_REASONS
from gilmok.journey.documents.filling import fill
from gilmok.journey.documents.kinds import BY_CODE
from gilmok.journey.documents.module_letters import offered
from gilmok.journey.documents.showing import look


class Attached(NamedTuple):
    """An attachment as the list shows it; `removed` says by whom, when and why, and is empty where it is there."""

    key: UUID
    name: str
    about: str
    shown: bool
    added_at: datetime
    added_by: str
    readers: list[tuple[str, int, datetime]]
    removed: str


def show_tab(case: Case, *, errors: Errors | None = None) -> Answer:
    """The tab of documents; with what is wrong with the files that were sent."""
    desk, at = look(case), desk_of(db(), case)
    filled = [fill(each, desk.known, desk.typed.values) for each in offered(at, case.topic)]
    return show_case(
        "documents/index.html", case, status=422 if errors else 200, file=desk.file, filled=filled, errors=errors or {},
        at=at,
        attached=list(attachments(case, desk.file)), may_remove=may(me(), Permission.REMOVE_ATTACHMENT, case),
    )


def attachments(case: Case, file: CaseFile) -> Iterator[Attached]:
    """What is attached to the case, with who added and who read it."""
    read_by: dict[UUID, list[tuple[str, int, datetime]]] = defaultdict(list)
    for key, name, times, last in evidence.readers(db(), case.id):
        read_by[key].append((name, times, last))
    names = {each.id: each.name for each in queries.staff(db(), case.centre_id)}
    for row, added_by in evidence.attached(db(), case.id):
        removed = ""
        if row.removed_at:
            why = _(REMOVAL_REASONS.get(row.removed_why or "", ""))
            removed = f"{moment(row.removed_at)} · {names.get(row.removed_by or 0, '')} · {why}"
        yield Attached(
            row.id, file.open(NAME, row.name), f"{row.kind.upper()} · {size_of(row.size)}", BY_CODE[row.kind].shown,
            row.added_at, added_by, read_by[row.id], removed,
        )


def size_of(size: int) -> str:
    """A size as people say it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, size // 1024):,} KB"
