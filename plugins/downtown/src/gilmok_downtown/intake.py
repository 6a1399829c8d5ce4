"""What an intake asks of workers in downtown's shops and on platforms; each question settles something in law."""

from gilmok.modules.api import All, AnyOf, Has, In, IntakeField, Kind, Option, _
from gilmok_downtown.rules import IN_A_SHOP, ON_A_PLATFORM

HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))
MONEY = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "unfair_trade"))

SHOP_FIELDS = (
    IntakeField(
        id="downtown.manufacturing_process", kind=Kind.CODE, ask_when=IN_A_SHOP,
        label=_("Trade of the shop"),
        hint=_("Ask what leaves the shop: printed sheets, rings, cut metal, clothes."),
        options=(
            Option(code="printing", title=_("Printing, bookbinding")),
            Option(code="jewellery", title=_("Jewellery")),
            Option(code="metal", title=_("Machines, metal")),
            Option(code="clothing", title=_("Clothing and its trimmings")),
            Option(code="shoes", title=_("Shoes, leather")),
            Option(code="food", title=_("Food making")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="downtown.manufacturing_floor", kind=Kind.CODE, ask_when=All(IN_A_SHOP, HARM),
        label=_("Where the workshop is"),
        hint=_("Ask for windows and a second way out."),
        options=(
            Option(code="basement", title=_("Basement")),
            Option(code="ground", title=_("Ground floor")),
            Option(code="upper", title=_("Upper floor")),
            Option(code="mixed", title=_("Among flats or shops")),
        ),
    ),
    IntakeField(
        id="downtown.manufacturing_pay", kind=Kind.CODES, ask_when=IN_A_SHOP,
        label=_("How the pay is counted"),
        hint=_("Several may hold: a monthly wage and something for each piece."),
        options=(
            Option(code="hourly", title=_("By the hour")),
            Option(code="daily", title=_("By the day")),
            Option(code="monthly", title=_("By the month")),
            Option(code="piece", title=_("By the piece")),
            Option(code="result", title=_("By results")),
        ),
    ),
    IntakeField(
        id="downtown.manufacturing_piece_rate", kind=Kind.WON, unit=_("won a piece"),
        ask_when=All(IN_A_SHOP, Has("downtown.manufacturing_pay", "piece")),
        label=_("Rate for a piece"),
        hint=_("The commonest kind of piece is enough; others go into the text."),
    ),
    IntakeField(
        id="downtown.manufacturing_headcount", kind=Kind.NUMBER, unit=_("people"), ask_when=IN_A_SHOP,
        label=_("People at work on an ordinary day"),
        hint=_("Ask to count the seats that were taken last week, part-timers and pieceworkers too, without the owner. "
               "Five or more decides on dismissal, overtime pay and annual leave."),
    ),
    IntakeField(
        id="downtown.manufacturing_family_workers", kind=Kind.NUMBER, unit=_("people"),
        ask_when=All(IN_A_SHOP, In("workplace_size", ("1_4", "5_9"))),
        label=_("Of these, the owner's family"),
        hint=_("They count towards the five if at least one other employee works there."),
    ),
    IntakeField(
        id="downtown.manufacturing_chain", kind=Kind.TEXT, ask_when=All(IN_A_SHOP, MONEY),
        label=_("Who gives the work to whom"),
        hint=_("From the client through subcontractors to the pieceworker."),
    ),
    IntakeField(
        id="downtown.manufacturing_registered", kind=Kind.BOOL, ask_when=IN_A_SHOP,
        label=_("Has the shop a business registration?"),
        hint=_("The number stands on a receipt, an invoice or a pay slip."),
    ),
    IntakeField(
        id="downtown.manufacturing_exposure", kind=Kind.CODES, ask_when=All(IN_A_SHOP, HARM),
        label=_("What one breathes or hears at work"),
        hint=_("Ask for the labels on cans: thinner, cleaner, glue."),
        options=(
            Option(code="solvents", title=_("Organic solvents")),
            Option(code="dust", title=_("Dust")),
            Option(code="noise", title=_("Noise")),
            Option(code="lead", title=_("Lead")),
        ),
    ),
    IntakeField(
        id="downtown.manufacturing_machine_guard", kind=Kind.BOOL, ask_when=All(IN_A_SHOP, HARM),
        label=_("Had the machine a guard that worked?"),
        hint=_("Covers, two-hand switches, emergency stops; say yes only if they were in use that day."),
    ),
)

PLATFORM_FIELDS = (
    IntakeField(
        id="downtown.platform_job", kind=Kind.CODE, ask_when=ON_A_PLATFORM,
        label=_("Work through the app"),
        hint=_("The job of the call in question, if there are several."),
        options=(
            Option(code="delivery", title=_("Food delivery")),
            Option(code="quick", title=_("Courier by motorcycle")),
            Option(code="designated_driver", title=_("Designated driving")),
            Option(code="parcel", title=_("Parcel delivery")),
            Option(code="care", title=_("Care, cleaning, household")),
            Option(code="creation", title=_("Web comics, creation")),
            Option(code="labelling", title=_("Data labelling")),
            Option(code="software_design", title=_("Software, design")),
            Option(code="teaching", title=_("Teaching")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="downtown.platform_name", kind=Kind.TEXT, ask_when=ON_A_PLATFORM,
        label=_("App, and the agency in between"),
        hint=_("The app's name and, for riders, the agency whose name stands on the settlement."),
    ),
    IntakeField(
        id="downtown.platform_account_status", kind=Kind.CODE, ask_when=ON_A_PLATFORM,
        label=_("State of the app account"),
        hint=_("Ask to read out the notice in the app, and to keep a picture of it."),
        options=(
            Option(code="normal", title=_("Working normally")),
            Option(code="limited", title=_("Fewer or no calls given")),
            Option(code="suspended", title=_("Account suspended")),
        ),
    ),
    IntakeField(
        id="downtown.platform_account_since", kind=Kind.DATE,
        ask_when=All(ON_A_PLATFORM, In("downtown.platform_account_status", ("limited", "suspended"))),
        label=_("Limited or suspended since"),
        hint=_("The day of the first notice, or of the last call."),
    ),
    IntakeField(
        id="downtown.platform_unpaid_settlement", kind=Kind.WON, unit=_("won"), ask_when=All(ON_A_PLATFORM, MONEY),
        label=_("Settlement not paid"),
        hint=_("The sum in the app's settlement page, before fees and insurance are taken off."),
    ),
    IntakeField(
        id="downtown.platform_accident_on_call", kind=Kind.BOOL, ask_when=All(ON_A_PLATFORM, HARM),
        label=_("Did it happen on a call?"),
        hint=_("From taking the call to handing over, and the way between two calls."),
    ),
    IntakeField(
        id="downtown.platform_insurance", kind=Kind.BOOL, ask_when=All(ON_A_PLATFORM, HARM),
        label=_("Is the vehicle insured for paid transport?"),
        hint=_("Household insurance does not pay for accidents at work; ask for the name on the policy."),
    ),
    IntakeField(
        id="downtown.platform_evidence", kind=Kind.BOOL, ask_when=ON_A_PLATFORM,
        label=_("Are pictures of the app and the call records kept?"),
        hint=_("If not: have them saved now, before the account is closed."),
    ),
)

FIELDS = SHOP_FIELDS + PLATFORM_FIELDS
