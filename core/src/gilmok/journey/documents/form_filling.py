"""A case's document as a filled Hangul file, where its centre has the official form: says what the page and the PDF
say."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from flask import Response

from gilmok.ground.i18n import _marked as _
from gilmok.journey.documents.filling import Filled
from gilmok.journey.documents.form_models import CentreFormUse
from gilmok.journey.documents.form_slots import slots_of, texts_of
from gilmok.journey.documents.form_words import is_written_by_hand
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.kinds import BY_CODE
from gilmok.journey.documents.values import in_language

MARK = _("Check before you file. Draft of %(number)s; delete this line when you have checked everything.")


def hangul_of(form: Form, use: CentreFormUse, filled: Filled, number: str) -> bytes:
    """The document of a case in the form, marked as to be checked."""
    mark = in_language(MARK, filled.document.language) % {"number": number}
    return fill_form(form, use.places, texts_of(filled), mark=mark)


def fill_form(form: Form, places: Mapping[str, Any], texts: Mapping[str, str], *, mark: str) -> bytes:
    """The form with these texts. What the client writes on paper is left empty, whatever a place is said to be."""
    cells = {place: texts[slot] for slot, place in places["cells"].items() if texts.get(slot)}
    words = {word: texts.get(slot) for word, slot in places["words"].items()}
    return form.filled(cells, lambda word: "" if is_written_by_hand(word) else words.get(word), mark=mark)


def without_place(filled: Filled, use: CentreFormUse) -> list[str]:
    """The labels of what is known and the form has no place for, so that it is on the page and the PDF alone."""
    placed = {*use.places["cells"], *use.places["words"].values(), *(each.blank.code for each in filled.missing)}
    texts = texts_of(filled)
    return [slot.label for slot in slots_of(filled.document) if slot.code not in placed and texts[slot.code]]


def handed_out(content: bytes, name: str) -> Response:
    """A Hangul file to be saved."""
    answer = Response(content, content_type=BY_CODE["hwpx"].media)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer
