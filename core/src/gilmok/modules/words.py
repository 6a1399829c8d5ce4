"""What facts and their values are called, in one language, for sentences about rules.

A module's fields bring their own words, and so do the core's; districts and regions have names of their own.
"""

from collections.abc import Callable, Mapping

from gilmok.ground.i18n import _marked as _
from gilmok.modules.describe import FactWords
from gilmok.modules.registry import Registry
from gilmok.modules.things import IntakeField, Kind
from gilmok.network.atlas import Atlas
from gilmok.network.naming import OUTSIDE


def fact_words(registry: Registry, atlas: Atlas, language: str, say: Callable[[str], str]) -> dict[str, FactWords]:
    """The words for every fact that a condition can look at; `say` gives a declared text in `language`."""
    places = {code: getattr(place, f"name_{language}") for code, place in {**atlas.districts, **atlas.regions}.items()}
    places[OUTSIDE] = say(_("Outside Seoul"))
    return {each.id: words_of(each, places, say) for each in (*registry.facts.values(), *registry.answered.values())}


def words_of(asked: IntakeField, places: Mapping[str, str], say: Callable[[str], str]) -> FactWords:
    """The words of one field and its options."""
    values = {option.code: say(option.title) for option in asked.options}
    if asked.kind is Kind.DISTRICT:
        values = {**places, **values}
    return FactWords(say(asked.label), values, say(asked.unit) if asked.unit else "")
