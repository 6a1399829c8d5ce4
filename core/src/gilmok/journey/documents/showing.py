"""The form of a document: each blank with what the case says of it, or with what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db
from gilmok.journey.case.file import MASKS, CaseFile
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, Errors, file_of, show_case
from gilmok.journey.clocks.queries import days
from gilmok.journey.counselling.showing import texts_of
from gilmok.journey.counselling.talks import talks_of
from gilmok.journey.documents import service
from gilmok.journey.documents.declared import SOURCE_TITLES, Blank, Document, Source
from gilmok.journey.documents.filling import Entry, Filled, fill
from gilmok.journey.documents.module_letters import text_of
from gilmok.journey.documents.service import Typed
from gilmok.journey.documents.sources import Known
from gilmok.journey.documents.values import Value, in_field, in_language
from gilmok.journey.intake.consents import CONSENTS
from gilmok.network.queries import atlas


@dataclass(frozen=True)
class Desk:
    """A case as its documents are worked on."""

    file: CaseFile
    known: Known
    typed: Typed

    def filled(self, document: Document) -> Filled:
        """The document as it stands."""
        return fill(document, self.known, self.typed.values)

    def asked_codes(self, document: Document) -> frozenset[str]:
        """The blanks that the form of a document shows."""
        return frozenset(each.blank.code for each in self.filled(document).entries if not each.by_hand)

    def is_news(self, document: Document, code: str, value: Value) -> bool:
        """Whether a value says something else than the case does, in a blank that the form shows."""
        entries = {each.blank.code: each for each in self.filled(document).entries if not each.by_hand}
        return code in entries and value != entries[code].found


def look(case: Case, file: CaseFile | None = None) -> Desk:
    """A case's documents as they stand; raises NoLongerReadable where its key was destroyed."""
    file = file or file_of(case)
    talk = next((texts_of(newest, file) for newest, *_older in talks_of(db(), case.id)), {})
    known = Known.of(case, file, atlas(db()), entered=days(db(), case.id), talk=talk)
    return Desk(file, known, service.typed_for(db(), file))


def letter(desk: Desk, document: Document) -> dict[str, Any]:
    """What the template of a document prints: its blanks as `v`, and what it says in its own language. `text`: that of
    a module's letter, None where it cannot be made."""
    filled = desk.filled(document)
    return {
        "document": document, "filled": filled, "v": filled.words(), "total": filled.total, "CONSENTS": CONSENTS,
        "korean": partial(in_language, language="ko"), "text": text_of(filled) if document.module else "",
    }


class Asked(NamedTuple):
    """A blank on the form: what stands in its field, what the case says (masked, if it is about the person), and what
    is kept now, where somebody else changed it meanwhile."""

    blank: Blank
    value: str
    hint: str
    required: bool
    options: list[tuple[str, str]]


def show_form(
    desk: Desk, document: Document, *, sent: Mapping[str, str] | None = None, errors: Errors | None = None,
    changed: bool = False,
) -> Answer:
    """The form of a document; with what was sent, where that was refused."""
    filled = desk.filled(document)
    asked = [asked_of(each, sent, changed) for each in filled.entries if not each.by_hand]
    return show_case(
        "documents/form.html", desk.file.case, status=409 if changed else 422 if errors else 200, file=desk.file,
        document=document, filled=filled, asked=asked, version=desk.typed.version, errors=errors or {}, changed=changed,
    )


def asked_of(each: Entry, sent: Mapping[str, str] | None, changed: bool) -> Asked:
    """One blank as the form shows it."""
    stands = standing(each)
    value = stands if sent is None else scrub(sent.get(each.blank.code, "")).text
    now = _("Kept now: %(value)s", value=stands or _("nothing")) if changed and value != stands else ""
    hints = (_(each.blank.hint) if each.blank.hint else "", origin(each), now)
    options = [(code, _(title)) for code, title in each.blank.options]
    return Asked(each.blank, value, " · ".join(filter(None, hints)), each.required, options)


def standing(each: Entry) -> str:
    """What stands in a blank's field; nothing of the person's own data, which is masked beside it."""
    if each.value is None or (each.blank.source is Source.CLIENT and not each.typed):
        return ""
    return in_field(each.blank, each.value)


def origin(each: Entry) -> str:
    """Where the case's own value comes from; one about the person is masked."""
    if each.found is None:
        return ""
    said = MASKS[each.blank.of](str(each.found)) if each.blank.source is Source.CLIENT else ""
    return f"{_(SOURCE_TITLES[each.blank.source])}: {said}" if said else _(SOURCE_TITLES[each.blank.source])
