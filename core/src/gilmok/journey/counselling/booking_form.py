"""The form in which an appointment is booked or moved: what it shows, and what is wrong with it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask import request

from gilmok.ground.clock import SEOUL
from gilmok.ground.i18n import _, ngettext
from gilmok.ground.web.request import db
from gilmok.journey.case import queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.schemas import CHOOSE_COLLEAGUE
from gilmok.journey.case.showing import Answer, show_case
from gilmok.journey.counselling import appointment_lists
from gilmok.journey.counselling.appointments import Booking, PersonTaken, RoomTaken
from gilmok.journey.counselling.schemas import BOOKING, LENGTHS, Errors, read_booking
from gilmok.journey.counselling.showing import choices, status_of
from gilmok.journey.counselling.tab import in_words

Done = TypeVar("Done")


def show_form(
    case: Case, typed: Mapping[str, str], errors: Errors | None = None, *, booking: Booking | None = None,
    stale: bool = False, **more: Any,
) -> Answer:
    """The form with what was typed, else with `typed`, and what is wrong with it; `booking`: what could be read but not
    be booked, so that the page shows what is booked on that day."""
    lengths = [(str(each), ngettext("%(num)s minute", "%(num)s minutes", each)) for each in LENGTHS]
    shown = {name: request.form.get(name, typed.get(name, "")) for name in BOOKING.fields}
    return show_case(
        "counselling/appointment.html", case, status=status_of(errors, stale=stale), errors=errors or {}, typed=shown,
        choices=choices(db(), case) | {"minutes": lengths}, stale=stale, taken=taken_on(booking) if booking else [],
        **{"stands": None, **more},
    )


def taken_on(booking: Booking) -> list[dict[str, Any]]:
    """What is booked at the centre on the day of a booking, of no person and no case."""
    day = booking.at.astimezone(SEOUL).date()
    return [in_words(each) for each in appointment_lists.of_days(db(), day, appointment_lists.DAY)]


def read_form(case: Case) -> tuple[Booking | None, Errors]:
    """What the form books with a colleague, None where something is wrong; and by field what is."""
    booking, errors = read_booking(request.form)
    if booking and queries.colleague(db(), case.centre_id, booking.person_id) is None:
        return None, {"person": [_(CHOOSE_COLLEAGUE)]}
    return booking, errors


def attempt(book: Callable[[], Done]) -> tuple[Done | None, Errors]:
    """What comes of booking; where the time is taken, None, and beside which field that is to be said."""
    try:
        return book(), {}
    except PersonTaken as taken:
        return None, {"person": [taken.sentence()]}
    except RoomTaken as taken:
        return None, {"room": [taken.sentence()]}
