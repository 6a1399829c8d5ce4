"""The XML of a Hangul document: read without entities, document types or the network, and written as it was."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from gilmok.journey.documents.hangul.refusals import NotWellMade, TooMuch

MOST_ELEMENTS = 100_000
Element: TypeAlias = Any  # lxml carries no types


def parsed(content: bytes) -> Element:
    """The root of a part; raises NotWellMade for what is no XML, and for XML that declares anything of its own, TooMuch
    for more than a form has."""
    reader = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotWellMade from error
    if root.getroottree().docinfo.doctype:
        raise NotWellMade
    if root.xpath("count(//*)") > MOST_ELEMENTS:
        raise TooMuch
    return root


def written(root: Element) -> bytes:
    """A root as the content of its part."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def kind(element: Element) -> str:
    """The name of an element without its namespace, which differs between versions of the format; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def like(element: Element, name: str, **attributes: str) -> Element:
    """A new element of the same namespace as another."""
    made: Element = element.makeelement(etree.QName(etree.QName(element).namespace, name), attributes)
    return made


def below(element: Element, *path: str) -> list[Element]:
    """The elements on this path below another, each step one level down."""
    found = [element]
    for step in path:
        found = [child for each in found for child in each if kind(child) == step]
    return found


def paragraphs(cell: Element) -> list[Element]:
    """The paragraphs of a cell, without those of tables in it."""
    return below(cell, "subList", "p")


def texts(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph, without those of tables in it."""
    return below(paragraph, "run", "t")


def said(paragraph: Element) -> str:
    """What a paragraph says; a forced line break is a space."""
    return "".join(words(piece) for piece in texts(paragraph))


def words(piece: Element) -> str:
    """What a piece of text says."""
    return (piece.text or "") + "".join((" " if kind(each) else "") + (each.tail or "") for each in piece)


def everywhere(root: Element, name: str) -> Iterator[Element]:
    """Every element of this name, in the order of the text."""
    return (each for each in root.iter() if kind(each) == name)
