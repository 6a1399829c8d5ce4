"""What the pages of counselling show, worked out beforehand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gilmok.ground.access.models import Person
from gilmok.ground.clock import SEOUL, now
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _
from gilmok.journey.case import queries
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.words import topic_title
from gilmok.journey.counselling.models import Consultation
from gilmok.journey.counselling.talks import TEXTS, column
from gilmok.journey.vocabulary_codes import CHANNELS, TOPICS

CHANNEL_TITLES: Mapping[str, str] = {each.code: each.title for each in CHANNELS}
Typed = Mapping[str, list[str]]


@dataclass(frozen=True)
class Shown:
    """A talk in words, with what was written of it before."""

    key: UUID
    at: datetime
    who: str
    channel: str
    minutes: int | None
    topics: tuple[str, ...]
    texts: Mapping[str, str]
    version: int
    written_at: datetime
    writer: str
    before: tuple["Shown", ...] = ()


def in_words(versions: list[Consultation], file: CaseFile, names: Mapping[int, str]) -> Shown:
    """A talk as its newest version tells it."""
    newest, *older = versions
    return Shown(
        key=newest.key, at=newest.at, who=names.get(newest.person_id, ""),
        channel=_(CHANNEL_TITLES.get(newest.channel, newest.channel)), minutes=newest.minutes,
        topics=tuple(topic_title(code) for code in newest.topics), texts=texts_of(newest, file),
        version=newest.version, written_at=newest.written_at, writer=names.get(newest.written_by_id, ""),
        before=tuple(in_words([each], file, names) for each in older),
    )


def texts_of(row: Consultation, file: CaseFile) -> dict[str, str]:
    """The texts of a talk by their name, empty where nothing was written."""
    return {name: file.open(column(name, row.key), getattr(row, name)) for name in TEXTS}


def as_typed(row: Consultation, file: CaseFile) -> dict[str, list[str]]:
    """A talk as it would be typed, to be corrected."""
    return {
        **moment_as_typed(row.at), "person": [str(row.person_id)], "channel": [row.channel],
        "minutes": [str(row.minutes or "")], "topics": row.topics,
        **{name: [text] for name, text in texts_of(row, file).items()},
    }


def fresh(case: Case, person: Person) -> dict[str, list[str]]:
    """What a new talk most likely is: now, by oneself, about the case's own topic."""
    known = {each.code for each in TOPICS}
    topics = [case.topic] if case.topic in known else []
    return {**moment_as_typed(now()), "person": [str(person.id)], "topics": topics}


def moment_as_typed(at: datetime) -> dict[str, list[str]]:
    """The day and the time of a moment as they would be typed."""
    there = at.astimezone(SEOUL)
    return {"on": [f"{there:%Y-%m-%d}"], "time": [f"{there:%H:%M}"]}


def choices(session: ViewerSession, case: Case) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen on the form of a talk."""
    staff = queries.staff(session, case.centre_id)
    return {
        "channel": [(each.code, _(each.title)) for each in CHANNELS],
        "topics": [(each.code, _(each.title)) for each in TOPICS],
        "person": [(str(each.id), each.name) for each in staff if each.active],
    }


def names_of(session: ViewerSession, case: Case) -> dict[int, str]:
    """The names of the centre's people."""
    return {each.id: each.name for each in queries.staff(session, case.centre_id)}


def one(typed: Typed, name: str) -> str:
    """What was typed into a field that takes one answer."""
    return next(iter(typed.get(name, [])), "")


def one_by_one(typed: Typed, names: Iterable[str]) -> dict[str, str]:
    """What was typed into each of these fields."""
    return {name: one(typed, name) for name in names}


def status_of(errors: Mapping[str, list[str]] | None, *, stale: bool) -> int:
    """With which status a form comes back."""
    return 409 if stale else 422 if errors else 200
