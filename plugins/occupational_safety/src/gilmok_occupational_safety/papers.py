"""The letters of the relief desk; their texts stand in `letters/`."""

from gilmok.modules.api import Blank, BlankKind, DocumentTemplate, _
from gilmok_occupational_safety.steps import DESK

NO_FORM = "정해진 서식 없음"

LETTERS = (
    DocumentTemplate(
        id="occupational_safety.records_request", targets=DESK, basis=NO_FORM,
        title=_("Request for records of hours, workplace and accident"),
        about=_("To the employer, for the accident claim: hours, measuring of the work environment, report of the "
                "accident"),
        required=(
            "client_name", "client_address", "employer_name",
            Blank(
                code="occupational_safety.records_of", label=_("Time that the records are of"),
                hint=_("For example the twelve weeks before it, or all years in this work"),
            ),
            Blank(
                code="occupational_safety.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY,
            ),
        ),
        optional=(
            "client_phone", "employer_representative", "employer_address", "job", "hired_on", "left_on", "accident_on",
            Blank(
                code="occupational_safety.more_records", label=_("Other records asked for"), holds=BlankKind.TEXT,
                hint=_("One a line"),
            ),
        ),
    ),
    DocumentTemplate(
        id="occupational_safety.statement", targets=DESK, basis=NO_FORM,
        title=_("Statement of facts by the worker"),
        about=_("To the Welfare Service, beside the claim: the work, and how the injury or illness came"),
        required=(
            "client_name", "client_phone", "employer_name", "job", "comwel",
            Blank(
                code="occupational_safety.usual_work", label=_("An ordinary day at work"), holds=BlankKind.TEXT,
                hint=_("From when to when, what was done, with what, how heavy, how often"),
            ),
            Blank(
                code="occupational_safety.how_it_came", label=_("How the injury or illness came"),
                holds=BlankKind.TEXT, hint=_("By the days: what happened or was felt, where, what was done then"),
            ),
        ),
        optional=(
            "client_address", "employer_address", "hired_on", "left_on", "accident_on", "accident_place", "hospital",
            Blank(
                code="occupational_safety.who_was_told", label=_("Who was told of it, and when"),
                holds=BlankKind.TEXT,
            ),
            "evidence",
        ),
    ),
    DocumentTemplate(
        id="occupational_safety.witness_statement", targets=DESK, basis=NO_FORM,
        title=_("Witness statement"),
        about=_("A sheet for somebody who saw it or worked there too, who fills it in by hand and signs it"),
        required=("client_name", "employer_name"),
        optional=("job", "accident_on", "accident_place"),
    ),
)
