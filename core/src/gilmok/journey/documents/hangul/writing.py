"""Putting text into a Hangul document, in the look that the place already has."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from gilmok.journey.documents.hangul.places import WORD
from gilmok.journey.documents.hangul.tree import Element, below, like, texts

# What XML cannot hold. No page of ours keeps it, a case's own texts may.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Token: TypeAlias = Element | str  # a character, or an element that stands between two


def write(piece: Element, text: str) -> None:
    """Have a piece of text say this and nothing else."""
    put(piece, tokens_of(piece, text))


def replace_words(paragraph: Element, value_of: Callable[[str], str | None]) -> None:
    """Put values in the place of the {{words}} of a paragraph, across changes of its look too; one whose value is None
    stays."""
    there = list(tokens_in(texts(paragraph)))
    found = [(each.span(), value_of(each[1].strip())) for each in WORD.finditer(text_of(there))]
    known = [(span, value) for span, value in found if value is not None]
    for (start, end), value in reversed(known):
        there[start:end] = tokens_for(there[start][0], value)
    if known:
        rewrite(paragraph, there)


def text_of(tokens: Iterable[tuple[Element, Token]]) -> str:
    """What tokens say, a character each; an element is a space."""
    return "".join(token if isinstance(token, str) else " " for _piece, token in tokens)


def tokens_for(piece: Element, value: str) -> list[tuple[Element, Token]]:
    """A value as tokens of a piece."""
    return [(piece, token) for token in tokens_of(piece, value)]


def rewrite(paragraph: Element, tokens: Iterable[tuple[Element, Token]]) -> None:
    """Make each piece of a paragraph's text anew of its own tokens."""
    by_piece = defaultdict(list)
    for piece, token in tokens:
        by_piece[piece].append(token)
    for piece in texts(paragraph):
        put(piece, by_piece[piece])
    forget_lines(paragraph)


def tokens_in(pieces: Iterable[Element]) -> Iterator[tuple[Element, Token]]:
    """What pieces of text are made of, each token with its piece."""
    for piece in pieces:
        yield from ((piece, char) for char in piece.text or "")
        for child in piece:
            yield piece, child
            yield from ((piece, char) for char in child.tail or "")


def tokens_of(piece: Element, text: str) -> Iterator[Token]:
    """A text as a piece of text holds it: a new line as an element, nothing that XML cannot hold."""
    for char in UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\t", " ")):
        yield like(piece, "lineBreak") if char in "\r\n" else char


def put(piece: Element, tokens: Iterable[Token]) -> None:
    """Make a piece of text of these tokens."""
    made = list(tokens)
    del piece[:]
    said: list[list[str]] = [[]]
    breaks: list[Element] = []
    for token in made:
        if isinstance(token, str):
            said[-1].append(token)
        else:
            breaks.append(token)
            said.append([])
    # A run of letters at once: one after the other would copy all before it each time.
    piece.text = "".join(said[0])
    for element, letters in zip(breaks, said[1:], strict=True):
        element.tail = "".join(letters)
        piece.append(element)


def forget_lines(paragraph: Element) -> None:
    """Drop where Hangul last broke the lines of a paragraph: it breaks them anew when it opens the file."""
    for each in below(paragraph, "linesegarray"):
        paragraph.remove(each)
