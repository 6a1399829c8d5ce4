"""What facts and their values are called, in one language, for sentences about rules.

A module's fields bring their own words, and so do the core's questions; regions and districts have names of their own.
"""

from collections.abc import Callable, Mapping

from gilmok.modules.describe import FactWords
from gilmok.modules.registry import Registry
from gilmok.modules.things import IntakeField, Kind, _
from gilmok.network.atlas import Atlas

REGION_FACTS: Mapping[str, str] = {
    "region": _("Region"),
    "workplace_region": _("Region of the workplace"),
    "home_region": _("Region of the home"),
}
OUTSIDE = {"outside_seoul": _("Outside Seoul")}


def fact_words(registry: Registry, atlas: Atlas, language: str, say: Callable[[str], str]) -> dict[str, FactWords]:
    """The words for every fact that a rule may ask for; `say` gives a declared text in `language`."""
    name = f"name_{language}"
    regions = {code: getattr(region, name) for code, region in atlas.regions.items()}
    districts = {code: getattr(district, name) for code, district in atlas.districts.items()}
    districts |= {code: say(text) for code, text in OUTSIDE.items()}
    words = {each.id: words_of(each, districts, say) for each in registry.facts.values()}
    words |= {fact: FactWords(say(text), regions) for fact, text in REGION_FACTS.items()}
    words["topic"] = FactWords(say(_("Main topic")), words["topics"].values if "topics" in words else {})
    words["received_on"] = FactWords(say(_("Day received")))
    return words


def words_of(asked: IntakeField, districts: Mapping[str, str], say: Callable[[str], str]) -> FactWords:
    """The words of one field and its options."""
    values = districts if asked.kind is Kind.DISTRICT else {each.code: say(each.title) for each in asked.options}
    return FactWords(say(asked.label), values, say(asked.unit) if asked.unit else "")
