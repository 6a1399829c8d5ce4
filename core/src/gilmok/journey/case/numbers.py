"""Case numbers: how one is made, and which one is meant by what somebody reads out on the phone."""

import re
import secrets
from collections.abc import Iterable
from datetime import date
from itertools import product

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.readable import ALPHABET

ENDING = 6
# A case is asked for by the end of its number for as long as files are usually kept.
YEARS_BACK = 10
_said = re.compile(r"(?:(?P<place>[A-Z]{4})(?=\d{2}.{6}))?(?P<year>\d{2})?(?P<ending>[0-9A-Z]{6})")


def new_number(district: str, day: date) -> str:
    """A case number that tells the district of the centre and the year, and nothing of how many cases there are:
    `GWAN-26-7K3M9P`."""
    return f"{place_of(district)}-{day:%y}-" + "".join(secrets.choice(ALPHABET) for _ in range(ENDING))


def place_of(district: str) -> str:
    """The four letters for a district at the beginning of a number."""
    return district[:4].upper()


def meant(typed: str, districts: Iterable[str], day: date) -> list[str]:
    """The numbers that may be meant: a whole one however it is spelt, or its last six characters, alone or after the
    year; then one for each district and each of the years back from `day` that it could be of."""
    said = _said.fullmatch(re.sub(r"[\s-]", "", plain(typed)).upper())
    if said is None:
        return []
    places = [said["place"]] if said["place"] else sorted(set(map(place_of, districts)))
    years = [said["year"]] if said["year"] else years_back(day)
    return [f"{place}-{year}-{said['ending']}" for place, year in product(places, years)]


def years_back(day: date) -> list[str]:
    """The two digits of each year of which a case may be asked for, the newest first."""
    return [f"{(day.year - back) % 100:02}" for back in range(YEARS_BACK + 1)]
