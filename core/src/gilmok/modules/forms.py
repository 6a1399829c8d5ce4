"""The form that switches a module on or off in a place, from what was typed to a row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gilmok.ground.errors import IdentifierFound
from gilmok.ground.formats.dates import read_date
from gilmok.ground.formats.identifiers import refused
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.i18n import _
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.things import Activation

ALL, SOME, NOTHING = "all", "some", "nothing"
# As they stand on the page.
FIELDS = ("place", "starts_on", "ends_on", "extent", "parts", "note")
Errors = dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed or chosen, as it was, so that a refused form comes back unchanged."""

    place: str = ""
    extent: str = ALL
    parts: tuple[str, ...] = ()
    starts_on: str = ""
    ends_on: str = ""
    note: str = ""


def typed_in(form: Any) -> Typed:
    """What a sent form holds; `form` gives the first value by `get` and all by `getlist`."""
    return Typed(
        place=form.get("place", ""), extent=form.get("extent", ""), parts=tuple(form.getlist("parts")),
        starts_on=form.get("starts_on", "").strip(), ends_on=form.get("ends_on", "").strip(),
        note=form.get("note", "").strip(),
    )


def typed_from(row: Activation) -> Typed:
    """The form filled with what a row says, to change it."""
    extent = ALL if row.scope is None else SOME if row.scope else NOTHING
    return Typed(
        place=place_value(row.region, row.centre), extent=extent, parts=row.scope or (),
        starts_on=row.starts_on.isoformat(), ends_on=row.ends_on.isoformat() if row.ends_on else "",
    )


def place_value(region: str, centre: str | None) -> str:
    """A place as one value of the form: `northeast`, or `northeast/jungnang` for one centre of it."""
    return f"{region}/{centre}" if centre else region


def row_from(
    typed: Typed, module: LoadedModule, places: Iterable[str], today: date,
) -> tuple[Activation | None, Errors]:
    """The row that was typed, or None with each field's errors."""
    errors: Errors = {}
    starts_on = day("starts_on", typed.starts_on, today, errors)
    ends_on = day("ends_on", typed.ends_on, today, errors)
    errors |= wrong_choices(typed, module, places)
    if not typed.starts_on:
        errors["starts_on"] = [_("Please enter the first day.")]
    if starts_on and ends_on and ends_on < starts_on:
        errors["ends_on"] = [_("The last day lies before the first.")]
    if errors or starts_on is None:
        return None, in_order(errors)
    region, _slash, centre = typed.place.partition("/")
    scope: Mapping[str, tuple[str, ...] | None] = {ALL: None, SOME: typed.parts, NOTHING: ()}
    return Activation(
        module=module.name, region=region, centre=centre or None, starts_on=starts_on, ends_on=ends_on,
        scope=scope[typed.extent],
    ), {}


def in_order(errors: Errors) -> Errors:
    """The errors as their fields stand on the page."""
    return dict(sorted(errors.items(), key=lambda error: FIELDS.index(error[0])))


def day(name: str, typed: str, today: date, errors: Errors) -> date | None:
    """The day that was typed, None if none was; what is no day goes to the errors."""
    try:
        return read_date(typed, today=today, ahead=True) if typed else None
    except FormatError as error:
        errors[name] = [_(error.text)]
        return None


def wrong_choices(typed: Typed, module: LoadedModule, places: Iterable[str]) -> Errors:
    """What is missing or impossible in the choices and the note."""
    errors: Errors = {}
    if typed.place not in set(places):
        errors["place"] = [_("Please choose where.")]
    if typed.extent not in (ALL, SOME, NOTHING):
        errors["extent"] = [_("Please choose how much of it.")]
    if typed.extent == SOME and (not typed.parts or not set(typed.parts) <= set(module.scopes)):
        errors["parts"] = [_("Please choose at least one part.")]
    if not typed.note:
        errors["note"] = [_("Please write why, for those who look it up later.")]
    if refused(typed.note):
        errors["note"] = [IdentifierFound().sentence()]
    return errors
