"""The letters of the desks; their texts stand in `letters/`."""

from gilmok.modules.api import Blank, BlankKind, BlankSource, DocumentTemplate, _
from gilmok_northeast.steps import ARTS, SEWING, SHOES

PERSON = ("client_name", "client_phone")
OTHER_SIDE = ("employer_name", "employer_representative", "employer_address")
ANSWER_UNTIL = Blank(code="northeast.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY)
WORK = Blank(
    code="northeast.work", label=_("Work or performance"), hint=_("Its title, and what the person did for it"),
)

LETTERS = (
    DocumentTemplate(
        id="northeast.piece_records", targets=SEWING + SHOES,
        title=_("Request for the price list and work records"),
        about=_("To the workshop: prices a piece, work and payments of the months in question"),
        required=(
            *PERSON, "employer_name",
            Blank(code="northeast.months", label=_("Months in question"), hint=_("For example 2026.5 to 2026.7")),
            ANSWER_UNTIL,
        ),
        optional=(
            "employer_representative", "employer_address", "job", "hired_on", "left_on",
            Blank(
                code="northeast.prices_told", label=_("Prices as the person knows them"), holds=BlankKind.TEXT,
                source=BlankSource.FACT, of="northeast.sewing_piece_table",
            ),
        ),
    ),
    DocumentTemplate(
        id="northeast.contract_request", targets=ARTS, basis="예술인 복지법 제4조의4",
        title=_("Request for a written contract"),
        about=_("To the client, where the contract is missing or does not state all that the law wants"),
        required=(
            *PERSON, "employer_name", WORK,
            Blank(
                code="northeast.missing_terms", label=_("What the contract does not state"), holds=BlankKind.TEXT,
                hint=_("By the check of the six things; one a line"),
            ),
            ANSWER_UNTIL,
        ),
        optional=("employer_representative", "employer_address"),
    ),
    DocumentTemplate(
        id="northeast.fee_demand", targets=ARTS, basis="정해진 서식 없음 (민법 제174조)",
        title=_("Demand for the fee"),
        about=_("To the client, by certified mail. It stops the clock only if a suit follows within six months."),
        required=(
            *PERSON, "client_address", *OTHER_SIDE, WORK,
            Blank(
                code="northeast.fee_owed", label=_("Fee still owed"), holds=BlankKind.WON, source=BlankSource.FACT,
                of="northeast.arts_unpaid_fee",
            ),
            Blank(
                code="northeast.fee_due_on", label=_("Day on which the fee was due"), holds=BlankKind.DAY,
                source=BlankSource.FACT, of="northeast.arts_fee_due",
            ),
            "story", "pay_until",
        ),
    ),
)
