"""The letters of the desks; their texts stand in `letters/`."""

from gilmok.modules.api import Blank, BlankKind, BlankSource, DocumentTemplate, _
from gilmok_southwest.steps import DIGITAL_DESK, RESEARCH_DESK

PERSON = ("client_name", "client_phone")
OTHER_SIDE = ("employer_representative", "employer_address")
ANSWER_UNTIL = Blank(code="southwest.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY)

LETTERS = (
    DocumentTemplate(
        id="southwest.protection_request", targets=DIGITAL_DESK, basis="산업안전보건법 제41조",
        title=_("Request for protection from customers' abuse"),
        about=_("To the employer: what happened, and what is asked for"),
        required=(
            *PERSON, "employer_name",
            Blank(
                code="southwest.abuse", label=_("What happened"), holds=BlankKind.TEXT, source=BlankSource.FACT,
                of="southwest.digital_abuse_what", hint=_("Without the names of customers"),
            ),
            Blank(
                code="southwest.measures", label=_("What is asked for"), holds=BlankKind.TEXT,
                hint=_("For example: stop the work or change it, a longer break, treatment and counselling"),
            ),
            ANSWER_UNTIL,
        ),
        optional=(*OTHER_SIDE, "department", "job"),
    ),
    DocumentTemplate(
        id="southwest.noncompete_reply", targets=RESEARCH_DESK,
        title=_("Reply to a threat about a ban on competing"),
        about=_("To the company: asks for the agreement, what it protects, and what was paid for it; concedes nothing"),
        required=(
            *PERSON, "employer_name",
            Blank(code="southwest.threatened_on", label=_("Day of the company's message"), holds=BlankKind.DAY),
            ANSWER_UNTIL,
        ),
        optional=(
            *OTHER_SIDE, "department", "hired_on", "left_on",
            Blank(
                code="southwest.threat", label=_("What the company demanded"), holds=BlankKind.TEXT,
                hint=_("In its own words"),
            ),
        ),
    ),
)
