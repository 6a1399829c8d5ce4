"""A document of a case as PDF: exactly what its preview shows."""

from flask import render_template

from gilmok.ground.web.pdf import pdf_of_page
from gilmok.journey.case.models import Case
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.showing import Desk, letter


def pdf_of(case: Case, desk: Desk, document: Document) -> bytes | None:
    """The document as PDF, None where a module's letter has no text; raises NoPdf where this machine makes none."""
    about = letter(desk, document)
    return None if about["text"] is None else pdf_of_page(render_template("documents/print.html", case=case, **about))
