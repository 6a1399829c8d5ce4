"""Appointments: booked and cancelled on a case, and the week of one's centre."""

from collections.abc import Collection
from datetime import date, timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, today
from gilmok.ground.errors import GilmokError, NotFound
from gilmok.ground.i18n import _
from gilmok.ground.ics import as_download
from gilmok.ground.web.asked import asked_day
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.case import queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import case_of
from gilmok.journey.counselling import appointment_lists, appointments
from gilmok.journey.counselling.appointment_lists import DAY, WEEK, Line
from gilmok.journey.counselling.booking_form import attempt, read_form, show_form
from gilmok.journey.counselling.ics import happening
from gilmok.journey.counselling.showing import CHANNEL_TITLES
from gilmok.journey.counselling.tab import OnCase, address_of, of_case, sealing_of, time_of

blueprint = Blueprint("appointments", __name__, template_folder="templates")


@blueprint.get("/appointments/")
@needs(Permission.SEE_CASES)
def week() -> ResponseReturnValue:
    """The week of a day, at one's centre, one's own or a colleague's, day by day."""
    on, errors = asked_day()
    colleagues = {str(each.id): each.name for each in queries.staff(db(), me().centre_id or "") if each.active}
    person, asked = asked_person(colleagues)
    monday = monday_of(on)
    found = appointment_lists.of_days(db(), monday, WEEK, person=person)
    log(db(), "appointments_seen", cases=sorted({each.case_id for each in found}))
    return render_template(
        "counselling/week.html", days=by_day(found, monday), monday=monday,
        tabs=week_tabs(monday, mine="whose" in asked), errors=errors, typed=request.args.get("on", ""),
        channels=CHANNEL_TITLES, step=WEEK, today=today(), time_of=time_of, booked=len(found),
        last=monday + WEEK - DAY, colleagues=colleagues.items(), asked=asked,
    ), 422 if errors else 200


def asked_person(colleagues: Collection[str]) -> tuple[int | None, dict[str, str]]:
    """With whom the appointments are that the address asks for, None for anyone; and what of the address says so."""
    if request.args.get("whose") == "mine":
        return me().id, {"whose": "mine"}
    chosen = request.args.get("with", "")
    return (int(chosen), {"with": chosen}) if chosen in colleagues else (None, {})


def week_tabs(monday: date, *, mine: bool) -> list[tuple[str, str, None, bool]]:
    """Whose week it is: the centre's, or one's own."""
    return [
        (title, url_for("appointments.week", on=monday.isoformat(), whose=whose), None, (whose == "mine") is mine)
        for title, whose in ((_("The whole centre"), None), (_("My own"), "mine"))
    ]


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def by_day(found: list[Line], monday: date) -> list[tuple[date, list[Line]]]:
    """The appointments of each day of the week; days at the weekend only if there are any."""
    days = (monday + timedelta(days=each) for each in range(7))
    lines = ((day, [each for each in found if each.at.astimezone(SEOUL).date() == day]) for day in days)
    return [(day, of_day) for day, of_day in lines if of_day or day.weekday() < 5]


@blueprint.get("/appointments/week.ics")
@needs(Permission.SEE_CASES)
def week_file() -> ResponseReturnValue:
    """One's own week as a calendar file, which also puts right what an earlier one said."""
    monday = monday_of(asked_day()[0])
    return as_file(appointment_lists.for_calendar(db(), monday), f"gilmok-{monday}.ics")


def as_file(found: list[Line], name: str) -> ResponseReturnValue:
    """These appointments as a download; it is noted of which cases they are."""
    log(db(), "appointments_exported", cases=sorted({each.case_id for each in found}))
    return as_download(map(happening, found), name)


@blueprint.get("/cases/<number>/appointments/<uuid:key>.ics")
@needs(Permission.COUNSEL_CASE, of=of_case)
def file(at: OnCase) -> ResponseReturnValue:
    """An appointment as a calendar file."""
    found = appointment_lists.of_case(db(), at.case, key=at.key)
    if not found:
        raise NotFound
    return as_file(found, f"gilmok-{at.case.number}.ics")


@blueprint.get("/cases/<number>/appointments/new")
@needs(Permission.COUNSEL_CASE, of=case_of)
def begin(case: Case) -> ResponseReturnValue:
    """The form in which an appointment is booked."""
    return show_form(case, {"minutes": "60", "person": str(case.handler_id or me().id), "channel": "visit"})


@blueprint.post("/cases/<number>/appointments/")
@once
@needs(Permission.COUNSEL_CASE, of=case_of)
def book(case: Case) -> ResponseReturnValue:
    """Book an appointment, unless the person or the room is taken."""
    booking, errors = read_form(case)
    sealing = sealing_of(case)
    if booking:
        _key, errors = attempt(lambda: appointments.book(db(), case, booking, by=me(), sealing=sealing))
    if errors:
        return show_form(case, {}, errors, booking=booking)
    log(db(), "appointment_booked", cases=[case.id])
    flash(_("The appointment is booked."), "success")
    return redirect(f"{address_of(case)}#appointments", 303)


@blueprint.post("/cases/<number>/appointments/<uuid:key>/cancel")
@needs(Permission.COUNSEL_CASE, of=of_case)
def cancel(at: OnCase) -> ResponseReturnValue:
    """Cancel an appointment; its time is free again."""
    return set_cancelled(at, cancelled=True, said=_("The appointment is cancelled; its time is free again."))


@blueprint.post("/cases/<number>/appointments/<uuid:key>/undo")
@needs(Permission.COUNSEL_CASE, of=of_case)
def undo(at: OnCase) -> ResponseReturnValue:
    """Book a cancelled appointment again, if its time is still free."""
    return set_cancelled(at, cancelled=False, said=_("The appointment is booked."))


def set_cancelled(at: OnCase, *, cancelled: bool, said: str) -> ResponseReturnValue:
    """Cancel or undo it, and say so, or why it cannot be; a second press changes nothing."""
    if not appointment_lists.of_case(db(), at.case, key=at.key):
        raise NotFound
    try:
        if appointments.set_cancelled(db(), at.case, at.key, cancelled=cancelled, by=me()):
            log(db(), "appointment_cancelled" if cancelled else "appointment_booked", cases=[at.case.id])
            flash(said, "success")
    except GilmokError as taken:
        flash(taken.sentence(), "warning")
    return redirect(f"{address_of(at.case)}#appointments", 303)
