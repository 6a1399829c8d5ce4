"""Where gatherings are: the centres and districts by which the public calendar is searched."""

from collections.abc import Iterable

from gilmok.ground.clock import today
from gilmok.ground.i18n import in_language
from gilmok.network.atlas import Atlas
from gilmok.programmes.calendar import Options, kinds


def centres_asked(network: Atlas, district: str, centre: str) -> list[str] | None:
    """The centres that lie in a district or are the one asked for; None for all of them. An unknown one gives none."""
    if not district and not centre:
        return None
    return [
        each.code for each in network.centres.values()
        if (not district or each.district == district) and (not centre or each.code == centre)
    ]


def options(network: Atlas) -> dict[str, Options]:
    """What can be chosen: districts, the centres that are open, kinds."""
    centres = [each for each in network.centres.values() if each.is_open(today())]
    return {
        "district": by_name((each.code, in_language(each, "name")) for each in network.districts.values()),
        "centre": by_name((each.code, in_language(each, "name")) for each in centres),
        "kind": kinds(),
    }


def by_name(pairs: Iterable[tuple[str, str]]) -> Options:
    """The pairs by what they are called."""
    return sorted(pairs, key=lambda pair: pair[1])
