"""An appointment is moved: to another time, to someone else, elsewhere. Where it was is kept."""

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import ChangedMeanwhile, NotFound
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.case.file import CaseFile
from gilmok.journey.case.showing import Answer, file_of
from gilmok.journey.counselling import appointment_lists, appointments
from gilmok.journey.counselling.appointment_lists import Line
from gilmok.journey.counselling.appointments import Booking
from gilmok.journey.counselling.booking_form import attempt, read_form, show_form
from gilmok.journey.counselling.schemas import Errors
from gilmok.journey.counselling.showing import moment_as_typed
from gilmok.journey.counselling.tab import OnCase, address_of, in_words, of_case

blueprint = Blueprint("moves", __name__, template_folder="templates")


@blueprint.get("/cases/<number>/appointments/<uuid:key>")
@needs(Permission.COUNSEL_CASE, of=of_case)
def begin(at: OnCase) -> ResponseReturnValue:
    """The form in which an appointment is moved, with where it is now."""
    return show_move(at, {})


def show_move(at: OnCase, errors: Errors, *, booking: Booking | None = None, stale: bool = False) -> Answer:
    """The form with what was typed; `stale`: beside it where the appointment is by now."""
    stands = standing(at)
    version = "" if stale else request.form.get("version", "")
    file = file_of(at.case)
    return show_form(
        at.case, as_typed(stands, file), errors, booking=booking, stale=stale, stands=in_words(stands, file), file=file,
        version=version or stands.version,
    )


def standing(at: OnCase) -> Line:
    """The appointment that the address names; raises NotFound."""
    for each in appointment_lists.of_case(db(), at.case, key=at.key):
        return each
    raise NotFound


def as_typed(line: Line, file: CaseFile) -> dict[str, str]:
    """An appointment as it would be typed."""
    day_and_time = {name: value for name, [value] in moment_as_typed(line.at).items()}
    minutes = int((line.until - line.at).total_seconds()) // 60
    note = file.read(appointments.note_column(line.key), line.note) or ""
    about = {"minutes": str(minutes), "person": str(line.person_id), "channel": line.channel, "room": line.room}
    return {**day_and_time, **about, "note": note}


@blueprint.post("/cases/<number>/appointments/<uuid:key>")
@once
@needs(Permission.COUNSEL_CASE, of=of_case)
def move(at: OnCase) -> ResponseReturnValue:
    """Move an appointment, unless the person or the room is taken; if someone was quicker, both are shown."""
    booking, errors = read_form(at.case)
    if booking is None:
        return show_move(at, errors)
    version = standing(at).version
    if request.form.get("version") != str(version):
        return show_move(at, {}, stale=True)
    try:
        moved, errors = attempt(lambda: appointments.move(
            db(), at.case, at.key, booking, version=version, by=me(), sealing=at.sealing,
        ))
    except ChangedMeanwhile:
        return show_move(at, {}, stale=True)
    if errors:
        return show_move(at, errors, booking=booking)
    if moved:
        log(db(), "appointment_moved", cases=[at.case.id], version=version + 1)
    flash(_("The appointment is moved.") if moved else _("Nothing is different, so nothing was changed."), "success")
    return redirect(f"{address_of(at.case)}#appointments", 303)
