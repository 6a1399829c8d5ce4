"""Korean and English: one catalogue, made at start from the `translations/ko.po` of every room and module. Pages for
visitors are there in Chinese and Vietnamese, too, as far as their rooms and modules have a `zh.po` and a `vi.po`.

Source texts are English; each room keeps the Korean of its own words beside its code. Reading the `.po` files directly
leaves no compiled catalogue that could be stale; it costs about 0.1 s once a process.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from flask import Flask, current_app, g, has_request_context, session
from flask_babel import Babel, Domain
from flask_babel import lazy_gettext as _lazy
from flask_babel.speaklater import LazyString
from markupsafe import escape

from gilmok.ground.marking import SPEAKER, _marked, say

LANGUAGES = {"ko": "한국어", "en": "English"}
VISITORS_LANGUAGES = {**LANGUAGES, "zh": "中文", "vi": "Tiếng Việt"}
DEFAULT_LANGUAGE = "ko"
PACKAGE = Path(__file__).parents[1]

__all__ = [
    "DEFAULT_LANGUAGE", "LANGUAGES", "VISITORS_LANGUAGES", "Catalogue", "LazyString", "_", "_lazy", "_marked",
    "core_catalogue", "current_language", "in_language", "init_i18n", "ngettext", "say",
    "speaking", "titled", "words_now",
]


class Catalogue(NullTranslations):
    """The Korean of every English text (or its words in another `language`), found by the text itself; a text without
    is said in English."""

    def __init__(self, folders: Iterable[Path] = (), language: str = "ko") -> None:
        super().__init__()
        self.language = language
        self.texts: dict[str, str] = {}
        for folder in folders:
            self.add(folder)

    def add(self, folder: Path) -> None:
        """Take in the `translations/ko.po` below this folder's rooms; a text that is there already keeps its Korean."""
        for path in sorted(folder.glob(f"**/translations/{self.language}.po")):
            with path.open("rb") as file:
                for message in read_po(file, locale=self.language):
                    # Korean has one plural form, as have Chinese and Vietnamese: plural and singular are said alike.
                    text, korean = _first(message.id), _first(message.string)
                    if text and korean:
                        self.texts.setdefault(text, korean)

    def gettext(self, message: str) -> str:
        """The Korean of `message`, or `message` itself."""
        return self.texts.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Korean of the singular; without Korean the English form that fits `n`."""
        return self.texts.get(msgid1) or (msgid1 if n == 1 else msgid2)

    # Flask-Babel asks by these older names.
    ugettext = gettext
    ungettext = ngettext


def _first(forms: Any) -> str:
    """The singular of a message's forms."""
    return str(forms if isinstance(forms, str) else forms[0])


def core_catalogue() -> Catalogue:
    """The catalogue of the core's own rooms; modules' catalogues are added as they are loaded."""
    found = Catalogue()
    found.texts |= _of_the_core()
    return found


@cache
def _of_the_core() -> Mapping[str, str]:
    """The core's Korean, read once a process: a tenth of a second each time."""
    return Catalogue([PACKAGE]).texts


def current_language() -> str:
    """`ko` or `en`, as the person at the page reads it; Korean where there is no request. On pages for visitors it may
    be `zh` or `vi`."""
    return chosen_language()


def in_language(entry: Any, field: str) -> str:
    """The field of an entry that has it in both languages (`name`, `title`, `note`, …), in the reader's; in English for
    who reads neither."""
    text: str = getattr(entry, f"{field}_{'ko' if current_language() == 'ko' else 'en'}")
    return text


def chosen_language() -> str:
    """The language chosen on this browser (`session["language"]`), else Korean; of a page for visitors its own."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    if visitors := g.get("language"):
        return str(visitors)
    chosen = session.get("language")
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything in the block is said in this language, whoever reads the page: `with speaking("ko"): …` for a letter
    that goes to somebody else. In a request only."""
    before = {name: g.pop(name, None) for name in ("language", "words")}
    g.language = language
    try:
        yield
    finally:
        g.language, g.words = before.values()


ENGLISH = Catalogue()


# Flask-Babel's own functions ask for the locale and the domain anew for each word; a page says some hundred.
def _(text: str, /, **values: Any) -> str:
    """`text` in the language of the request, with its `%(name)s` filled; in English outside of an application."""
    said = words_now().gettext(text)
    return said % values if values else said


SPEAKER[0] = _


def titled(titles: Mapping[Any, str]) -> list[tuple[str, str]]:
    """Each code with its title in the language of the request, which is looked up once for all: what a field offers."""
    gettext = words_now().gettext
    return [(str(code), gettext(title)) for code, title in titles.items()]


def in_page(text: str, /, **values: Any) -> str:
    """`_` of templates. Jinja's own would fill a text even where nothing is to be filled, and fail on '100%'."""
    said = words_now().gettext(text)
    return escape(said) % values if values else said


def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
    """The form that fits `num`, in the language of the request, with `%(num)s` and the other `%(name)s` filled."""
    return words_now().ngettext(one, many, num) % {"num": num, **values}


def words_now() -> NullTranslations:
    """The catalogue of the request's language; looked up once a request, for a page says some hundred words."""
    try:
        found: NullTranslations | None = g.get("words")
    except RuntimeError:
        return ENGLISH
    if found is None:
        words: Words = current_app.extensions["words"]
        found = g.words = words.by_language[current_language()]
    return found


class Words(Domain):  # type: ignore[misc]  # Flask-Babel carries no types
    """Stands where Flask-Babel looks for compiled catalogues, and gives ours."""

    def __init__(self, catalogue: Catalogue, modules: Iterable[Path] = ()) -> None:
        super().__init__()
        folders = [PACKAGE, *modules]
        others = {code: Catalogue(folders, code) for code in VISITORS_LANGUAGES if code not in LANGUAGES}
        self.by_language = {"ko": catalogue, "en": Catalogue(), **others}

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


def init_i18n(app: Flask, catalogue: Catalogue, modules: Iterable[Path] = ()) -> None:
    """Make `_` in code and templates speak from this catalogue, in the language of the request; for visitors also from
    the `zh.po` and `vi.po` of the core's rooms and of these folders."""
    speaker = Speaker()
    speaker.words = Words(catalogue, modules)
    speaker.init_app(
        app, default_locale=DEFAULT_LANGUAGE, default_timezone="Asia/Seoul", locale_selector=chosen_language,
    )
    app.extensions["words"] = speaker.words
    templates: Any = app.jinja_env
    templates.install_gettext_callables(
        lambda text: words_now().gettext(text), lambda one, many, num: words_now().ngettext(one, many, num),
        newstyle=True,
    )
    templates.globals["gettext"] = templates.globals["_"] = in_page
