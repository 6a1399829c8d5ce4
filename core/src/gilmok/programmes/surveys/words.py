"""The words of the page of answers in its four languages, and the titles of programmes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gilmok.ground.entries import read_entries
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

FILE = Path(__file__).parent / "data/answering.toml"
# The rows of the city's page that surveys are made for, beside those of modules; any other programme may ask, too.
PROGRAMMES = {
    "C4": _("C4 policy and research"),
    "H1": _("H1 policy for the region's vulnerable workers"),
    "other": _("another programme"),
}


def own_programmes() -> dict[str, str]:
    """The rows that are not of modules, in the language of the request."""
    return {code: translated(title) for code, title in PROGRAMMES.items()}


@dataclass(frozen=True)
class Said:
    """A sentence of the page of answers."""

    code: str
    ko: str
    en: str
    zh: str
    vi: str


@cache
def said(language: str) -> dict[str, str]:
    """The sentences by their codes in this language."""
    return {each.code: str(getattr(each, language)) for each in read_entries(FILE, "words", Said)}
