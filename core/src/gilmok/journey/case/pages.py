"""What the pages of cases show, worked out beforehand: plain values that templates only print."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Row, bindparam, select

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, read
from gilmok.ground.formats.dates import say_short
from gilmok.ground.formats.names import mask_address, mask_email, mask_name
from gilmok.ground.formats.phones import mask_phone, say_phone
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.words import Due, due
from gilmok.journey.case import words
from gilmok.journey.case.lists import NEAR, NEVER
from gilmok.journey.case.models import Case, CaseEvent, CaseKey, CaseText, Client
from gilmok.journey.case.sealed import NOTE, owner
from gilmok.journey.case.service import HELD
from gilmok.journey.case.stages import Stage
from gilmok.journey.case.titles import CLIENT_TITLES, ERASED, EVENT_TITLES, SENT, TONES, UNREADABLE, URGENCY_TONES
from gilmok.modules.registry import Registry

Code = TypeVar("Code")
Word = TypeVar("Word")
TAKEN = frozenset({Stage.WAITING})


class Line(NamedTuple):
    """One case in a list. `limit`: which time limit is near, if one is; `pick`: whether it can be chosen for what the
    list does."""

    number: str
    received: str
    client: str
    topic: str
    stage: str
    tone: str
    holder: str
    urgency: str
    urgency_tone: str
    due: str
    nearness: str
    limit: str
    pick: bool


def lines_of(
    rows: Sequence[Row[Any]], *, names: Mapping[int, str], vault: Vault, pick: frozenset[Stage] = frozenset()
) -> list[Line]:
    """The rows in words. Each word is looked up once for all rows: a list has few stages and topics, and many rows."""
    stages = each_once((row.status for row in rows), words.stage_title)
    topics = each_once((row.topic for row in rows), words.topic_title)
    urgencies = each_once((row.urgency for row in rows), words.urgency_title)
    days = each_once((row.received_on for row in rows), partial(say_short, language=current_language()))
    dues = each_once((row.due_on for row in rows), due_of)
    limits = each_once(((row.due_limit, row.due_on, row.status) for row in rows), near_limit)
    nobody = _("nobody yet")
    return [
        Line(
            number=row.number, received=days[row.received_on],
            client=words.client_title(name_of(row, vault)), topic=topics[row.topic], stage=stages[row.status],
            tone=TONES.get(row.status, ""), holder=holder_of(row, names, nobody),
            urgency=urgencies[row.urgency], urgency_tone=URGENCY_TONES.get(row.urgency, ""),
            due=dues[row.due_on].words, nearness=dues[row.due_on].nearness,
            limit=limits[row.due_limit, row.due_on, row.status],
            pick=row.status in pick,
        )
        for row in rows
    ]


def each_once(codes: Iterable[Code], say: Callable[[Code], Word]) -> dict[Code, Word]:
    """Each code with its word."""
    return {code: say(code) for code in set(codes)}


def due_of(day: date) -> Due:
    """How near a time limit is, in words; nothing where there is none."""
    return Due("", "") if day == NEVER else due(day)


def near_limit(about: tuple[str | None, date, str]) -> str:
    """The name of a case's nearest time limit, where that is near; not of a case that was sent away."""
    code, day, status = about
    return words.limit_title(code) if day <= today() + NEAR and status != SENT else ""


def name_of(row: Row[Any], vault: Vault) -> str | None:
    """The name in a row of a list; None where none was given or it was erased."""
    if row.name is None or row.wrapped is None:
        return None
    try:
        return vault.open_key(owner(row.case_id), row.wrapped).open("name", row.name)
    except NoLongerReadable:
        return None


def holder_of(row: Row[Any], names: Mapping[int, str], nobody: str) -> str:
    """Who has the case; for one that was sent away, the centre that has it."""
    if row.status == SENT:
        return words.centre_title(row.centre_id)
    return names.get(row.handler_id, nobody)


def pickable(person: Person) -> frozenset[Stage]:
    """The stages of the cases that this person can choose in a list: a manager assigns, a counsellor takes."""
    return HELD if person.role == "manager" else TAKEN


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


MASKS: Mapping[str, Callable[[str], str]] = {
    "name": mask_name, "phone": mask_phone, "email": mask_email, "address": mask_address,
}
SAID: Mapping[str, Callable[[str], str]] = {"name": str, "phone": say_phone, "email": str, "address": str}


@dataclass(frozen=True)
class CaseFile:
    """What a case page shows beside the case's own row: who has it, whom it is about, what opens its sealed fields
    (None where the key was destroyed), and what was told freely, sealed."""

    case: Case
    handler: str
    someone: Someone
    key: FieldKey | None
    narrative: bytes | None
    answers: bytes | None

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
    row = read(session, _file, {"case": case.id}).one()
    key = unwrapped(case.id, row.wrapped, vault)
    file = CaseFile(case, row.handler or "", Someone(), key, row.narrative, row.answers)
    clear = {name: file.read(name, getattr(row, name)) for name in CLIENT_TITLES if getattr(row, name)}
    return replace(file, someone=Someone(clear, row.birth_year, file.lost))


def unwrapped(case_id: int, wrapped: bytes | None, vault: Vault) -> FieldKey | None:
    """A case's key; None where it was destroyed, and one that opens nothing where it cannot be read itself."""
    try:
        return vault.open_key(owner(case_id), wrapped) if wrapped else None
    except NoLongerReadable:
        return FieldKey(owner(case_id), b"")


# Made once, for making it costs more than asking it.
_file = (
    select(
        *(getattr(Client, name) for name in CLIENT_TITLES), Client.birth_year, CaseText.narrative, CaseText.answers,
        CaseKey.wrapped, Person.name.label("handler"),
    )
    .select_from(Case)
    .outerjoin(Client, Client.case_id == Case.id)
    .outerjoin(CaseText, CaseText.case_id == Case.id)
    .outerjoin(CaseKey, CaseKey.case_id == Case.id)
    .outerjoin(Person, Person.id == Case.handler_id)
    .where(Case.id == bindparam("case"))
)


def texts(file: CaseFile, registry: Registry) -> tuple[str, list[tuple[str, str]]]:
    """What was told freely: the narrative, and the answers to modules' open questions by their label."""
    answers = json.loads(file.read("answers", file.answers) or "{}")
    return file.open("narrative", file.narrative), [
        (words.label_of(code, registry.fields), text) for code, text in answers.items()
    ]


Happened = tuple[datetime, str, str, str]


def timeline(events: list[tuple[CaseEvent, str]], file: CaseFile, registry: Registry, names: Mapping[int, str],
             *, own: bool) -> list[Happened]:
    """What happened, in words: when, what, who did it, and why. Notes are for the centre that has the case."""
    return [
        (event.at, _(EVENT_TITLES.get(event.kind, event.kind)), who,
         " · ".join(part for part in details(event, file, registry, names, own) if part))
        for event, who in events
    ]


def details(
    event: CaseEvent, file: CaseFile, registry: Registry, names: Mapping[int, str], own: bool
) -> Iterable[str]:
    """What is to be said of one event: from where to where, to whom, why, and the note."""
    if event.from_stage and event.to_stage:
        yield f"{words.stage_title(event.from_stage)} → {words.stage_title(event.to_stage)}"
    about = event.about
    if event.kind == "assigned":
        yield names.get(about.get("to", 0), "")
    yield words.target_title(about.get("target"), registry)
    if centre := about.get("to" if event.kind == "sent" else "centre"):
        yield words.centre_title(centre)
    yield words.why_title(event.why)
    yield file.open(NOTE, event.note) if own else ""
