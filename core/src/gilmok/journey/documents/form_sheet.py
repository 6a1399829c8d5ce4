"""An uploaded form on the manager's table: read, and matched with what its document has to say."""

from collections.abc import Mapping
from functools import cached_property
from uuid import UUID

from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, vault
from gilmok.journey.documents import form_service
from gilmok.journey.documents.attaching import store
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.form_matching import Matched, match, may_be_filled, meaning
from gilmok.journey.documents.form_models import CentreForm
from gilmok.journey.documents.form_slots import Slot, slots_of
from gilmok.journey.documents.form_views import centre, document_of
from gilmok.journey.documents.form_words import is_written_by_hand
from gilmok.journey.documents.hangul.form import Form

MOST_SHOWN = 60


class Sheet:
    """One form that the manager's centre uploaded."""

    def __init__(self, code: str, key: UUID) -> None:
        """Raises NotFound for another centre's form."""
        self.document: Document = document_of(code)
        self.row: CentreForm = form_service.one(db(), centre(), code, key)
        self.form: Form = form_service.read(self.row, store=store(), vault=vault())
        self.slots: tuple[Slot, ...] = slots_of(self.document)
        self.matched: Matched = match(self.form, self.slots)

    @cached_property
    def chosen(self) -> Mapping[str, str]:
        """Which place each blank goes to: as saved, where the form is used by now, else as it was matched."""
        now = form_service.used(db(), centre(), self.document.code)
        if now and now[1].id == self.row.id:
            saved: Mapping[str, str] = now[0].places["cells"]
            return saved
        return {code: place.code for code, place in self.matched.sure.items()}

    @property
    def lost(self) -> list[Slot]:
        """What was found nowhere in the form, and nobody has given a place."""
        found = {*self.chosen, *self.matched.several, *self.matched.words.values()}
        return [slot for slot in self.slots if slot.code not in found]

    @property
    def unknown(self) -> list[str]:
        """The {{words}} that mean nothing that the document has, and stay as they are."""
        return [word for word, code in self.matched.words.items() if not code and not is_written_by_hand(word)]

    @property
    def idle(self) -> list[str]:
        """What the form asks for and nothing of ours answers, the client's own number among it."""
        free = (place for place in self.form.places.values() if place.labels and not place.inside)
        idle = (place for place in free if not (may_be_filled(place) and meaning(place, self.slots)[1]))
        return list(dict.fromkeys(place.labels[0] for place in idle))[:MOST_SHOWN]

    def wrong(self, chosen: Mapping[str, str]) -> dict[str, list[str]]:
        """What is wrong with a choice of places, by field."""
        errors, taken = {}, set[str]()
        for code, place in chosen.items():
            if place not in self.form.places or not may_be_filled(self.form.places[place]):
                errors[f"place_{code}"] = [_("Choose a place from the list.")]
            elif place in taken:
                errors[f"place_{code}"] = [_("Another blank goes to this place already.")]
            taken.add(place)
        return errors
