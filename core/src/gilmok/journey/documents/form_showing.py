"""The page that says where in an official form each blank goes."""

from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from flask import render_template

from gilmok.ground.i18n import _
from gilmok.journey.case.showing import Answer, Errors
from gilmok.journey.documents.form_matching import Matched, may_be_filled
from gilmok.journey.documents.form_sheet import Sheet
from gilmok.journey.documents.form_slots import Slot
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.hangul.places import Place

MOST_SHOWN = 250


class Asked(NamedTuple):
    """A blank on the page of places: the name of its field, what is chosen, and what was found of it in the form."""

    name: str
    label: str
    value: str
    hint: str


def show_places(sheet: Sheet, chosen: Mapping[str, str], *, errors: Errors | None = None) -> Answer:
    """The page that says what of a form is understood, and asks where the rest goes."""
    asked = [
        Asked(f"place_{slot.code}", _(slot.label), chosen.get(slot.code, ""), hint(slot, sheet.matched))
        for slot in sheet.slots
    ]
    page = render_template(
        "documents/forms/places.html", sheet=sheet, asked=asked, groups=groups_of(sheet.form, chosen),
        more=len(sheet.form.places) - MOST_SHOWN, errors=errors or {},
        twice=[_(slot.label) for slot in sheet.slots if slot.code in sheet.matched.several],
    )
    return page, 422 if errors else 200


def hint(slot: Slot, matched: Matched) -> str:
    """What was found of a blank in the form."""
    words = [word for word, code in matched.words.items() if code == slot.code]
    if words:
        return _("Stands in the text in braces: %(words)s", words=", ".join(words))
    if places := matched.several.get(slot.code):
        return _("There several times: %(places)s", places=" / ".join(map(place_words, places)))
    return _("Found") if slot.code in matched.sure else _("Not found in the form")


def groups_of(form: Form, chosen: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places that one may choose, by table; of very many the first, and those that are chosen."""
    there = [each for each in form.places.values() if may_be_filled(each)]
    shown = there[:MOST_SHOWN] + [each for each in there[MOST_SHOWN:] if each.code in chosen.values()]
    return [
        (_("Table %(number)s", number=number), [(each.code, place_words(each)) for each in of_table])
        for number, of_table in groupby(shown, key=lambda each: each.cell.table)
    ]


def place_words(place: Place) -> str:
    """A place as people find it."""
    table, row, column = place.cell.table, place.cell.row + 1, place.cell.column + 1
    where = _("table %(table)s, row %(row)s, column %(column)s", table=table, row=row, column=column)
    label = " / ".join(place.labels)
    if place.inside:
        return _("%(where)s: below “%(label)s”", where=where, label=label)
    return _("%(where)s: at “%(label)s”", where=where, label=label) if label else where
