"""Appointments in a calendar; it tells of no person but the number of their case."""

from gilmok.ground.i18n import _
from gilmok.ground.ics import Happening
from gilmok.journey.case.words import centre_title
from gilmok.journey.counselling.appointment_lists import Line


def happening(appointment: Line) -> Happening:
    """One appointment as it stands in a calendar."""
    centre = centre_title(appointment.centre_id)
    return Happening(
        uid=str(appointment.key), at=appointment.at, until=appointment.until,
        title=_("Counselling %(number)s", number=appointment.number), by=centre,
        place=" ".join(part for part in (centre, appointment.room) if part),
        cancelled=appointment.cancelled, sequence=appointment.version - 1, changed_at=appointment.written_at,
    )
