"""What can stand in an official form of a document: its blanks and their sum, each by the names that forms give it."""

from dataclasses import dataclass

from gilmok.ground.i18n import _marked as _
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.filling import OWED, Filled, lacking
from gilmok.journey.documents.form_words import Names, names_of
from gilmok.journey.documents.values import in_language, in_letter

TOTAL = "total"


@dataclass(frozen=True)
class Slot:
    """A blank, or the sum of blanks, as a form may ask for it."""

    code: str
    label: str
    names: Names


def slots_of(document: Document) -> tuple[Slot, ...]:
    """Everything that a form of this document may ask for."""
    labels = {blank.code: blank.label for blank in document.blanks}
    if any(code in OWED for code in labels):
        labels[TOTAL] = _("All that is owed")
    return tuple(Slot(code, label, names_of(code, in_language(label, "ko"))) for code, label in labels.items())


def texts_of(filled: Filled) -> dict[str, str]:
    """What a form says for each slot, as the letter does: what is missing says so; what may be left out, or is the
    client's own to write, stays empty as on paper."""
    language = filled.document.language
    said = {
        each.blank.code: lacking(each, language) if each.lacks
        else "" if each.value is None else in_letter(each.blank, each.value, language)
        for each in filled.entries
    }
    return {**said, TOTAL: filled.total}
