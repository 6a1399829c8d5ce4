"""What the desks ask in a talk after the intake: what a labour attorney needs before writing anything."""

from gilmok.modules.api import FollowUpQuestion, Is, Kind, Option, _
from gilmok_southwest.intake import ARREARS
from gilmok_southwest.steps import BAN, CUSTOMERS_ABUSE, DIGITAL_DESK, RESEARCH_DESK

QUESTIONS = (
    FollowUpQuestion(
        id="southwest.digital_last_paid", targets=DIGITAL_DESK, kind=Kind.DATE, ask_when=ARREARS,
        label=_("Last payday on which all was paid"),
        hint=_("Enter the paydays after it under 'Time limits'."),
    ),
    FollowUpQuestion(
        id="southwest.digital_signs_seen", targets=DIGITAL_DESK, kind=Kind.TEXT, ask_when=ARREARS,
        label=_("What the company said and what was seen"),
        hint=_("With the day: notice about closing, office emptied, messages from the representative."),
    ),
    FollowUpQuestion(
        id="southwest.digital_place", targets=DIGITAL_DESK, kind=Kind.CODE,
        label=_("Where the work was mostly done"),
        hint=_("It helps to find the labour office; by the last three months."),
        options=(
            Option(code="office", title=_("At the company's office")),
            Option(code="home", title=_("At home or elsewhere")),
            Option(code="client", title=_("At a client's")),
        ),
    ),
    FollowUpQuestion(
        id="southwest.digital_abuse_what", targets=DIGITAL_DESK, kind=Kind.TEXT, ask_when=CUSTOMERS_ABUSE,
        label=_("Abuse by customers: when, and what the company did"),
        hint=_("No names of customers. Was the call ended, a break given, help offered?"),
    ),
    FollowUpQuestion(
        id="southwest.rnd_first_day", targets=RESEARCH_DESK, kind=Kind.DATE,
        label=_("First day of the first contract"),
        hint=_("With this institution, whichever project it was."),
    ),
    FollowUpQuestion(
        id="southwest.rnd_contract_list", targets=RESEARCH_DESK, kind=Kind.TEXT,
        label=_("Contracts, from when to when"),
        hint=_("One a line, with its project; write breaks, too."),
    ),
    FollowUpQuestion(
        id="southwest.rnd_ban_text", targets=RESEARCH_DESK, kind=Kind.TEXT, ask_when=BAN,
        label=_("Words of the ban on competing"),
        hint=_("Which firms or work, where, how long, what is paid for it, what is threatened."),
    ),
    FollowUpQuestion(
        id="southwest.rnd_invention_use", targets=RESEARCH_DESK, kind=Kind.TEXT,
        ask_when=Is("southwest.rnd_invention", True),
        label=_("Invention: number, inventors, who uses it"),
        hint=_("From the application or the company's notice."),
    ),
)
