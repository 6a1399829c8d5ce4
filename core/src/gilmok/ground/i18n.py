"""Korean and English: one catalogue, made at start from the `translations/ko.po` of every room and module.

Source texts are English; each room keeps the Korean of its own words beside its code. Reading the `.po` files directly
leaves no compiled catalogue that could be stale; it costs about 0.1 s once a process.
"""

from collections.abc import Callable, Iterable
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from flask import Flask, has_request_context, session
from flask_babel import Babel, Domain, get_locale
from flask_babel import gettext as untyped_gettext
from flask_babel import lazy_gettext as _lazy
from flask_babel import ngettext as untyped_ngettext
from flask_babel.speaklater import LazyString

LANGUAGES = {"ko": "한국어", "en": "English"}
DEFAULT_LANGUAGE = "ko"
PACKAGE = Path(__file__).parents[1]
# Flask-Babel carries no types.
_: Callable[..., str] = untyped_gettext
ngettext: Callable[..., str] = untyped_ngettext

__all__ = [
    "DEFAULT_LANGUAGE", "LANGUAGES", "Catalogue", "LazyString", "_", "_lazy", "_marked", "core_catalogue",
    "current_language", "init_i18n", "ngettext", "say",
]


def _marked(text: str) -> str:
    """Mark a text for translation where it is written; it is translated where it is shown."""
    return text


class Catalogue(NullTranslations):
    """The Korean of every English text, found by the text itself; a text without Korean is said in English."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        for folder in folders:
            self.add(folder)

    def add(self, folder: Path) -> None:
        """Take in the `translations/ko.po` below this folder's rooms; a text that is there already keeps its Korean."""
        for path in sorted(folder.glob("**/translations/ko.po")):
            with path.open("rb") as file:
                for message in read_po(file, locale="ko"):
                    # Korean has one plural form, so the plural and the singular are said alike.
                    ids = message.id if isinstance(message.id, tuple) else (message.id,)
                    text = message.string[0] if isinstance(message.string, tuple) else message.string
                    if ids[0] and text:
                        self.texts.setdefault(ids[0], text)

    def gettext(self, message: str) -> str:
        """The Korean of `message`, or `message` itself."""
        return self.texts.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Korean of the singular; without Korean the English form that fits `n`."""
        return self.texts.get(msgid1) or (msgid1 if n == 1 else msgid2)

    # Flask-Babel asks by these older names.
    ugettext = gettext
    ungettext = ngettext


def core_catalogue() -> Catalogue:
    """The catalogue of the core's own rooms; modules' catalogues are added as they are loaded."""
    return Catalogue([PACKAGE])


def say(catalogue: Catalogue, text: str, language: str, /, **values: Any) -> str:
    """`text` in `language` with its `%(name)s` filled; for places without a request, such as the command line."""
    said = catalogue.gettext(text) if language == "ko" else text
    return said % values if values else said


def current_language() -> str:
    """`ko` or `en`, as the person at the page reads it; Korean where there is no request."""
    locale = get_locale()
    return locale.language if locale else DEFAULT_LANGUAGE


def chosen_language() -> str:
    """The language chosen on this browser (`session["language"]`), else Korean."""
    chosen = session.get("language") if has_request_context() else None
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


class Words(Domain):  # type: ignore[misc]  # Flask-Babel carries no types
    """Stands where Flask-Babel looks for compiled catalogues, and gives ours."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.by_language = {"ko": catalogue, "en": Catalogue()}

    def get_translations(self) -> NullTranslations:
        """The catalogue of the request's language."""
        return self.by_language[current_language()]


class Speaker(Babel):  # type: ignore[misc]  # Flask-Babel carries no types
    """Flask-Babel that speaks from one catalogue held in memory."""

    words: Words

    @property
    def domain_instance(self) -> Words:
        """The words of the default domain; there is no other."""
        return self.words


def init_i18n(app: Flask, catalogue: Catalogue) -> None:
    """Make `_` in code and templates speak from this catalogue, in the language of the request."""
    speaker = Speaker()
    speaker.words = Words(catalogue)
    speaker.init_app(
        app, default_locale=DEFAULT_LANGUAGE, default_timezone="Asia/Seoul", locale_selector=chosen_language,
    )
