"""What the form of a registration takes, at the desk and on the public page."""

from collections.abc import Mapping

from gilmok.ground.fields import Errors, PhoneNumber
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.people.forms import Agreed, PersonForm, someone_of, typed_again
from gilmok.programmes.people.someone import Someone

NEEDS_CONSENT = _("A place can be kept only with consent to keeping name and contact.")
FIELDS = ("name", "phone", "email", "consent")


class DeskForm(PersonForm):
    """Who registers, and whether they agree to that being kept; at the desk one may have no phone."""

    needed = {
        **PersonForm.needed, "consent": _("Please choose whether name and contact may be kept."),
        "phone": _("Please write a phone number, so that the centre can reach you."),
    }
    consent = Agreed(NEEDS_CONSENT)


class PageForm(DeskForm):
    """The same on the public page, where the phone is the only way to tell the person of a change."""

    phone = PhoneNumber(required=True)


DESK, PAGE = DeskForm(), PageForm()


def read_registration(typed: Mapping[str, str], *, at_desk: bool) -> tuple[Someone | None, Errors]:
    """Who registers, None where something is wrong; and by field what is, in the order of the page."""
    values, errors = (DESK if at_desk else PAGE).read(typed)
    if errors:
        return None, {name: errors[name] for name in FIELDS if name in errors}
    return someone_of(values), {}


def shown_again(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, with placeholders for numbers that must not be kept or shown."""
    return typed_again(typed, FIELDS)
