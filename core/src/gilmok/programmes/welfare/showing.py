"""What every page of the room shares: what an address names, the words for its codes, and the form of a link."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from flask import render_template, request
from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.fields import Errors
from gilmok.ground.web.frame import frame
from gilmok.ground.web.request import db, needs, vault
from gilmok.programmes import districts
from gilmok.programmes.people import consents, queries
from gilmok.programmes.people.forms import FIELDS, read_served, typed_again
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.someone import Someone
from gilmok.programmes.welfare import directory, links, words
from gilmok.programmes.welfare.consents import asked_for
from gilmok.programmes.welfare.directory import Place
from gilmok.programmes.welfare.forms import LINK, Told, asked_back, read_link
from gilmok.programmes.welfare.models import WelfareAgency, WelfareLink

Answer = tuple[str, int]


def link_of(key: UUID, **_rest: Any) -> WelfareLink:
    """The link of one's own centre that an address names; raises NotFound."""
    return links.own(db(), key)


def agency_of(key: UUID, **_rest: Any) -> WelfareAgency:
    """The agency of one's own centre that an address names; raises NotFound."""
    return directory.own(db(), key)


of_link = needs(Permission.KEEP_SERVED, of=link_of)
of_agency = needs(Permission.KEEP_SERVED, of=agency_of)


def show(template: str, *, status: int = 200, **values: Any) -> Answer:
    """A page of the room."""
    about: dict[str, Any] = {
        "words": words, "district_title": districts.title, "centre_title": frame().centre_name, "errors": {},
        "typed": {}, "agencies": {}, "name_of": directory.name_of,
    }
    return render_template(f"welfare/{template}", **{**about, **values}), status


def staff_name(person: int) -> str:
    """Who of the staff it was."""
    return db().scalar(select(Person.name).where(Person.id == person)) or ""


def as_begun(served: Someone | None = None) -> dict[str, str]:
    """The form of a link before anything was typed: today, asked back in two weeks, and the person if one is known."""
    dates: dict[str, date] = {"on": today(), "due_on": asked_back()}
    told = {name: getattr(served, name) for name in ("name", "phone", "email")} if served else {}
    return {**{name: day.isoformat() for name, day in dates.items()}, **told}


def read_form(
    typed: Mapping[str, str], served: ServedPerson | None
) -> tuple[Someone | None, bool, Told | None, Errors]:
    """Who is to be taken down (None where the person is known already), whether sensitive facts of them may be kept,
    what is told of the link, and by field what is wrong."""
    if served is not None:
        sensitive = queries.agreed(db(), served, consents.SENSITIVE.kind)
        told, errors = read_link(typed, may_keep=sensitive)
        return None, sensitive, told, errors
    someone, sensitive, errors = read_served(typed)
    told, wrong = read_link(typed, may_keep=sensitive or bool(errors))
    return someone, sensitive, told, {**errors, **wrong}


def form_values(
    place: Place, typed: Mapping[str, str], served: ServedPerson | None, errors: Errors | None = None
) -> dict[str, Any]:
    """What the form of a link shows: what was typed, the consents with the agency's name, whom it is about."""
    details, facts = asked_for(place.name)
    return {
        "place": place, "typed": typed_again(typed, (*FIELDS, *LINK.fields)),
        "errors": errors or {}, "served": served, "texts": consents.CONSENTS,
        "handing_text": details, "facts_text": facts,
        "known": queries.known(db(), served, vault=vault()) if served else None, "words": words,
        "need_options": [pair for pair in words.options(words.NEEDS) if pair[0] in {*place.needs, "other"}],
    }


def served_asked() -> ServedPerson | None:
    """The person whom the address names (`?person=…`), None for none; raises NotFound for one of another centre."""
    asked = request.args.get("person", "")
    try:
        return queries.own(db(), UUID(asked)) if asked else None
    except ValueError:
        return None
