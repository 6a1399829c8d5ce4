"""The texts of the pages as they stand in code and templates, and their Korean as it stands in the catalogues."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract
from support.source import ROOT, Source, ours, package_folders, product

KEYWORDS: dict[str, Any] = {"_": None, "_lazy": None, "gettext": None, "ngettext": (1, 2), "_n": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)([sd])")
JINJA = re.compile(r"\{% block look %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ATTRIBUTE = re.compile(r"""[\w-]+="[^"]*"?""")  # as a macro holds them ready
OPTIONS = {"encoding": "utf-8", "extensions": "gilmok.ground.web.kept.Kept"}
WORD = re.compile(r"[A-Za-z]{2,}|[가-힣]+")
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title"}
ERRORS = "GilmokError"
# Letters to offices are in the language that the office reads, whichever the page around them is in.
LETTERS = "letters"


@dataclass(frozen=True)
class Korean:
    """One entry of a catalogue: an English text (`ids`, with its plural if it has one) and its Korean."""

    where: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    fuzzy: bool

    @property
    def wrong_placeholders(self) -> bool:
        """Whether the Korean names other values than the English."""
        wanted = {found for each in self.ids for found in PLACEHOLDER.findall(each)}
        return any(set(PLACEHOLDER.findall(text)) != wanted for text in self.texts)


@cache
def english() -> dict[str, dict[str, str]]:
    """Each English text of each distribution's folder, with a place where it stands."""
    return {str(folder.relative_to(ROOT)): dict(texts_of(folder)) for folder in package_folders()}


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts below a folder, each with its place."""
    name = str(folder.relative_to(ROOT))
    for path in [*ours("*.py", name), *ours("*.html", name), *ours("*.txt", name)]:
        extract: Any = extract_python if path.suffix == ".py" else babel_extract
        with path.open("rb") as file:
            for line, _, message, *_ in extract(file, KEYWORDS, (), OPTIONS):
                text = message[0] if isinstance(message, tuple) else message
                if text:
                    yield text, f"{path.relative_to(ROOT)}:{line}"
    yield from ((text, where) for text, where in errors() if where.startswith(name))


@cache
def errors() -> tuple[tuple[str, str], ...]:
    """The sentence of each error that a page can show: the docstring of every class below the first of them."""
    classes = [(node, source) for source in product() for node in source.tree.body if isinstance(node, ast.ClassDef)]
    known = {ERRORS}
    while more := {node.name for node, _ in classes if known & bases(node)} - known:
        known |= more
    return tuple((said(node), place(node, source)) for node, source in classes if node.name in known)


def bases(node: ast.ClassDef) -> set[str]:
    """The names of a class's bases."""
    return {base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases}


def said(node: ast.ClassDef) -> str:
    """What an error says: its whole docstring."""
    return (ast.get_docstring(node, clean=False) or "").strip()


def place(node: ast.ClassDef, source: Source) -> str:
    """Where a class stands."""
    return f"{source.where}:{node.lineno}"


@cache
def catalogues() -> dict[Path, Catalog]:
    """Every Korean catalogue of the checkout."""
    found = {}
    for path in ours("ko.po", "core/src", "plugins"):
        with path.open("rb") as file:
            found[path] = read_po(file, locale="ko", abort_invalid=True)
    return found


@cache
def korean() -> tuple[Korean, ...]:
    """Every entry of every catalogue, as it is written: the same text may stand in several."""
    return tuple(
        Korean(f"{path.relative_to(ROOT)}: {message.id!r}", several(message.id), several(message.string), message.fuzzy)
        for path, catalogue in catalogues().items() for message in catalogue if message.id
    )


def several(text: Any) -> tuple[str, ...]:
    """One text or several, as several."""
    return tuple(text) if isinstance(text, tuple | list) else (text,)


class Unmarked(HTMLParser):
    """Collects the words of a template that stand outside `_(…)`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Words of attributes that are read aloud or shown."""
        self.silent += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        """The end of what is not shown."""
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Words between the tags."""
        if not self.silent:
            self.found.append(data)


def unmarked(template: str) -> list[str]:
    """The words of a template that no catalogue knows."""
    parser = Unmarked()
    parser.feed(JINJA.sub(" ", template))
    parser.close()
    return [word for text in parser.found for word in WORD.findall(ATTRIBUTE.sub(" ", text))]
