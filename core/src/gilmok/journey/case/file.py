"""What is sealed of a case, opened for its pages: whom it is about, and what was told freely."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from gilmok.ground.access.models import Person
from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, all_of, entity, read
from gilmok.ground.errors import NotFound
from gilmok.ground.formats.names import mask_address, mask_email, mask_name
from gilmok.ground.formats.phones import mask_phone, say_phone
from gilmok.ground.i18n import _
from gilmok.journey.case import words
from gilmok.journey.case.models import Case, CaseKey, CaseText, Client, DeskAnswers
from gilmok.journey.case.sealed import owner
from gilmok.journey.case.titles import CLIENT_TITLES, ERASED, UNREADABLE
from gilmok.modules.registry import Registry


@dataclass(frozen=True)
class Someone:
    """Whom a case is about, by field (`name`, `phone`, …) as it was told, None where it cannot be read any more; empty
    where nobody is named. `lost` says why it cannot."""

    clear: Mapping[str, str | None] = field(default_factory=dict)
    birth_year: int | None = None
    lost: str = ""

    @property
    def told(self) -> list[str]:
        """The masked name and phone number, as far as they were told; else that none was."""
        told = [self.said(name, MASKS) for name in ("name", "phone") if name in self.clear]
        return list(dict.fromkeys(told)) or [_("no name given")]

    @property
    def title(self) -> str:
        """The masked name and phone number in one line."""
        return " ".join(self.told)

    def lines(self, *, revealed: bool) -> list[tuple[str, str]]:
        """What is known of the person by what it is, masked unless it is revealed."""
        shown = SAID if revealed else MASKS
        found = [(_(CLIENT_TITLES[name]), self.said(name, shown)) for name in self.clear]
        return found + ([(_("Year of birth"), str(self.birth_year))] if self.birth_year else [])

    def said(self, name: str, shown: Mapping[str, Callable[[str], str]]) -> str:
        """One field as it is shown."""
        text = self.clear[name]
        return self.lost if text is None else shown[name](text)


# Under which name the answers to modules' questions are sealed, those of the intake and later ones.
ANSWERS, LATER = "answers", "desk_answers"
MASKS: Mapping[str, Callable[[str], str]] = {
    "name": mask_name, "phone": mask_phone, "email": mask_email, "address": mask_address,
}
SAID: Mapping[str, Callable[[str], str]] = {"name": str, "phone": say_phone, "email": str, "address": str}


@dataclass(frozen=True)
class Later:
    """What was answered at a module's desk after the intake: what is `known`, what is `sealed`, and which version it
    is, 0 where nothing was answered yet."""

    known: Mapping[str, Any] = field(default_factory=dict)
    sealed: bytes | None = None
    version: int = 0


@dataclass(frozen=True)
class CaseFile:
    """What a case page shows beside the case's own row: who has it, whom it is about, what opens its sealed fields
    (None where the key was destroyed), what was told freely, sealed, and what was answered `later`."""

    case: Case
    handler: str
    someone: Someone
    key: FieldKey | None
    narrative: bytes | None
    answers: bytes | None
    later: Later = field(default_factory=Later)

    @property
    def lost(self) -> str:
        """What is shown for a field that cannot be read any more."""
        return _(UNREADABLE) if self.key else _(ERASED)

    def read(self, column: str, sealed: bytes | None) -> str | None:
        """The text of a sealed field; empty where nothing was written, None where it cannot be read any more."""
        if sealed is None:
            return ""
        try:
            return self.key.open(column, sealed) if self.key else None
        except NoLongerReadable:
            return None

    def open(self, column: str, sealed: bytes | None) -> str:
        """The text of a sealed field, or that it cannot be read any more."""
        text = self.read(column, sealed)
        return self.lost if text is None else text


def case_file(session: ViewerSession, case: Case, vault: Vault) -> CaseFile:
    """What every page of the case shows; one query."""
    return opened(case, read(session, _file, {"case": case.id}).one(), vault)


def with_file(session: ViewerSession, number: str) -> tuple[Case, Row[Any]]:
    """The case of this number, and sealed what `opened` opens, in one query; raises NotFound, as `by_number`."""
    found = read(session, _with_file, {"number": number}).one_or_none()
    if found is None:
        raise NotFound
    return entity(session, Case, found), found


def opened(case: Case, row: Row[Any], vault: Vault) -> CaseFile:
    """What every page of the case shows, from its row."""
    key = unwrapped(case.id, row.wrapped, vault)
    later = Later(row.known, row.sealed, row.answered) if row.answered else Later()
    file = CaseFile(case, row.handler or "", Someone(), key, row.narrative, row.answers, later)
    clear = {name: file.read(name, getattr(row, name)) for name in CLIENT_TITLES if getattr(row, name)}
    return replace(file, someone=Someone(clear, row.birth_year, file.lost))


def unwrapped(case_id: int, wrapped: bytes | None, vault: Vault) -> FieldKey | None:
    """A case's key; None where it was destroyed, and one that opens nothing where it cannot be read itself."""
    try:
        return vault.open_key(owner(case_id), wrapped) if wrapped else None
    except NoLongerReadable:
        return FieldKey(owner(case_id), b"")


_beside = (
    *(getattr(Client, name) for name in CLIENT_TITLES), Client.birth_year, CaseText.narrative, CaseText.answers,
    CaseKey.wrapped, Person.name.label("handler"),
    DeskAnswers.known, DeskAnswers.sealed, DeskAnswers.version.label("answered"),
)


def _joined(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.select_from(Case)
        .outerjoin(Client, Client.case_id == Case.id)
        .outerjoin(CaseText, CaseText.case_id == Case.id)
        .outerjoin(CaseKey, CaseKey.case_id == Case.id)
        .outerjoin(DeskAnswers, DeskAnswers.case_id == Case.id)
        .outerjoin(Person, Person.id == Case.handler_id)
    )


# Made once, for making them costs more than asking them.
_file = _joined(select(*_beside)).where(Case.id == bindparam("case"))
_with_file = _joined(select(*all_of(Case), *_beside)).where(Case.number == bindparam("number"))


def texts(file: CaseFile, registry: Registry) -> tuple[str, list[tuple[str, str]]]:
    """What was told freely: the narrative, and the answers to modules' open questions by their label."""
    return file.open("narrative", file.narrative), [
        (words.label_of(code, registry.answered), words.sealed_title(said, registry.answered.get(code)))
        for code, said in answers(file).items()
    ]


def answers(file: CaseFile) -> dict[str, Any]:
    """The sealed answers to modules' questions, those of the intake and later ones, by their codes."""
    return {**sealed_answers(file, ANSWERS, file.answers), **sealed_answers(file, LATER, file.later.sealed)}


def sealed_answers(file: CaseFile, column: str, sealed: bytes | None) -> dict[str, Any]:
    """The sealed answers of one kind; none where they cannot be read any more."""
    return dict(json.loads(file.read(column, sealed) or "{}"))
