"""A document filled: each blank with its value or why it has none, and what has to be found out before it is filed."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from gilmok.ground.formats.won import say_won
from gilmok.ground.i18n import _marked as _
from gilmok.journey.documents.declared import Blank, Document, Source
from gilmok.journey.documents.sources import Known
from gilmok.journey.documents.values import Value, in_language, in_letter

OWED = ("wages_owed", "severance_owed", "other_owed")
LACKING, OPEN, BY_HAND = _("to be checked"), _("not filled in"), _("the client writes it on paper")


@dataclass(frozen=True)
class Entry:
    """One blank of a document as it stands. `typed`: somebody typed it, instead of what the case says (`found`)."""

    blank: Blank
    value: Value | None
    found: Value | None
    required: bool
    by_hand: bool

    @property
    def typed(self) -> bool:
        """Whether somebody typed it."""
        return self.value is not None and self.value != self.found

    @property
    def lacks(self) -> bool:
        """Whether the document cannot be filed without it, and nobody knows it."""
        return self.required and self.value is None and not self.by_hand


@dataclass(frozen=True)
class Filled:
    """A document with every blank of it."""

    document: Document
    entries: tuple[Entry, ...]

    @property
    def missing(self) -> tuple[Entry, ...]:
        """What has to be found out before it is filed."""
        return tuple(each for each in self.entries if each.lacks)

    @property
    def by_hand(self) -> tuple[Entry, ...]:
        """What the client writes on paper."""
        return tuple(each for each in self.entries if each.by_hand)

    def words(self) -> dict[str, Markup]:
        """Each blank in the words of the letter; what has no value says so."""
        return {each.blank.code: words_of(each, self.document.language) for each in self.entries}

    @property
    def total(self) -> str:
        """All that is owed in one sum; empty where no sum is known."""
        sums = [int(each.value) for each in self.entries if each.blank.code in OWED and each.value is not None]
        return say_won(sum(sums), self.document.language) if sums else ""


def fill(document: Document, known: Known, typed: Mapping[str, Value]) -> Filled:
    """The document, each blank with what was typed, else with what the case says."""
    return Filled(document, tuple(
        entry(blank, document, known, typed.get(blank.code), required=blank in document.required)
        for blank in document.blanks
    ))


def entry(blank: Blank, document: Document, known: Known, typed: Value | None, *, required: bool) -> Entry:
    """One blank. Who gave no name is not named by a document either, whatever was typed before."""
    if known.case.anonymous and blank.source is Source.CLIENT:
        return Entry(blank, None, None, required, by_hand=True)
    found = known.value(blank, document)
    return Entry(blank, found if typed is None else typed, found, required, by_hand=False)


def words_of(each: Entry, language: str) -> Markup:
    """A blank in a letter."""
    if each.value is not None:
        return Markup('<span class="filled">{}</span>').format(in_letter(each.blank, each.value, language))
    if each.by_hand:
        return Markup('<span class="open">({})</span>').format(in_language(BY_HAND, language))
    if not each.required:
        return Markup('<span class="open">{}</span>').format(in_language(OPEN, language))
    return Markup('<strong class="lacking">{}</strong>').format(lacking(each, language))


def lacking(each: Entry, language: str) -> str:
    """What stands in the place of a value that has to be found out."""
    return f"[{in_language(LACKING, language)}: {in_language(each.blank.label, language)}]"
