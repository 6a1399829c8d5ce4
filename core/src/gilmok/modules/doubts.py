"""What loads and is probably not meant so: texts that staff read in English or in others' words, strange districts."""

from collections.abc import Iterator, Mapping

from gilmok.ground.i18n import Catalogue, core_catalogue
from gilmok.modules.conditions import Condition, facts_of, values_of
from gilmok.modules.declarations import Declared, conditions_of, parts_of
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.registry import Registry
from gilmok.modules.texts import texts_in, texts_of, without_korean
from gilmok.modules.things import IntakeField, Kind
from gilmok.network.atlas import Atlas
from gilmok.network.naming import OUTSIDE


def doubts(registry: Registry) -> Iterator[str]:
    """A sentence for each, for the author; the packaged network says which districts there are."""
    shown = core_catalogue()
    for module in registry.modules.values():
        found = [*strange_districts(module, registry.facts), *english_texts(module), *other_korean(module, shown)]
        yield from (f"{module.name}: {each}" for each in found)


def strange_districts(declared: Declared, facts: Mapping[str, IntakeField]) -> list[str]:
    """Conditions on districts whose code the packaged network does not know: such a rule never holds."""
    known = {*Atlas.shipped().districts, OUTSIDE}
    parts = [(where, part) for where, condition in conditions_of(declared) for part in parts_of(condition)]
    asked = [(where, part) for where, part in parts if kind_of(part, facts) is Kind.DISTRICT]
    strange = [(where, each) for where, part in asked for each in sorted(map(str, values_of(part) - known))]
    return [f"{where}: there is no district {each!r}" for where, each in strange]


def kind_of(part: Condition, facts: Mapping[str, IntakeField]) -> Kind | None:
    """The kind of the fact that a single condition looks at; None where nobody said which facts there are."""
    (fact,) = facts_of(part)
    return facts[fact].kind if fact in facts else None


def english_texts(module: LoadedModule) -> list[str]:
    """Texts without Korean in the module's package; of one that is no package, nothing can be said."""
    if module.folder is None:
        return []
    return [f"no Korean in translations/ko.po for {each!r}" for each in without_korean(module, korean_of(module))]


def other_korean(module: LoadedModule, shown: Catalogue) -> list[str]:
    """Texts that staff read in other words than the module's, since `shown`, all Korean before it, has them already;
    then adds the module's own."""
    if module.folder is None:
        return []
    own = Catalogue([module.folder]).texts
    said = {*texts_of(module), *texts_in(module.folder)}
    other = [text for text in sorted(said) if shown.texts.get(text, own.get(text)) != own.get(text)]
    found = [
        f"{text!r} is shown as {shown.texts[text]!r}, not as {own[text]!r}: the core or another module says it "
        "so; take its Korean, or other English" for text in other if text in own
    ]
    shown.add(module.folder)
    return found


def korean_of(module: LoadedModule) -> Catalogue:
    """The Korean of the core and of the module's package."""
    catalogue = core_catalogue()
    if module.folder is not None:
        catalogue.add(module.folder)
    return catalogue
