"""What every page of the room shares: whom an address names, and the words for its codes."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from sqlalchemy import select

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.formats.won import say_won
from gilmok.ground.i18n import _, current_language
from gilmok.ground.web.frame import frame
from gilmok.ground.web.request import db, needs
from gilmok.programmes import districts
from gilmok.programmes.employment import openings, placing, wages, words
from gilmok.programmes.employment.models import JobOpening, Placement
from gilmok.programmes.people import queries
from gilmok.programmes.people.models import ServedPerson

Answer = tuple[str, int]


def person_of(key: UUID, **_rest: Any) -> ServedPerson:
    """The person served by one's own centre whom an address names; raises NotFound."""
    return queries.own(db(), key)


def opening_of(key: UUID, **_rest: Any) -> JobOpening:
    """The opening of one's own centre that an address names; raises NotFound."""
    return openings.own(db(), key)


def placement_of(key: UUID, **_rest: Any) -> Placement:
    """The placement of one's own centre that an address names; raises NotFound."""
    return placing.own(db(), key)


of_person = needs(Permission.KEEP_SERVED, of=person_of)
of_opening = needs(Permission.KEEP_SERVED, of=opening_of)
of_placement = needs(Permission.KEEP_SERVED, of=placement_of)


def person_in(placement: Placement) -> ServedPerson:
    """Whom a placement is about."""
    return db().scalars(select(ServedPerson).where(ServedPerson.id == placement.served_id)).one()


def compared(opening: JobOpening) -> wages.Compared:
    """The pay of an opening beside today's minimum wage."""
    return wages.compared(opening, today())


def pay_line(opening: JobOpening) -> str:
    """The pay in words, with what it is for."""
    if opening.pay is None:
        return _("to be agreed")
    return f"{words.said(words.UNITS, opening.pay_unit)} {say_won(opening.pay, current_language())}"


def opening_line(opening: JobOpening) -> str:
    """An opening in one line, to be chosen from."""
    return " · ".join((opening.work, districts.title(opening.district), pay_line(opening)))


def version_sent() -> int:
    """The version on which the form was written."""
    return request.form.get("version", 0, type=int)


def show(template: str, *, status: int = 200, **values: Any) -> Answer:
    """A page of the room."""
    about: dict[str, Any] = {
        "words": words, "district_title": districts.title, "centre_title": frame().centre_name, "compared": compared,
        "errors": {}, "today": today(), "typed": {}, "pay_line": pay_line, "opening_line": opening_line,
    }
    return render_template(f"employment/{template}", **{**about, **values}), status
