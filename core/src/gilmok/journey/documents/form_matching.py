"""Matching what a form asks for with what a document has to say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gilmok.journey.documents.form_slots import Slot
from gilmok.journey.documents.form_words import is_written_by_hand
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.hangul.places import Place


@dataclass(frozen=True)
class Matched:
    """What of a form is understood: the `places` of each slot that has any, and the {{words}} with the slot that each
    means ("": none that we know, or the client's to write)."""

    places: Mapping[str, Sequence[Place]]
    words: Mapping[str, str]

    @property
    def sure(self) -> dict[str, Place]:
        """The slots that have one place."""
        return {code: places[0] for code, places in self.places.items() if len(places) == 1}

    @property
    def several(self) -> dict[str, Sequence[Place]]:
        """The slots of which a person says which place is theirs."""
        return {code: places for code, places in self.places.items() if len(places) > 1}


def match(form: Form, slots: Sequence[Slot]) -> Matched:
    """What of the form is understood: of the places that mean the same, those that are named from nearest count."""
    hits: dict[str, dict[int, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in filter(may_be_filled, form.places.values()):
        distance, code = meaning(place, slots)
        hits[code][distance].append(place)
    nearest = {code: by_distance[min(by_distance)] for code, by_distance in hits.items() if code}
    return Matched(nearest, {word: "" if is_written_by_hand(word) else meant(word, (), slots) for word in form.words})


def meaning(place: Place, slots: Sequence[Slot]) -> tuple[int, str]:
    """From how near a place is named, and the slot that this means; "" for none."""
    labels = enumerate((place.left, place.above, place.own))
    named = ((distance, meant(label, place.under, slots)) for distance, label in labels if label)
    return next((each for each in named if each[1]), (0, ""))


def meant(label: str, under: Iterable[str], slots: Iterable[Slot]) -> str:
    """The code of the one slot that a label means; "" for none, and where it may be two."""
    found = [slot.code for slot in slots if slot.names.mean(label, under)]
    return found[0] if len(found) == 1 else ""


def may_be_filled(place: Place) -> bool:
    """Whether a place is not the client's own to fill, as that of the resident number is; of several boxes in a row the
    first has the label."""
    return not any(map(is_written_by_hand, place.labels or place.under[:1]))
