"""What the form of a registration takes, at the desk and on the public page."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from gilmok.ground.fields import EmailAddress, Errors, Form, Line, PhoneNumber, YesNo
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.gatherings.people import Someone

NEEDS_CONSENT = _("A place can be kept only with consent to keeping name and contact.")
FIELDS = ("name", "phone", "email", "consent")


class Agreed(YesNo):
    """A consent without which nothing can be kept."""

    def read(self, value: Any) -> bool:
        """True; a no is refused with the reason."""
        if not super().read(value):
            raise ValidationError(translated(NEEDS_CONSENT))
        return True


class DeskForm(Form):
    """Who registers, and whether they agree to that being kept; at the desk one may have no phone."""

    needed = {
        "name": _("Please write the name."), "consent": _("Please choose whether name and contact may be kept."),
        "phone": _("Please write a phone number, so that the centre can reach you."),
    }
    name = Line(required=True, longest=60)
    phone = PhoneNumber(load_default=None)
    email = EmailAddress(load_default="")
    consent = Agreed(unsure=False, required=True)


class PageForm(DeskForm):
    """The same on the public page, where the phone is the only way to tell the person of a change."""

    phone = PhoneNumber(required=True)


DESK, PAGE = DeskForm(), PageForm()


def read_registration(typed: Mapping[str, str], *, at_desk: bool) -> tuple[Someone | None, Errors]:
    """Who registers, None where something is wrong; and by field what is, in the order of the page."""
    values, errors = (DESK if at_desk else PAGE).read(typed)
    if errors:
        return None, {name: errors[name] for name in FIELDS if name in errors}
    phone = values["phone"].digits if values["phone"] else ""
    return Someone(name=values["name"], phone=phone, email=values["email"]), {}


def shown_again(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, with placeholders for numbers that must not be kept or shown."""
    return {name: scrub(typed.get(name, "")).text for name in FIELDS}
