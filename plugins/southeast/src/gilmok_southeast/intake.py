"""What an intake asks of workers in IT, transport and logistics; each question settles something in law."""

from gilmok.modules.api import All, AnyOf, Has, In, IntakeField, Is, Kind, Option, _
from gilmok_southeast.rules import IT, TRANSPORT

HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))
HOURS = AnyOf(Has("topics", "working_hours"), Has("topics", "unpaid_wages"), HARM)
MONEY = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "unfair_trade"))
ON_CONTRACT = In("employment_type", ("special", "platform", "freelancer"))

IT_FIELDS = (
    IntakeField(
        id="southeast.it_income_form", kind=Kind.CODE, ask_when=IT,
        label=_("How the pay is declared"),
        hint=_("A freelancer at 3.3 per cent who works fixed hours at the client's desk may be an employee."),
        options=(
            Option(code="insured", title=_("Wages, with the four insurances")),
            Option(code="business_income", title=_("Business income, 3.3 per cent withheld")),
            Option(code="registered", title=_("Own business registration")),
        ),
    ),
    IntakeField(
        id="southeast.it_inclusive_wage", kind=Kind.BOOL, ask_when=All(IT, HOURS),
        label=_("Is overtime included in the wage?"),
        hint=_("Look for 'all-inclusive' or 'fixed overtime' in the contract."),
    ),
    IntakeField(
        id="southeast.it_fixed_overtime", kind=Kind.NUMBER, unit=_("hours a month"),
        ask_when=All(IT, Is("southeast.it_inclusive_wage", True)),
        label=_("Overtime hours included"),
        hint=_("What was worked beyond these hours is still owed."),
    ),
    IntakeField(
        id="southeast.it_worktime_scheme", kind=Kind.CODE, ask_when=All(IT, HOURS),
        label=_("Working-time scheme"),
        hint=_("Discretionary, flexible and averaged hours need a written agreement with the workers' representative."),
        options=(
            Option(code="ordinary", title=_("Ordinary hours")),
            Option(code="flexitime", title=_("Flexible start and end")),
            Option(code="discretionary", title=_("Discretionary hours")),
            Option(code="averaged", title=_("Averaged hours")),
            Option(code="deemed", title=_("Deemed hours")),
        ),
    ),
    IntakeField(
        id="southeast.it_time_records", kind=Kind.CODES, ask_when=All(IT, HOURS),
        label=_("Records of the hours"),
        hint=_("Advise to save one's own records while access lasts, and no business secrets."),
        options=(
            Option(code="attendance", title=_("Attendance system")),
            Option(code="version_control", title=_("Version control and VPN logs")),
            Option(code="messenger", title=_("Messenger")),
            Option(code="door", title=_("Door and lift records")),
        ),
    ),
    IntakeField(
        id="southeast.it_crunch_hours", kind=Kind.NUMBER, unit=_("hours a week"), ask_when=All(IT, HOURS),
        label=_("Hours in the hardest weeks"),
        hint=_("The average of the last twelve weeks, if it can be said: over 52 and over 60 count for illness by "
               "overwork."),
    ),
    IntakeField(
        id="southeast.it_command", kind=Kind.CODE, ask_when=IT,
        label=_("Whose orders count day by day"),
        hint=_("Orders from the client to another firm's staff may be unlawful dispatch."),
        options=(
            Option(code="own_firm", title=_("One's own firm")),
            Option(code="client", title=_("The ordering firm")),
            Option(code="nobody", title=_("Nobody, only the result counts")),
        ),
    ),
    IntakeField(
        id="southeast.it_chain", kind=Kind.TEXT, ask_when=All(IT, MONEY),
        label=_("Project, client and firms in between"),
        hint=_("Who ordered the project, who carries it out, who pays this person."),
    ),
    IntakeField(
        id="southeast.it_delivery", kind=Kind.CODE, ask_when=All(IT, MONEY, ON_CONTRACT),
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
        id="southeast.it_restrictions", kind=Kind.CODES, ask_when=IT,
        label=_("What one had to sign"),
        hint=_("Ask when it was signed, and what was given for it."),
        options=(
            Option(code="noncompete", title=_("Ban on competing")),
            Option(code="secrecy", title=_("Secrecy")),
            Option(code="inventions", title=_("Inventions pass to the firm")),
        ),
    ),
)

TRANSPORT_FIELDS = (
    IntakeField(
        id="southeast.transport_role", kind=Kind.CODE, ask_when=TRANSPORT,
        label=_("Work in transport"),
        options=(
            Option(code="parcel", title=_("Parcel delivery")),
            Option(code="lorry", title=_("Lorry driver")),
            Option(code="quick", title=_("Courier by motorcycle")),
            Option(code="delivery", title=_("Food delivery")),
            Option(code="designated_driver", title=_("Designated driving")),
            Option(code="bus", title=_("Bus")),
            Option(code="taxi", title=_("Taxi")),
            Option(code="warehouse", title=_("Warehouse, sorting")),
        ),
    ),
    IntakeField(
        id="southeast.transport_vehicle_of", kind=Kind.CODE, ask_when=TRANSPORT,
        label=_("Whose vehicle"),
        hint=_("'Entered with a company' means: paid for by the driver, registered to the company."),
        options=(
            Option(code="entered", title=_("Entered with a company")),
            Option(code="own", title=_("One's own")),
            Option(code="company", title=_("The company's")),
            Option(code="none", title=_("No vehicle")),
        ),
    ),
    IntakeField(
        id="southeast.transport_vehicle_type", kind=Kind.TEXT,
        ask_when=All(TRANSPORT, Is("southeast.transport_role", "lorry")),
        label=_("Kind of lorry and its tonnage"),
    ),
    IntakeField(
        id="southeast.transport_goods", kind=Kind.CODE,
        ask_when=All(TRANSPORT, Is("southeast.transport_role", "lorry")),
        label=_("Goods carried"),
        hint=_("Containers and cement have safe freight rates from 2026 to 2028."),
        options=(
            Option(code="container", title=_("Containers")),
            Option(code="cement", title=_("Cement")),
            Option(code="steel", title=_("Steel")),
            Option(code="dangerous", title=_("Dangerous goods")),
            Option(code="general", title=_("General goods")),
        ),
    ),
    IntakeField(
        id="southeast.transport_rate", kind=Kind.WON, unit=_("won a trip"), ask_when=All(TRANSPORT, MONEY),
        label=_("Rate for a trip or a delivery"),
    ),
    IntakeField(
        id="southeast.transport_deductions", kind=Kind.WON, unit=_("won a month"), ask_when=All(TRANSPORT, MONEY),
        label=_("Taken off the pay"),
        hint=_("Fuel, entry fees, commission, penalties; all together."),
    ),
    IntakeField(
        id="southeast.transport_hours", kind=Kind.NUMBER, unit=_("hours a day"), ask_when=TRANSPORT,
        label=_("Hours at work"),
        hint=_("From the first call or loading to the last, waiting included."),
    ),
    IntakeField(
        id="southeast.transport_night_hours", kind=Kind.NUMBER, unit=_("hours a day"), ask_when=All(TRANSPORT, HOURS),
        label=_("Of these between 22:00 and 06:00"),
        hint=_("Night hours count 30 per cent more when illness by overwork is judged."),
    ),
    IntakeField(
        id="southeast.transport_volume", kind=Kind.NUMBER, unit=_("deliveries a day"),
        ask_when=All(TRANSPORT, In("southeast.transport_role", ("parcel", "quick", "delivery"))),
        label=_("Deliveries on an ordinary day"),
    ),
    IntakeField(
        id="southeast.transport_standard_contract", kind=Kind.BOOL, ask_when=All(TRANSPORT, ON_CONTRACT),
        label=_("Is there a standard contract?"),
        hint=_("Parcel and courier work has standard contracts; ask for the title of the paper."),
    ),
)

FIELDS = IT_FIELDS + TRANSPORT_FIELDS
