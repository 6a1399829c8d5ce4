"""What the desks ask in a talk after the intake: what a labour attorney needs before writing anything."""

from gilmok.modules.api import All, FollowUpQuestion, Is, Kind, Option, _
from gilmok_southeast.intake import HARM, MONEY, ON_CONTRACT
from gilmok_southeast.steps import HOURS_COUNT, IT_DESK, TRANSPORT_DESK

QUESTIONS = (
    FollowUpQuestion(
        id="southeast.it_ties", targets=IT_DESK, kind=Kind.CODES, ask_when=ON_CONTRACT,
        label=_("Signs of working like an employee"),
        hint=_("Tick what the person describes, whether or not there is proof of it."),
        options=(
            Option(code="fixed_hours", title=_("Fixed hours")),
            Option(code="desk", title=_("A desk at the company or its client")),
            Option(code="daily_orders", title=_("Orders from day to day")),
            Option(code="leave_asked", title=_("Leave has to be asked for")),
            Option(code="one_client", title=_("Working for one client alone")),
        ),
    ),
    FollowUpQuestion(
        id="southeast.it_week_hours", targets=IT_DESK, kind=Kind.TEXT, ask_when=HOURS_COUNT,
        label=_("Hours of each week, by the records"),
        hint=_("One week a line, with the record that shows it; the last twelve weeks first."),
    ),
    FollowUpQuestion(
        id="southeast.it_fixed_pay", targets=IT_DESK, kind=Kind.WON, unit=_("won a month"),
        ask_when=Is("southeast.it_inclusive_wage", True),
        label=_("Paid as fixed overtime"),
        hint=_("From the pay slip or the contract; 0 if no sum is named."),
    ),
    FollowUpQuestion(
        id="southeast.it_orders_by", targets=IT_DESK, kind=Kind.TEXT, ask_when=Is("southeast.it_command", "client"),
        label=_("Who gives orders, approves leave and evaluates"),
        hint=_("Name of the firm and the position, and how: meeting, messenger, ticket."),
    ),
    FollowUpQuestion(
        id="southeast.transport_vehicle_paid", targets=TRANSPORT_DESK, kind=Kind.TEXT,
        ask_when=Is("southeast.transport_vehicle_of", "entered"),
        label=_("Entry contract: with whom, since when, what is paid for it"),
        hint=_("Monthly fee, deposit, loan; who holds the papers of the vehicle."),
    ),
    FollowUpQuestion(
        id="southeast.transport_deduction_list", targets=TRANSPORT_DESK, kind=Kind.TEXT, ask_when=MONEY,
        label=_("Deductions one by one"),
        hint=_("One a line: for what, how much a month, whether the contract names it."),
    ),
    FollowUpQuestion(
        id="southeast.transport_substitute", targets=TRANSPORT_DESK, kind=Kind.BOOL,
        label=_("Could somebody else be sent instead?"),
        hint=_("Say yes only if it has really been done, or would be allowed."),
    ),
    FollowUpQuestion(
        id="southeast.transport_on_duty", targets=TRANSPORT_DESK, kind=Kind.TEXT, ask_when=HARM,
        label=_("What was being done when it happened"),
        hint=_("Place, time, order or call; loading and waiting are part of it."),
    ),
    FollowUpQuestion(
        id="southeast.fee_due", targets=IT_DESK + TRANSPORT_DESK, kind=Kind.DATE, ask_when=All(MONEY, ON_CONTRACT),
        label=_("Day on which the fee was due"),
        hint=_("The time limit runs from it; with several, the oldest."),
    ),
)
