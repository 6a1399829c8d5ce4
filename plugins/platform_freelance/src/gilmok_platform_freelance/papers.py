"""The letter that asks for contract and settlements; its text stands in `letters/`. The demand is written in
`experts/`, with what the experts answered, and is kept by versions there."""

from gilmok.modules.api import Blank, BlankKind, BlankSource, DocumentTemplate, _
from gilmok_platform_freelance.steps import HARM

LETTERS = (
    DocumentTemplate(
        id="platform_freelance.records_request", targets=HARM, basis="정해진 서식 없음",
        title=_("Request for contract and settlements"),
        about=_("To the client or the platform: contract, orders, acceptance, settlements, reason for a limited "
                "account"),
        required=(
            "client_name", "client_phone",
            Blank(
                code="platform_freelance.addressee", label=_("Client or platform"), source=BlankSource.FACT,
                of="platform_freelance.client",
            ),
            Blank(
                code="platform_freelance.work", label=_("Work or service"),
                hint=_("What was agreed, and from when to when"),
            ),
            Blank(
                code="platform_freelance.answer_until", label=_("Answer asked for until"), holds=BlankKind.DAY,
            ),
        ),
        optional=(
            "client_address",
            Blank(
                code="platform_freelance.addressee_at", label=_("Address of the client or platform"),
            ),
            Blank(
                code="platform_freelance.limited_since", label=_("Limited or suspended since"), holds=BlankKind.DAY,
                source=BlankSource.FACT, of="platform_freelance.app_account_since",
            ),
        ),
    ),
)
