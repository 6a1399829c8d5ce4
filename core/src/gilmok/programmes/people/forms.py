"""What a form takes of a person: name, contact, and whether they agree to that being kept."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError

from gilmok.ground.fields import EmailAddress, Errors, Form, Line, PhoneNumber, YesNo
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.people.someone import Someone


class Agreed(YesNo):
    """A consent without which nothing can be kept: a no is refused with the sentence `why`."""

    def __init__(self, why: str, **about: Any) -> None:
        super().__init__(unsure=False, required=True, **about)
        self.why = why

    def read(self, value: Any) -> bool:
        """True; a no is refused with the reason."""
        if not super().read(value):
            raise ValidationError(translated(self.why))
        return True


class PersonForm(Form):
    """A name, and how to reach the person."""

    needed = {"name": _("Please write the name.")}
    name = Line(required=True, longest=60)
    phone = PhoneNumber(load_default=None)
    email = EmailAddress(load_default="")


class ServedForm(PersonForm):
    """Somebody whom the centre serves, and the two things that they are asked to agree to."""

    needed = {
        **PersonForm.needed, "consent": _("Please choose whether name and contact may be kept."),
        "sensitive": _("Please choose whether sensitive facts may be kept."),
    }
    consent = Agreed(_("Nothing of a person can be kept without their consent. Advise them without writing it down."))
    sensitive = YesNo(unsure=False, required=True)


SERVED = ServedForm()
FIELDS = ("name", "phone", "email", "consent", "sensitive")


def someone_of(values: Mapping[str, Any]) -> Someone:
    """The person that the values of a form tell of."""
    phone = values["phone"].digits if values["phone"] else ""
    return Someone(name=values["name"], phone=phone, email=values["email"])


def read_served(typed: Mapping[str, str]) -> tuple[Someone | None, bool, Errors]:
    """Who is served, None where something is wrong; whether sensitive facts may be kept; and by field what is wrong."""
    values, errors = SERVED.read(typed)
    if errors:
        return None, False, {name: errors[name] for name in FIELDS if name in errors}
    return someone_of(values), values["sensitive"], {}


def typed_again(typed: Mapping[str, str], fields: Iterable[str]) -> dict[str, str]:
    """What was typed into these fields, with placeholders for numbers that must not be kept or shown."""
    return {name: scrub(typed.get(name, "")).text for name in fields}
