"""Which programme of the city's page something counts for: a room's own rows, and what installed modules declare."""

from collections.abc import Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.modules.current import registry


def offered(own: Mapping[str, str]) -> dict[str, str]:
    """Each programme by its code, in the language of the request: the room's own rows, then those of modules."""
    found = {code: f"{code} {translated(title)}" for code, title in own.items()}
    for module in registry().modules.values():
        titles = {each.programme: translated(each.title) for each in module.info.scopes}
        declared = (code for code in module.info.programmes if not code.startswith("C") and code not in own)
        found |= {code: f"{code} {titles.get(code, '')}".strip() for code in declared}
    return found
