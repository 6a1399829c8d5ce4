"""The letters of the desks; their texts stand in `letters/`."""

from gilmok.modules.api import Blank, BlankKind, BlankSource, DocumentTemplate, _
from gilmok_southeast.steps import IT_DESK, TRANSPORT_DESK

PERSON = ("client_name", "client_phone")
OTHER_SIDE = ("employer_representative", "employer_address")
ANSWER_UNTIL = Blank(code="southeast.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY)
MONTHS = Blank(code="southeast.months", label=_("Months in question"), hint=_("For example 2026.5 to 2026.7"))

LETTERS = (
    DocumentTemplate(
        id="southeast.time_records_request", targets=IT_DESK,
        title=_("Request for the time records"),
        about=_("To the company: attendance, log-ins and overtime paid in the months in question"),
        required=(*PERSON, "employer_name", MONTHS, ANSWER_UNTIL),
        optional=(*OTHER_SIDE, "department", "job", "hired_on", "left_on"),
    ),
    DocumentTemplate(
        id="southeast.deduction_request", targets=TRANSPORT_DESK,
        title=_("Request for rates and deductions in detail"),
        about=_("To the transport company: trips, rates, deductions and their grounds"),
        required=(*PERSON, "employer_name", MONTHS, ANSWER_UNTIL),
        optional=(
            *OTHER_SIDE, "job",
            Blank(
                code="southeast.deductions_known", label=_("Deductions as the person knows them"), holds=BlankKind.TEXT,
                source=BlankSource.FACT, of="southeast.transport_deduction_list",
            ),
        ),
    ),
)
