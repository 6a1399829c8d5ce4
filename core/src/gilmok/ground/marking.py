"""Marking a text for translation, and saying it in a language, without a request: what rooms use that know no web."""

from collections.abc import Callable
from typing import Any, Protocol

# How a text is said to whoever asks: in English, until `i18n` is there, which knows the request and its language.
SPEAKER: list[Callable[[str], str]] = [str]


class Said(Protocol):
    """What knows the Korean of a text: see `i18n.Catalogue`."""

    def gettext(self, message: str) -> str:
        """The Korean of `message`, or `message` itself."""


def _marked(text: str) -> str:
    """Mark a text for translation where it is written; it is translated where it is shown."""
    return text


def spoken(text: str) -> str:
    """A marked text in the language of the request; in English where there is no web."""
    return SPEAKER[0](text)


def say(catalogue: Said, text: str, language: str, /, **values: Any) -> str:
    """`text` in `language` with its `%(name)s` filled; for places without a request, such as the command line."""
    said = catalogue.gettext(text) if language == "ko" else text
    return said % values if values else said
