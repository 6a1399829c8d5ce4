"""What an intake asks of platform workers and freelancers where the pilot is on."""

from gilmok.modules.api import All, AnyOf, Has, In, IntakeField, Kind, Option, _
from gilmok_platform_freelance.rules import ON_A_PLATFORM, WITHOUT_EMPLOYMENT

MONEY = AnyOf(Has("topics", "unfair_trade"), Has("topics", "unpaid_wages"))
TERMS = AnyOf(MONEY, Has("topics", "rights_violation"))
BY_ORDER = In("employment_type", ("freelancer", "artist"))

ACCOUNT_FIELDS = (
    IntakeField(
        id="platform_freelance.app_account_status", kind=Kind.CODE, ask_when=ON_A_PLATFORM, scope="unfair_harm",
        label=_("State of the app account"),
        hint=_("Ask to read out the notice in the app, and to keep a picture of it."),
        options=(
            Option(code="normal", title=_("Working normally")),
            Option(code="limited", title=_("Fewer or no calls given")),
            Option(code="suspended", title=_("Account suspended")),
        ),
    ),
    IntakeField(
        id="platform_freelance.app_account_since", kind=Kind.DATE, scope="unfair_harm",
        ask_when=All(ON_A_PLATFORM, In("platform_freelance.app_account_status", ("limited", "suspended"))),
        label=_("Limited or suspended since"),
        hint=_("The day of the first notice, or of the last call."),
    ),
    IntakeField(
        id="platform_freelance.app_evidence", kind=Kind.BOOL, ask_when=ON_A_PLATFORM, scope="unfair_harm",
        label=_("Are pictures of the app and the call records kept?"),
        hint=_("If not: have them saved now, before the account is closed."),
    ),
)

CONTRACT_FIELDS = (
    IntakeField(
        id="platform_freelance.contract_channel", kind=Kind.CODE, ask_when=All(WITHOUT_EMPLOYMENT, TERMS),
        scope="unfair_harm",
        label=_("How the contract was made"),
        hint=_("Messages and mails count as evidence of a spoken contract."),
        options=(
            Option(code="paper", title=_("On paper")),
            Option(code="electronic", title=_("Electronically")),
            Option(code="spoken", title=_("Spoken")),
            Option(code="platform_terms", title=_("By the platform's terms")),
        ),
    ),
    IntakeField(
        id="platform_freelance.client", kind=Kind.TEXT, ask_when=All(WITHOUT_EMPLOYMENT, TERMS), scope="unfair_harm",
        label=_("Client, and its business registration number"),
        hint=_("From an invoice or the tax office's look-up; the name alone is enough to begin."),
    ),
    IntakeField(
        id="platform_freelance.delivery", kind=Kind.CODE, ask_when=All(BY_ORDER, MONEY), scope="unfair_harm",
        label=_("State of the work"),
        hint=_("Ask for the message with which it was handed over."),
        options=(
            Option(code="not_begun", title=_("Not begun")),
            Option(code="in_progress", title=_("Under way")),
            Option(code="delivered", title=_("Handed over")),
            Option(code="rejected", title=_("Handed over, acceptance refused")),
        ),
    ),
    IntakeField(
        id="platform_freelance.unpaid_fee", kind=Kind.WON, unit=_("won"), ask_when=All(WITHOUT_EMPLOYMENT, MONEY),
        scope="unfair_harm",
        label=_("Fee still owed"),
        hint=_("Without deposits already paid, before tax."),
    ),
    IntakeField(
        id="platform_freelance.payment_due", kind=Kind.DATE, ask_when=All(WITHOUT_EMPLOYMENT, MONEY),
        scope="unfair_harm",
        label=_("Day on which the fee was due"),
        hint=_("Some fees of performers lapse after one year, others after three or ten: ask even if it is long ago."),
    ),
    IntakeField(
        id="platform_freelance.unfair_clauses", kind=Kind.CODES, ask_when=All(WITHOUT_EMPLOYMENT, TERMS),
        scope="unfair_harm",
        label=_("Unfair terms"),
        options=(
            Option(code="fee_cut", title=_("Fee cut afterwards")),
            Option(code="late_payment", title=_("Payment put off")),
            Option(code="free_changes", title=_("Changes without pay")),
            Option(code="penalty", title=_("Excessive penalty")),
            Option(code="rights_taken", title=_("All rights handed over")),
            Option(code="termination", title=_("Ended at any time, one-sidedly")),
        ),
    ),
    IntakeField(
        id="platform_freelance.tax_matters", kind=Kind.CODES, ask_when=All(WITHOUT_EMPLOYMENT, Has("topics", "tax")),
        scope="unfair_harm",
        label=_("Tax matters"),
        options=(
            Option(code="withholding", title=_("Tax withheld, 3.3 per cent")),
            Option(code="invoice", title=_("Tax invoice")),
            Option(code="income_tax", title=_("Yearly income tax return")),
        ),
    ),
    IntakeField(
        id="platform_freelance.escrow", kind=Kind.BOOL, ask_when=All(BY_ORDER, MONEY), scope="unfair_harm",
        label=_("Was the fee secured through Seoul Freelance On?"),
        hint=_("The city's service for electronic contracts and secured payment; it also settles disputes."),
    ),
)

FIELDS = ACCOUNT_FIELDS + CONTRACT_FIELDS
