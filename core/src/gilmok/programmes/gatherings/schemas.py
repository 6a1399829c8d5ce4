"""What the form of a gathering takes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from gilmok.ground.fields import Code, Day, Errors, Form, FreeText, Line, Lines, WholeNumber, YesNo
from gilmok.ground.fields.times import TimeOfDay, moment_of
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.gatherings.kinds import KINDS, programmes
from gilmok.programmes.gatherings.rules import Session

MOST_SESSIONS, MOST_PLACES = 30, 2000
ONE_SESSION = _("Please write at least one session with its day and time.")
ENDS_BEFORE = _("Please write a time after the beginning.")


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of a gathering."""

    title: str
    kind: str
    programme: str
    about: str
    for_whom: str
    places: int | None
    open_until: date | None
    public: bool
    sessions: tuple[Session, ...]

    def columns(self) -> dict[str, Any]:
        """As the columns of a gathering."""
        return {
            **asdict(self), "sessions": [each.stored() for each in self.sessions],
            "starts_at": min(each.at for each in self.sessions), "ends_at": max(each.until for each in self.sessions),
        }


class GatheringForm(Form):
    """What is told of a gathering, but for its sessions."""

    needed = {
        "title": _("Please write a title."), "kind": _("Please choose the kind."),
        "programme": _("Please choose the programme."), "about": _("Please write what happens there."),
    }
    title = Line(required=True, longest=100)
    kind = Code(list(KINDS), required=True)
    programme = Code(programmes, required=True)
    about = FreeText(required=True, longest=4000)
    for_whom = Line(longest=200, load_default="")
    places = WholeNumber(least=1, most=MOST_PLACES, load_default=None)
    open_until = Day(ahead=True, load_default=None)
    public = YesNo(unsure=False, required=True)


class SessionForm(Form):
    """One session."""

    needed = {
        "on": _("Please write the day of the session."), "from": _("Please write when the session begins."),
        "to": _("Please write when the session ends."), "where": _("Please write where the session is."),
    }
    on = Day(ahead=True, required=True)
    start = TimeOfDay(required=True, data_key="from")
    end = TimeOfDay(required=True, data_key="to")
    where = Line(required=True, longest=100)


GATHERING, SESSION = GatheringForm(), SessionForm()
SESSIONS = Lines(form=SESSION, most=MOST_SESSIONS)


def read_gathering(typed: Mapping[str, str]) -> tuple[Told | None, Errors]:
    """What a form tells, None where something is wrong; and by field what is."""
    values, errors = GATHERING.read(typed)
    sessions = []
    for number in SESSIONS.numbers(typed):
        session, wrong = read_session(number, {part: typed.get(f"{part}-{number}", "") for part in SESSIONS.parts})
        errors |= wrong
        sessions += [session] if session else []
    if not sessions and not errors.keys() - GATHERING.fields.keys():
        errors["on-1"] = [translated(ONE_SESSION)]
    return (None, errors) if errors else (Told(**values, sessions=tuple(sessions)), {})


def read_session(number: int, typed: Mapping[str, str]) -> tuple[Session | None, Errors]:
    """One session, None where something is wrong."""
    values, errors = SESSION.read(typed)
    if not errors and values["end"] <= values["start"]:
        errors = {"to": [translated(ENDS_BEFORE)]}
    if errors:
        return None, {f"{part}-{number}": messages for part, messages in errors.items()}
    at, until = (moment_of(values["on"], values[name]) for name in ("start", "end"))
    return Session(number=number, at=at, until=until, place=values["where"]), {}


class ReasonForm(Form):
    """Why a gathering is called off."""

    needed = {"reason": _("Please write why it does not take place.")}
    reason = Line(required=True)


REASON = ReasonForm()


def read_reason(typed: Mapping[str, str]) -> tuple[str, Errors]:
    """The reason; and by field what is wrong."""
    values, errors = REASON.read(typed)
    return values.get("reason", ""), errors
