"""The words of the page of answers in its four languages, and the titles of programmes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gilmok.ground.entries import read_entries
from gilmok.ground.i18n import _marked as _

FILE = Path(__file__).parent / "data/answering.toml"
# The rows of the city's page that surveys are made for; any other programme may ask, too.
PROGRAMMES = {
    "C4": _("C4 policy and research"),
    "H1": _("H1 policy for the region's vulnerable workers"),
    "H4c": _("H4(c) survey of platform workers and freelancers"),
    "other": _("another programme"),
}


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
