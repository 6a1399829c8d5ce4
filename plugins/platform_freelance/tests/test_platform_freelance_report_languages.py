"""The visitors' pages of the monitoring in Chinese and Vietnamese: every text of theirs is there."""

from functools import cache

import pytest
from babel.messages.pofile import read_po
from gilmok_platform_freelance.reports import codes
from support.source import ROOT
from support.texts import PLACEHOLDER, english, several, texts_of

MODULE = ROOT / "plugins/platform_freelance"
PAGES = ("tell", "_fields", "_help", "receipt", "_receipt", "state", "standing")
CODES = (codes.KINDS, codes.WORKS, codes.STATES, codes.DONE, codes.AUTHORITIES)


def said(language: str) -> dict[str, str]:
    """Each English text with its words in this language, of the core's rooms and the module."""
    found: dict[str, str] = {}
    for path in (*ROOT.glob(f"core/src/**/translations/{language}.po"), *MODULE.glob(f"src/**/{language}.po")):
        with path.open("rb") as file:
            for each in read_po(file, locale=language):
                found[several(each.id)[0]] = several(each.string)[0]
    return found


@cache
def needed() -> set[str]:
    """What the pages say: their templates, what can be chosen, what is said of a wrong field."""
    templates = {f"reports/{name}.html" for name in PAGES}
    own = {text for text, where in texts_of(MODULE) if any(name in where for name in templates)}
    return own | {title for each in CODES for title in each.values()}


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_every_text_of_the_form_is_there(language: str) -> None:
    words = said(language)
    assert needed() - words.keys() == set()
    wrong = {text for text in needed() if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(words[text]))}
    assert wrong == set()


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_no_text_of_the_module_is_no_longer_said(language: str) -> None:
    sources = {text for texts in english().values() for text in texts}
    with (MODULE / f"src/gilmok_platform_freelance/translations/{language}.po").open("rb") as file:
        assert {several(each.id)[0] for each in read_po(file, locale=language) if each.id} - sources == set()
