"""An official form: what can be filled in it, and the form filled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from gilmok.ground.formats.identifiers import refused
from gilmok.journey.documents.hangul.cells import tables_of
from gilmok.journey.documents.hangul.lines import put_before, write_below, write_cell
from gilmok.journey.documents.hangul.package import Package, opened
from gilmok.journey.documents.hangul.places import Place, places_of, words_in
from gilmok.journey.documents.hangul.refusals import HoldsNumber, NoPlaces, NotWellMade, TooMuch
from gilmok.journey.documents.hangul.tree import Element, below, everywhere, parsed, said, written
from gilmok.journey.documents.hangul.writing import replace_words

LONGEST_LINE, MOST_WORDS = 20_000, 300


@dataclass(frozen=True, eq=False)
class Form:
    """A form with its text read; what is changed in it is changed for good, so that one is read for each filling."""

    package: Package
    roots: Mapping[str, Element]

    @classmethod
    def read(cls, content: bytes) -> "Form":
        """The form in a file that someone sent; raises NotTaken with the reason."""
        package = opened(content)
        form = cls(package, {name: parsed(package.parts[name]) for name in package.sections})
        if not below(form.roots[package.sections[0]], "p"):
            raise NotWellMade
        form.check()
        return form

    def check(self) -> None:
        """Refuse a form of more than anyone fills, one with somebody's number in it, and one without a place."""
        texts = [said(line) for line in self.lines]
        if max(map(len, texts)) > LONGEST_LINE or len(self.words) > MOST_WORDS:
            raise TooMuch
        if any(map(refused, texts)):
            raise HoldsNumber
        if not (self.places or self.words):
            raise NoPlaces

    @property
    def lines(self) -> list[Element]:
        """Every paragraph."""
        return [line for root in self.roots.values() for line in everywhere(root, "p")]

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """What can be filled in its tables, by where it is."""
        return {each.code: each for each in places_of(tables_of(self.roots.values()))}

    @cached_property
    def words(self) -> list[str]:
        """The {{words}} of its text."""
        return words_in(self.roots.values())

    def filled(self, cells: Mapping[str, str], value_of: Callable[[str], str | None], *, mark: str) -> bytes:
        """The form as a file with these texts in its places, the values of its {{words}}, and a mark on top.

        What a value says is never taken for a {{word}}; a place that is not there is left out.
        """
        places = {code: self.places[code] for code in cells if code in self.places}
        for line in self.lines:
            replace_words(line, value_of)
        for code, place in places.items():
            (write_below if place.inside else write_cell)(place.cell.element, cells[code])
        put_before(self.roots[self.package.sections[0]], mark)
        return self.package.packed({name: written(root) for name, root in self.roots.items()})
