"""What the forms of a founding take."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, validates_schema

from gilmok.ground.fields import (
    Code,
    Day,
    Errors,
    Form,
    FreeText,
    Line,
    PhoneNumber,
    WholeNumber,
    YesNo,
    is_empty,
)
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.organising.contact import Contact
from gilmok.programmes.organising.kinds import AREAS, ENDINGS, KINDS, PRACTICES
from gilmok.programmes.organising.stages import REASONS, Way

MOST_WORKERS = 100_000
NOT_CHOSEN = _("Please choose one of the listed answers.")
CONTACT = ("contact_name", "contact_phone", "consent", "sensitive")
NEEDS_CONSENT = _("Without this consent no name or number can be kept. Please leave them empty.")


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of a founding."""

    name: str
    district: str
    area: str
    kind: str
    industry: str
    joining: int
    handler: int | None = None
    gathering: UUID | None = None

    def stored(self) -> dict[str, Any]:
        """As a revision keeps it: all but the name, which is sealed."""
        return {
            "district": self.district, "area": self.area, "kind": self.kind, "industry": self.industry,
            "joining": self.joining, "handler": self.handler, "gathering": str(self.gathering or ""),
        }


@dataclass(frozen=True)
class Choices:
    """What there is to choose from at this centre, field by field: codes."""

    district: Collection[str]
    industry: Collection[str]
    handler: Collection[str]
    gathering: Collection[str]


class FoundingForm(Form):
    """What is told of a founding; what can be chosen at a centre is checked by `read_founding`."""

    needed = {
        "name": _("Please write a working name."), "district": _("Please choose the district."),
        "kind": _("Please choose the kind of union."), "area": _("Please choose how far the union reaches."),
        "industry": _("Please choose the industry."), "joining": _("Please write how many want to join."),
    }
    name = Line(required=True, longest=60)
    kind = Code(list(KINDS), required=True)
    joining = WholeNumber(least=1, most=MOST_WORKERS, required=True)
    district = Line(required=True)
    area = Code(list(AREAS), required=True)
    industry = Line(required=True)
    handler = Line(load_default="")
    gathering = Line(load_default="")


class Agreed(YesNo):
    """A consent without which nobody can be kept."""

    def read(self, value: Any) -> bool:
        """True; a no is refused with what to do instead."""
        if not super().read(value):
            raise ValidationError(translated(NEEDS_CONSENT))
        return True


class ContactForm(Form):
    """Whom to call, and what they agree to."""

    needed = {
        "contact_name": _("Please write the name."), "contact_phone": _("Please write a phone number."),
        "consent": _("Please choose whether name and number may be kept."),
        "sensitive": _("Please choose whether it may be kept that they prepare a union."),
    }
    contact_name = Line(required=True, longest=60)
    contact_phone = PhoneNumber(required=True)
    consent = Agreed(unsure=False, required=True)
    sensitive = Agreed(unsure=False, required=True)


FOUNDING, CONTACT_FORM = FoundingForm(), ContactForm()


def read_founding(typed: Mapping[str, str], choices: Choices) -> tuple[Told | None, Errors]:
    """What a form tells, None where something is wrong; and by field what is."""
    values, errors = FOUNDING.read(typed)
    unknown = [field for field, codes in asdict(choices).items() if values.get(field) and values[field] not in codes]
    errors |= {field: [translated(NOT_CHOSEN)] for field in unknown}
    if errors:
        return None, in_order(errors, FOUNDING.fields)
    chosen = {"handler": int(values["handler"] or 0) or None, "gathering": as_key(values["gathering"])}
    return Told(**values | chosen), {}


def as_key(text: str) -> UUID | None:
    """The key of a gathering; None for none."""
    return UUID(text) if text else None


def in_order(errors: Errors, fields: Iterable[str]) -> Errors:
    """What is wrong, in the order of the page."""
    return {name: errors[name] for name in fields if name in errors}


def read_contact(typed: Mapping[str, str], *, needed: bool) -> tuple[Contact | None, Errors]:
    """Whom to call, None where nobody is named or something is wrong; and by field what is."""
    if not needed and is_empty([typed.get(name) for name in CONTACT[:2]]):
        return None, {}
    values, errors = CONTACT_FORM.read(typed)
    if errors:
        return None, in_order(errors, CONTACT)
    return Contact(name=values["contact_name"], phone=values["contact_phone"].digits), {}


class MoveForm(Form):
    """The day of a move, and what some moves ask beside it."""

    needed = {"on": _("Please write the day."), "reason": _("Please choose the ground.")}
    on = Day(past=True, required=True)


class PracticeForm(Form):
    """An unfair labour practice."""

    needed = {"practice_on": _("Please write the day."), "practice": _("Please choose what was done.")}
    practice_on = Day(past=True, required=True)
    practice = Code(list(PRACTICES), required=True)


class EndingForm(Form):
    """What came of a practice."""

    needed = {"ending": _("Please choose what came of it.")}
    ending = Code(list(ENDINGS), required=True)


class TalkForm(Form):
    """What was talked about."""

    needed = {"talked_on": _("Please write the day."), "text": _("Please write what was talked about.")}
    talked_on = Day(past=True, required=True)
    text = FreeText(required=True, longest=4000)


BEFORE_THAT = _("Please write a day that is not before it was asked for.")


class SupplementForm(MoveForm):
    """A move that asks by when the supplement is wanted."""

    until = Day(ahead=True, load_default=None)

    @validates_schema
    def not_before(self, values: dict[str, Any], **_about: Any) -> None:
        """The day until which is not before the other."""
        if values.get("until") and values["until"] < values["on"]:
            raise ValidationError(translated(BEFORE_THAT), "until")


class RefusalForm(MoveForm):
    """A move that asks for the ground."""

    reason = Code(list(REASONS), required=True)


def move_form(way: Way) -> Form:
    """The form of a way."""
    return SUPPLEMENT if way.until else REFUSAL if way.reason else MOVE


def shown_again(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, with placeholders for numbers that must not be kept or shown."""
    return {name: scrub(text).text for name, text in typed.items()}


MOVE, SUPPLEMENT, REFUSAL = MoveForm(), SupplementForm(), RefusalForm()
PRACTICE, ENDING, TALK = PracticeForm(), EndingForm(), TalkForm()
