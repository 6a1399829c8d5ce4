"""How projects stand, and what stood in them before, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gilmok.ground.clock import today
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.calendar import Badge
from gilmok.programmes.projects import kinds, partners
from gilmok.programmes.projects.models import COUNCIL, Project, ProjectAction, ProjectRevision

FIELDS = {
    "title": _("Title"), "programme": _("Programme"), "region": _("Region"), "aim": _("Aim"),
    "for_whom": _("For whom"), "starts_on": _("First day"), "ends_on": _("Last day"), "roles": _("Who does what"),
    "links": _("Courses and reports"), "measures": _("Aims measured"), "came_of_it": _("What it led to"),
    "due_on": _("Positions until"), "answer": _("Joint answer"), "published_at": _("published"),
    "ended_on": _("Over since"), "kind": _("Kind"), "day": _("Day"), "starts": _("From"), "ends": _("Ends at"),
    "place": _("Where it is done"), "told": _("What was done for it"), "public": _("Everybody may see it"),
    "called_off": _("called off"), "text": _("Position"), **kinds.REACH,
}
STANDINGS: dict[str, Badge] = {
    "planned": (_("planned"), "information"), "going_on": (_("going on"), "success"),
    "unmeasured": (_("period is over, outcome is missing"), "warning"), "over": (_("over"), ""),
    "asked": (_("positions being collected"), "success"), "unanswered": (_("joint answer is missing"), "warning"),
    "answered": (_("answered together"), ""),
}
YES_NO = {True: _("yes"), False: _("no")}


@dataclass(frozen=True)
class Before:
    """What stood there before a change: when it was changed, and of each field that was, its name and what it said."""

    changed_at: datetime
    fields: tuple[tuple[str, str], ...]


def standing(project: Project) -> Badge:
    """How a project stands, with the tone of that word."""
    word, tone = STANDINGS[standing_of(project)]
    return translated(word), tone


def standing_of(project: Project) -> str:
    """How a project stands, as a code."""
    if project.kind == COUNCIL:
        return "answered" if project.answer else "unanswered" if is_past(project.due_on) else "asked"
    if project.ended_on:
        return "over"
    if is_past(project.ends_on):
        return "unmeasured"
    return "going_on" if project.starts_on <= today() else "planned"


def is_past(day: date | None) -> bool:
    """Whether there is a day, and it is over."""
    return day is not None and day < today()


def reach_of(action: ProjectAction) -> list[tuple[str, int]]:
    """What was written down of how far an action reached: what is counted, and how many."""
    return [
        (translated(title), getattr(action, name)) for name, title in kinds.REACH.items()
        if getattr(action, name) is not None
    ]


def history(revisions: Sequence[ProjectRevision]) -> list[Before]:
    """What stood there before each change, the newest change first."""
    found = []
    for newer, older in zip(revisions, revisions[1:], strict=False):
        changed = [name for name, value in older.told.items() if newer.told.get(name) != value]
        found.append(Before(newer.at, tuple((translated(FIELDS[name]), said(older.told[name])) for name in changed)))
    return found


def said(value: Any) -> str:
    """A value of a revision in words."""
    if isinstance(value, bool):
        return translated(YES_NO[value])
    if isinstance(value, list):
        return " / ".join(map(line_said, value)) or "–"
    return "–" if value in (None, "", {}) else str(value)


def line_said(line: dict[str, Any]) -> str:
    """A role, or a measure, in one line."""
    if "who" in line:
        return f"{partners.named(line)}: {line['role']}"
    return " · ".join(filter(None, map(str, line.values())))


def hours_of(action: ProjectAction) -> str:
    """From when until when: `14:30–16:00`; empty where no time is known."""
    return "–".join(f"{at:%H:%M}" for at in (action.starts, action.ends) if at)


def total(actions: Iterable[ProjectAction]) -> list[tuple[str, int]]:
    """The sums of how far the actions reached that took place, as far as it was written down."""
    sums: dict[str, int] = {}
    for action in actions:
        if not action.called_off and action.day <= today():
            for title, number in reach_of(action):
                sums[title] = sums.get(title, 0) + number
    return list(sums.items())
