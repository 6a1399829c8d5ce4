"""What somebody adds to a request later: a message, a new phone number, or both."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marshmallow import EXCLUDE, Schema

from gilmok.ground.fields import FreeText, PhoneNumber
from gilmok.ground.formats.phones import Phone
from gilmok.ground.i18n import _
from gilmok.journey.intake.reading import Errors, load, scrubbed, told_as_shown


class AddedSchema(Schema):
    """The form."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    text = FreeText(longest=2000)
    phone = PhoneNumber()


_schema = AddedSchema()


@dataclass(frozen=True)
class Added:
    """What was typed, as it may be shown again; the values; the errors by field."""

    typed: Mapping[str, str]
    values: Mapping[str, str]
    errors: Errors = field(default_factory=dict)


def read_added(form: Mapping[str, str]) -> Added:
    """What was added."""
    errors: Errors = {}
    typed = {name: [form.get(name, "")] for name in ("text", "phone")}
    loaded = load(_schema, {name: values[0] for name, values in typed.items()}, errors)
    if not loaded and not errors:
        errors["text"] = [_("Please write a message or a new phone number.")]
    values = {name: value.digits if isinstance(value, Phone) else value for name, value in loaded.items()}
    shown = {name: said[0] for name, said in scrubbed(typed).items()}
    return Added(shown, values, told_as_shown(errors, typed))
