"""What the forms of legal aid take: the day of a step, what it asks, the office, a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from marshmallow import fields

from gilmok.ground.fields import Code, Day, Form, Line, Won
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.schemas import Note
from gilmok.journey.legal_aid.answers import AGENCY, FIELDS, Asked
from gilmok.journey.legal_aid.offices import REASONS, Office

UNKNOWN_DAY = "day_unknown"
DAY_NEEDED = _("Please write the day, or choose that it is not known yet.")
REASON_NEEDED = _("This is another office than the district's. Please choose why.")


@dataclass(frozen=True)
class Wanted:
    """What a form asks: whether a day, which may lie ahead or not; the answers, and which of them it needs; the codes
    of the offices that can be chosen, and which one is competent."""

    day: bool
    asks: tuple[Asked, ...] = ()
    needs: frozenset[str] = frozenset()
    ahead: bool = False
    agencies: Sequence[str] = ()
    office: Office | None = None

    def read(self, typed: Any) -> "Read":
        """What was typed, and by field what is wrong."""
        values, errors = self.form().read(typed)
        unknown = typed.get(UNKNOWN_DAY) == "yes"
        if self.day and "on" not in errors and values.get("on") is None and not unknown:
            errors["on"] = [translated(DAY_NEEDED)]
        if self.needs_reason(values):
            errors["agency_reason"] = [translated(REASON_NEEDED)]
        on, note = values.pop("on", None), values.pop("note", "")
        return Read(None if unknown else on, note, values, errors)

    def form(self) -> Form:
        """The form that checks it."""
        made: dict[str, Any] = {each.code: self.checked(each) for each in self.asks}
        if any(each.holds == AGENCY for each in self.asks):
            made["agency_reason"] = Code([code for code, _title in REASONS])
        day = {"on": Day(ahead=self.ahead, past=not self.ahead)} if self.day else {}
        schema: Any = Form.from_dict({**day, **made, "note": Note(load_default="")})
        form: Form = schema()
        return form

    def checked(self, asked: Asked) -> fields.Field[Any]:
        """The field that checks one answer."""
        needed = asked.code in self.needs
        match asked.holds:
            case "won":
                return Won(required=needed)
            case "day":
                return Day(required=needed, ahead=asked.code != "filed_on", past=asked.code == "filed_on")
            case "agency":
                return Code(list(self.agencies), required=needed)
            case "code":
                return Code([code for code, _title in asked.options], required=needed)
            case _:
                return Line(required=needed, longest=60)

    def needs_reason(self, values: dict[str, Any]) -> bool:
        """Whether another office was chosen than the competent one, without a reason."""
        chosen, office = values.get("agency"), self.office
        if chosen is None or office is None or office.agency is None:
            return False
        return bool(chosen != office.agency.code and not values.get("agency_reason"))


@dataclass(frozen=True)
class Read:
    """What a form said: its day, its note, its answers by code, and what is wrong by field."""

    on: Any
    note: str
    answers: dict[str, Any]
    errors: dict[str, list[str]] = field(default_factory=dict)


def asked_for(names: Iterable[str]) -> tuple[Asked, ...]:
    """The answers of these codes, each once."""
    return tuple(FIELDS[name] for name in dict.fromkeys(names))


