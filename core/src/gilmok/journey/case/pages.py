"""What the pages of cases show, worked out beforehand: plain values that templates only print."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

from gilmok.ground.access.models import Person
from gilmok.ground.clock import today
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.formats.dates import say_short
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.words import due, moment
from gilmok.journey.case import words
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.lists import NEAR, NEVER
from gilmok.journey.case.models import CaseEvent
from gilmok.journey.case.sealed import NOTE, owner
from gilmok.journey.case.service import HELD
from gilmok.journey.case.stages import SENT, Stage
from gilmok.journey.case.titles import EVENT_TITLES, TONES, URGENCY_TONES
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
    rows: Sequence[Any], *, names: Mapping[int, str], vault: Vault, pick: frozenset[Stage] = frozenset()
) -> list[Line]:
    """The rows in words. Each word is looked up once for all rows: a list has few stages and topics, and many rows."""
    stages, topics, urgencies = Once(words.stage_title), Once(words.topic_title), Once(words.urgency_title)
    days = Once(partial(say_short, language=current_language()))
    dues, limits, nobody = Once(due_of), Once(near_limit), _("nobody yet")
    # Taken apart and put together by place, as `queries.lines` and `Line` have them: by name costs twice as much.
    return [
        Line(
            number, days[received_on], words.client_title(name_of(case_id, wrapped, name, vault)), topics[topic],
            stages[status], TONES.get(status, ""),
            words.centre_title(centre) if status == SENT else names.get(handler, nobody),
            urgencies[urgency], URGENCY_TONES.get(urgency, ""), *dues[due_on], limits[due_limit, due_on, status],
            status in pick,
        )
        for case_id, _created, status, handler, due_on, number, _stage, due_limit, topic, urgency, received_on, centre,
        _version, name, wrapped in rows
    ]


class Once(dict[Code, Word]):
    """The word for each code, asked for once."""

    def __init__(self, say: Callable[[Code], Word]) -> None:
        super().__init__()
        self.say = say

    def __missing__(self, code: Code) -> Word:
        word = self[code] = self.say(code)
        return word


def due_of(day: date) -> tuple[str, str]:
    """How near a time limit is, in words and as a code; nothing where there is none."""
    if day == NEVER:
        return "", ""
    found = due(day)
    return found.words, found.nearness


def near_limit(about: tuple[str | None, date, str]) -> str:
    """The name of a case's nearest time limit, where that is near; not of a case that was sent away."""
    code, day, status = about
    return words.limit_title(code) if day <= today() + NEAR and status != SENT else ""


def name_of(case_id: int, wrapped: bytes | None, name: bytes | None, vault: Vault) -> str | None:
    """The name in a row of a list; None where none was given or it was erased."""
    if name is None or wrapped is None:
        return None
    try:
        return vault.read(owner(case_id), wrapped, "name", name)
    except NoLongerReadable:
        return None


def pickable(person: Person) -> frozenset[Stage]:
    """The stages of the cases that this person can choose in a list: a manager assigns, a counsellor takes."""
    return HELD if person.role == "manager" else TAKEN


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
    yield from times(about, names) if own else ()
    yield words.target_title(about.get("target"), registry)
    if centre := about.get("to" if event.kind == "sent" else "centre"):
        yield words.centre_title(centre)
    yield words.why_title(event.why)
    yield file.open(NOTE, event.note) if own else ""


def times(about: Mapping[str, Any], names: Mapping[int, str]) -> Iterable[str]:
    """For what time something is, and was before; with whom, if that is someone else than before."""
    said = [moment(datetime.fromisoformat(about[name])) for name in ("before", "at") if name in about]
    yield " → ".join(dict.fromkeys(said))
    if about.get("person_before", about.get("person")) != about.get("person"):
        yield " → ".join(names.get(about.get(name, 0), "") for name in ("person_before", "person"))
