"""What the desk for unfair harm and the monitoring ask in a talk after the intake."""

from gilmok.modules.api import All, AnyOf, FollowUpQuestion, Has, In, Is, Kind, Option, _
from gilmok_platform_freelance.rules import ON_A_PLATFORM
from gilmok_platform_freelance.steps import HARM, MONEY, MONITORED, MONITORING, PART, TAX

REJECTED = Is("platform_freelance.delivery", "rejected")
LIMITED = All(ON_A_PLATFORM, In("platform_freelance.app_account_status", ("limited", "suspended")))
CHANGED = AnyOf(
    Has("platform_freelance.unfair_clauses", "free_changes"), Has("platform_freelance.unfair_clauses", "fee_cut"),
)

HARM_QUESTIONS = (
    FollowUpQuestion(
        id="platform_freelance.signs", targets=HARM, scope=PART, kind=Kind.CODES,
        label=_("Signs of working under orders"),
        hint=_("Tick what the person describes, whether or not there is proof of it."),
        options=(
            Option(code="fixed_hours", title=_("Fixed hours")),
            Option(code="fixed_place", title=_("Fixed place of work")),
            Option(code="told_how", title=_("The client says how the work is done, and by when")),
            Option(code="may_not_refuse", title=_("Work cannot be refused")),
            Option(code="one_client", title=_("One client alone")),
            Option(code="no_substitute", title=_("Nobody else may be sent instead")),
            Option(code="monthly", title=_("A fixed sum each month")),
        ),
    ),
    FollowUpQuestion(
        id="platform_freelance.evidence", targets=HARM, scope=PART, kind=Kind.CODES,
        label=_("Evidence that there is"),
        hint=_("Ask them to keep the originals, and to send photographs now."),
        options=(
            Option(code="contract", title=_("Contract, or terms of the platform")),
            Option(code="messages", title=_("Messages with orders")),
            Option(code="changes", title=_("Messages about changes")),
            Option(code="handed_over", title=_("Message or file with which the work was handed over")),
            Option(code="accepted", title=_("The client's acceptance, or its use of the work")),
            Option(code="invoices", title=_("Invoices or settlements")),
            Option(code="payments", title=_("Payments into the account")),
        ),
    ),
    FollowUpQuestion(
        id="platform_freelance.fee_agreed", targets=HARM, scope=PART, kind=Kind.WON, unit=_("won"), ask_when=MONEY,
        label=_("Fee agreed for all of the work"),
    ),
    FollowUpQuestion(
        id="platform_freelance.handed_over_on", targets=HARM, scope=PART, kind=Kind.DATE,
        ask_when=All(MONEY, In("platform_freelance.delivery", ("delivered", "rejected"))),
        label=_("Handed over on"),
    ),
    FollowUpQuestion(
        id="platform_freelance.refused_because", targets=HARM, scope=PART, kind=Kind.TEXT, ask_when=REJECTED,
        label=_("Why the client refuses to accept it"),
        hint=_("In the client's words, and who said it when."),
    ),
    FollowUpQuestion(
        id="platform_freelance.changes_asked", targets=HARM, scope=PART, kind=Kind.TEXT, ask_when=CHANGED,
        label=_("Changes or cuts after the agreement"),
        hint=_("One a line: which, when, and what was said about the pay."),
    ),
    FollowUpQuestion(
        id="platform_freelance.account_reason", targets=HARM, scope=PART, kind=Kind.TEXT, ask_when=LIMITED,
        label=_("The reason that the platform gives"),
        hint=_("As it stands in the notice, and whether anything was answered to it."),
    ),
    FollowUpQuestion(
        id="platform_freelance.tax_papers", targets=HARM, scope=PART, kind=Kind.CODES, ask_when=TAX,
        label=_("Tax papers that there are"),
        options=(
            Option(code="withheld", title=_("Statement of tax withheld")),
            Option(code="invoices", title=_("Tax invoices")),
            Option(code="returns", title=_("Income tax returns")),
            Option(code="notice", title=_("Letter of the tax office")),
        ),
    ),
)

MONITORING_QUESTIONS = (
    FollowUpQuestion(
        id="platform_freelance.people_known", targets=MONITORING, scope=MONITORED, kind=Kind.NUMBER, unit=_("people"),
        label=_("How many people the union knows of"),
    ),
    FollowUpQuestion(
        id="platform_freelance.what_is_seen", targets=MONITORING, scope=MONITORED, kind=Kind.TEXT,
        label=_("What is the same in all of them"),
        hint=_("Without names of the people harmed."),
    ),
)

QUESTIONS = HARM_QUESTIONS + MONITORING_QUESTIONS
