"""The tab 'Counselling' of a case: what was talked about, and what is to be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import url_for

from gilmok.ground.clock import SEOUL, today
from gilmok.ground.crypto import FieldKey
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, me, vault
from gilmok.ground.web.words import date_short
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.parts import PartOfCase
from gilmok.journey.case.sealed import key_of
from gilmok.journey.case.showing import Answer, case_of, file_of, show_case
from gilmok.journey.counselling import appointment_lists, follow_ups, showing, status_words, talks, task_lists
from gilmok.journey.counselling.appointments import note_column
from gilmok.journey.counselling.follow_ups import MONEY, SETTLED
from gilmok.journey.counselling.schemas import Errors

NOTHING_TYPED = dict.fromkeys(("title", "due_on", "money", "settled"), "")


@dataclass(frozen=True)
class OnCase(PartOfCase):
    """What the address names of a case by its `key`: a talk, a task, an appointment."""

    key: UUID

    @property
    def sealing(self) -> FieldKey:
        """The case's key; raises NoLongerReadable."""
        return sealing_of(self.case)


def sealing_of(case: Case) -> FieldKey:
    """The key of a case; raises NoLongerReadable."""
    return key_of(db(), case.id, vault())


def of_case(number: str, key: UUID) -> OnCase:
    """What an address names of a case; raises NotFound where there is no such case."""
    return OnCase(case_of(number), key)


def address_of(case: Case) -> str:
    """The address of a case's counselling."""
    return url_for("counselling.tab", number=case.number)


def show_tab(case: Case, *, errors: Errors | None = None, typed: Mapping[str, str] | None = None) -> Answer:
    """The whole tab; a task that could not be added comes back with what was typed."""
    file = file_of(case)
    names = showing.names_of(db(), case)
    found = talks.talks_of(db(), case.id)
    return show_case(
        "counselling/tab.html", case, status=422 if errors else 200, file=file, errors=errors or {},
        talks=[showing.in_words(versions, file, names) for versions in found], issues=talks.issues(found),
        **task_parts(case, typed or {}), **follow_up_parts(case, names),
        standing=status_words.kept(db(), case.id, today()),
        appointments=[in_words(each, file) for each in appointment_lists.of_case(db(), case)],
    )


def in_words(line: appointment_lists.Line, file: CaseFile | None = None) -> dict[str, Any]:
    """An appointment in words; its note where the case's own `file` is given."""
    from_to = f"{time_of(line.at)}–{time_of(line.until)}"
    return {
        "key": line.key, "written_at": line.written_at, "writer": line.writer,
        "day": line.at.astimezone(SEOUL).date(), "from_to": from_to, "who": line.who,
        "channel": _(showing.CHANNEL_TITLES.get(line.channel, line.channel)), "room": line.room,
        "cancelled": line.cancelled, "title": f"{date_short(line.at.astimezone(SEOUL).date())} {from_to}",
        "before": [in_words(each, file) for each in line.before],
        "note": file.open(note_column(line.key), line.note) if file else "",
    }


def time_of(at: datetime) -> str:
    """`14:05`, in Seoul."""
    return f"{at.astimezone(SEOUL):%H:%M}"


def follow_up_parts(case: Case, names: Mapping[int, str]) -> dict[str, Any]:
    """What the tab's part about the time after closing shows."""
    return {
        "question": follow_ups.of_case(db(), case),
        "money": titled(MONEY),
        "settled": titled(SETTLED),
        "answers": [
            (each.days, _(MONEY[each.money]), _(SETTLED[each.settled]), each.at, names.get(each.person_id, ""))
            for each in follow_ups.answers_of(db(), case.id)
        ],
    }


def task_parts(case: Case, typed: Mapping[str, str]) -> dict[str, Any]:
    """What the tab's part about tasks shows."""
    todo = task_lists.tasks_of(db(), case, vault=vault())
    return {
        "todo": [each for each in todo if each.done_at is None], "done": [each for each in todo if each.done_at],
        "typed": {**NOTHING_TYPED, "owner": str(case.handler_id or me().id), **typed},
        "colleagues": showing.choices(db(), case)["person"],
    }
