"""What is done to the documents of a case: keeping what was typed for them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import FieldKey, NoLongerReadable
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.documents.models import CasePaper
from gilmok.journey.documents.values import Value

TYPED = "papers"


@dataclass(frozen=True)
class Typed:
    """What was typed for the documents of a case, by blank; `version` 0 where nothing was."""

    values: Mapping[str, Value] = field(default_factory=dict)
    version: int = 0


def typed_for(session: ViewerSession, file: CaseFile) -> Typed:
    """What was typed for the documents of a case; raises NoLongerReadable where the case's key was destroyed."""
    key = key_of(file)
    row = session.execute(
        select(CasePaper.typed, CasePaper.version).where(CasePaper.case_id == file.case.id)
    ).one_or_none()
    return Typed(json.loads(key.open(TYPED, row.typed)), row.version) if row else Typed()


def keep(
    session: ViewerSession, file: CaseFile, values: Mapping[str, Value], *, version: int, by: Person
) -> None:
    """Keep what was typed, in place of what was there at `version`; raises ChangedMeanwhile if it is another now."""
    case: Case = file.case
    sealed = key_of(file).seal(TYPED, json.dumps(dict(values), ensure_ascii=False))
    written = {"typed": sealed, "version": version + 1, "changed_at": now(), "changed_by": by.id}
    if version == 0:
        first = insert(CasePaper).values(case_id=case.id, **written).on_conflict_do_nothing()
        done = session.scalar(first.returning(CasePaper.case_id))
    else:
        there = (CasePaper.case_id == case.id, CasePaper.version == version)
        done = session.scalar(update(CasePaper).where(*there).values(written).returning(CasePaper.case_id))
    if done is None:
        raise ChangedMeanwhile


def key_of(file: CaseFile) -> FieldKey:
    """The key of a case; raises NoLongerReadable where it was destroyed."""
    if file.key is None:
        raise NoLongerReadable(what=f"case:{file.case.id}")
    return file.key
