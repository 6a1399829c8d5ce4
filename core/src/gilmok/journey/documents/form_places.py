"""The address at which a manager says where in an official form each blank goes, and tries it out."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once
from gilmok.journey.documents import form_service
from gilmok.journey.documents.form_filling import fill_form, handed_out
from gilmok.journey.documents.form_sheet import Sheet
from gilmok.journey.documents.form_showing import show_places
from gilmok.journey.documents.form_slots import Slot
from gilmok.journey.documents.values import in_language

KEEP = needs(Permission.KEEP_FORMS)
blueprint = Blueprint("form_places", __name__, template_folder="templates", url_prefix="/forms/<code>/<uuid:key>")


@blueprint.get("")
@KEEP
def show(code: str, key: UUID) -> ResponseReturnValue:
    """What of the form is understood, and where each blank goes."""
    sheet = Sheet(code, key)
    return show_places(sheet, sheet.chosen)


@blueprint.post("")
@KEEP
@once
def accept(code: str, key: UUID) -> ResponseReturnValue:
    """Fill the centre's documents of this kind into the form from now on, as was chosen."""
    sheet = Sheet(code, key)
    chosen = sent_places(sheet.slots)
    if errors := sheet.wrong(chosen):
        return show_places(sheet, chosen, errors=errors)
    form_service.use(db(), sheet.row, {"cells": chosen, "words": dict(sheet.matched.words)}, by=me())
    log(db(), "form_used", document=code, form=str(key))
    flash(_("%(document)s is filled into this form from now on.", document=_(sheet.document.title)), "success")
    return redirect(url_for("forms.kind", code=code), 303)


def sent_places(slots: Iterable[Slot]) -> dict[str, str]:
    """The places that were chosen, by slot."""
    sent = {slot.code: request.form.get(f"place_{slot.code}", "") for slot in slots}
    return {code: place for code, place in sent.items() if place}


@blueprint.get("/trial")
@KEEP
def trial(code: str, key: UUID) -> ResponseReturnValue:
    """The form with the name of each blank in its place, to be looked at in Hangul."""
    sheet = Sheet(code, key)
    labels = {slot.code: f"[{in_language(slot.label, 'ko')}]" for slot in sheet.slots}
    places = {"cells": sheet.chosen, "words": sheet.matched.words}
    return handed_out(fill_form(sheet.form, places, labels, mark=_("Trial, no document")), sheet.row.name)
