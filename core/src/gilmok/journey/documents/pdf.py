"""A document of a case as PDF: exactly what its preview shows."""

from flask import render_template

from gilmok.ground.web.pdf import pdf_of_page
from gilmok.journey.case.models import Case
from gilmok.journey.documents.declared import Document
from gilmok.journey.documents.showing import Desk, letter


def pdf_of(case: Case, desk: Desk, document: Document) -> bytes:
    """The document as PDF; raises NoPdf where this machine cannot make one."""
    return pdf_of_page(render_template("documents/print.html", case=case, **letter(desk, document)))
