"""The letters of modules: which a case offers, and their text, which is a template in the module's package."""

from functools import cache

import structlog
from flask import current_app
from markupsafe import Markup

from gilmok.ground.errors import NotFound
from gilmok.journey.documents.catalogue import BLANKS, DOCUMENTS, fitting_first
from gilmok.journey.documents.declared import Blank, Document
from gilmok.journey.documents.filling import Filled
from gilmok.modules.at_desk import AtDesk
from gilmok.modules.current import registry
from gilmok.modules.papers import DocumentTemplate
from gilmok.modules.registry import Registry


def offered(at: AtDesk, topic: str) -> list[Document]:
    """Every document that can be made from a case of this topic at this desk: the desk's own letters first."""
    return [*map(as_document, at.letters), *fitting_first(topic)]


def document_of(code: str, at: AtDesk) -> Document:
    """The document of this code, the core's or one of this desk; raises NotFound."""
    found = DOCUMENTS.get(code) or next((as_document(each) for each in at.letters if each.id == code), None)
    if found is None:
        raise NotFound
    return found


@cache
def as_document(letter: DocumentTemplate) -> Document:
    """A module's letter as the core's own documents are declared."""
    return Document(
        code=letter.id, title=letter.title, about=letter.about, basis=letter.basis, language=letter.language,
        required=tuple(map(blank_of, letter.required)), optional=tuple(map(blank_of, letter.optional)),
        module=Registry.module_of(letter.id),
    )


def blank_of(blank: Blank | str) -> Blank:
    """A blank, or the core's of this code."""
    return blank if isinstance(blank, Blank) else BLANKS[blank]


def text_of(filled: Filled) -> Markup | None:
    """The text of a module's letter with these blanks; None where it cannot be made, which is logged."""
    document, words = filled.document, filled.words()
    name = document.code.partition(".")[2]
    values = {"v": words, "own": {code.partition(".")[2]: said for code, said in words.items() if "." in code}}
    try:
        folder = registry().modules[document.module].folder
        source = (folder / f"letters/{name}.html").read_text("utf-8") if folder else ""
        return Markup(current_app.jinja_env.from_string(source).render(**values, total=filled.total))
    except Exception as error:
        # Whatever a module's template does: there is no letter then, and the page says so and lists what is missing.
        structlog.get_logger().error("module_letter_failed", document=document.code, exc_info=error)
        return None
