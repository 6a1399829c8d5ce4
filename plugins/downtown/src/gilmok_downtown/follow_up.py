"""What the desks ask in a talk after the intake: what a labour attorney needs before writing anything."""

from gilmok.modules.api import FollowUpQuestion, Kind, Option, _
from gilmok_downtown.steps import BY_THE_PIECE, CUT_OFF, FEE_OWED, HARM, PLATFORM, SHOPS

QUESTIONS = (
    FollowUpQuestion(
        id="downtown.shop_days", targets=SHOPS, kind=Kind.TEXT,
        label=_("Who worked on which day"),
        hint=_("One day a line, with the number of people. The month before the event is what counts."),
    ),
    FollowUpQuestion(
        id="downtown.shop_orders", targets=SHOPS, kind=Kind.CODES, ask_when=BY_THE_PIECE,
        label=_("Signs of working under orders in the shop"),
        hint=_("Tick what the person describes, whether or not there is proof of it."),
        options=(
            Option(code="fixed_hours", title=_("Fixed hours")),
            Option(code="told_what", title=_("The shop says what is made, and by when")),
            Option(code="checked", title=_("Work is checked and sent back")),
            Option(code="may_not_refuse", title=_("Work cannot be refused")),
            Option(code="beside_employees", title=_("Same place and hours as the shop's employees")),
        ),
    ),
    FollowUpQuestion(
        id="downtown.shop_month", targets=SHOPS, kind=Kind.TEXT, ask_when=BY_THE_PIECE,
        label=_("Pieces, pay and hours of the last three months"),
        hint=_("One month a line; from the work book or payments into the account."),
    ),
    FollowUpQuestion(
        id="downtown.shop_registration", targets=SHOPS, kind=Kind.TEXT,
        label=_("Name, owner and registration number of the shop"),
        hint=_("As they stand on a paper; the number has ten digits."),
    ),
    FollowUpQuestion(
        id="downtown.shop_machine", targets=SHOPS, kind=Kind.TEXT, ask_when=HARM,
        label=_("Machine or chemical, and what is missing"),
        hint=_("Its name on the plate or label, and what would have protected."),
    ),
    FollowUpQuestion(
        id="downtown.app_others", targets=PLATFORM, kind=Kind.TEXT,
        label=_("Other platforms, and what each pays a month"),
        hint=_("Several can be added up for employment insurance."),
    ),
    FollowUpQuestion(
        id="downtown.app_evidence_kept", targets=PLATFORM, kind=Kind.CODES,
        label=_("Evidence that is saved by now"),
        hint=_("Ask them to keep the originals, and to send photographs now."),
        options=(
            Option(code="account", title=_("State of the account and notices")),
            Option(code="calls", title=_("Calls and routes")),
            Option(code="settlement", title=_("Settlement")),
            Option(code="terms", title=_("Contract or terms of use")),
            Option(code="messages", title=_("Messages with the company or agency")),
        ),
    ),
    FollowUpQuestion(
        id="downtown.app_reason_told", targets=PLATFORM, kind=Kind.TEXT, ask_when=CUT_OFF,
        label=_("Reason that the company gave for the account"),
        hint=_("In the words of the notice, and its day; 'none' if there was none."),
    ),
    FollowUpQuestion(
        id="downtown.app_settlement_due", targets=PLATFORM, kind=Kind.DATE, ask_when=FEE_OWED,
        label=_("Day on which the settlement was due"),
        hint=_("The time limit runs from it; with several, the oldest."),
    ),
)
