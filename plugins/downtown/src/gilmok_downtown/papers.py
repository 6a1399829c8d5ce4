"""The letters of the desks; their texts stand in `letters/`."""

from gilmok.modules.api import Blank, BlankKind, BlankSource, DocumentTemplate, _
from gilmok_downtown.steps import PLATFORM, SHOPS

PERSON = ("client_name", "client_phone")
OTHER_SIDE = ("employer_representative", "employer_address")
ANSWER_UNTIL = Blank(code="downtown.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY)

LETTERS = (
    DocumentTemplate(
        id="downtown.headcount_request", targets=SHOPS, basis="근로기준법 시행령 제7조의2",
        title=_("Request to confirm the number of employees"),
        about=_("To the shop: who worked on which day of the month in question"),
        required=(
            *PERSON, "employer_name",
            Blank(code="downtown.month", label=_("Month in question"), hint=_("For example 2026.10.1 to 2026.10.31")),
            ANSWER_UNTIL,
        ),
        optional=(
            *OTHER_SIDE, "job", "hired_on", "left_on",
            Blank(
                code="downtown.days_known", label=_("People by day, as the person knows it"), holds=BlankKind.TEXT,
                source=BlankSource.FACT, of="downtown.shop_days",
            ),
        ),
    ),
    DocumentTemplate(
        id="downtown.account_request", targets=PLATFORM,
        title=_("Question about the account and the settlement"),
        about=_("To the platform or the agency: the reason, its evidence, the way to object, the settlement"),
        required=(
            *PERSON, "employer_name",
            Blank(code="downtown.account", label=_("Account"), hint=_("The name or number shown in the app")),
            ANSWER_UNTIL,
        ),
        optional=(
            *OTHER_SIDE,
            Blank(
                code="downtown.limited_since", label=_("Limited or suspended since"), holds=BlankKind.DAY,
                source=BlankSource.FACT, of="downtown.platform_account_since",
            ),
            Blank(
                code="downtown.reason_told", label=_("Reason that the company gave for the account"),
                holds=BlankKind.TEXT, source=BlankSource.FACT, of="downtown.app_reason_told",
            ),
            Blank(
                code="downtown.unpaid", label=_("Settlement not paid"), holds=BlankKind.WON, source=BlankSource.FACT,
                of="downtown.platform_unpaid_settlement",
            ),
        ),
    ),
)
