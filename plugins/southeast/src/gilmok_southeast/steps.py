"""What is done at each desk, step by step; no step claims more than the articles beside it, and the rest says so."""

from gilmok.modules.api import All, AnyOf, AtLeast, Has, In, Is, WorkStep, _
from gilmok_southeast.intake import HARM, MONEY, ON_CONTRACT

IT_DESK, TRANSPORT_DESK = ("southeast.it_desk",), ("southeast.transport_desk",)
MONEY_OWED = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "severance_pay"))
HOURS_COUNT = AnyOf(Has("topics", "working_hours"), Has("topics", "unpaid_wages"))
LONG_WEEKS = AnyOf(HARM, All(HOURS_COUNT, AtLeast("southeast.it_crunch_hours", 52)))

IT_STEPS = (
    WorkStep(
        id="southeast.it_status", targets=IT_DESK,
        when=AnyOf(ON_CONTRACT, In("southeast.it_income_form", ("business_income", "registered"))),
        title=_("Freelance or employed? Settle it first"),
        hint=_("Fixed hours, a desk at the client's, orders from day to day, one client alone: answer the questions "
               "below, then go through the status questions under 'Counselling'. 3.3 per cent does not settle it."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="southeast.it_records", targets=IT_DESK, when=HOURS_COUNT,
        title=_("Save the records of the hours before access ends"),
        hint=_("Commits in git, VPN log-ins, messenger, attendance, door records: dates and times only, no code and no "
               "business secrets. Attach them under 'Documents'."),
    ),
    WorkStep(
        id="southeast.it_ask_records", targets=IT_DESK, after=("southeast.it_records",), when=HOURS_COUNT,
        document="southeast.time_records_request",
        title=_("Ask the company for the time records"),
        hint=_("Ask the person first whether the company may learn of it while they still work there."),
    ),
    WorkStep(
        id="southeast.it_inclusive", targets=IT_DESK, when=All(HOURS_COUNT, Is("southeast.it_inclusive_wage", True)),
        title=_("Read the clause on the inclusive wage"),
        hint=_("How many hours, for which pay, since when. Courts accept it where hours are hard to measure; records "
               "speak against that."),
        basis=_("Supreme Court 2008Da6052, to be confirmed"),
    ),
    WorkStep(
        id="southeast.it_ordinary_wage", targets=IT_DESK, when=HOURS_COUNT, calculator="ordinary_wage",
        after=("southeast.it_inclusive",),
        title=_("Work out the ordinary wage an hour"),
        hint=_("By the hours agreed, with the weekly holiday. Since 19 December 2024 bonuses tied to being employed on "
               "a day count too; this last point is to be confirmed."),
        basis=_("Labour Standards Decree, art. 6"),
    ),
    WorkStep(
        id="southeast.it_overtime", targets=IT_DESK, when=HOURS_COUNT, calculator="southeast.overtime_log",
        after=("southeast.it_ordinary_wage", "southeast.it_ask_records"),
        title=_("Compute the overtime of the records against what was paid"),
        hint=_("Week by week. Below five employees without the premium. Night and holiday hours: by the law's own "
               "calculator of overtime, night and holiday pay."),
        basis=_("Labour Standards Act, art. 53 and 56"),
    ),
    WorkStep(
        id="southeast.it_scheme", targets=IT_DESK, after=("southeast.it_ordinary_wage",),
        before=("southeast.it_overtime",),
        when=All(HOURS_COUNT, In("southeast.it_worktime_scheme", ("flexitime", "discretionary", "averaged"))),
        title=_("Ask for the agreement on the working-time scheme"),
        hint=_("With whom it was made in writing, for which work and which period."),
        basis=_("Labour Standards Act, art. 51, 52 and 58 (3)"),
    ),
    WorkStep(
        id="southeast.it_overwork", targets=IT_DESK, when=LONG_WEEKS, calculator="overwork",
        title=_("Screen the long weeks for overwork"),
        hint=_("Over twelve weeks. With symptoms: a doctor first, then the accident claim."),
        basis=_("Notice 2026-14 of the Ministry of Employment and Labour"),
    ),
    WorkStep(
        id="southeast.it_dispatch", targets=IT_DESK, when=Is("southeast.it_command", "client"),
        title=_("Write down who really gives the orders: illegal dispatch?"),
        hint=_("Orders, attendance, evaluation and leave, with names and messages. Whether it is illegal dispatch, an "
               "attorney judges. Relief from discrimination: within six months."),
        basis=_("Temporary Agency Workers Act, art. 21 (3)"),
    ),
    WorkStep(
        id="southeast.it_fee", targets=IT_DESK, when=All(MONEY, ON_CONTRACT), document="demand_letter",
        after=("southeast.it_status",),
        title=_("Freelance fee: settle the due day, then demand it in writing"),
        hint=_("Answer the due day below: the shortest period may be one year. A demand stops the time only if a "
               "lawsuit follows within six months."),
        basis=_("Civil Act, art. 162 to 164 and 174"),
    ),
    WorkStep(
        id="southeast.it_petition", targets=IT_DESK, when=MONEY_OWED, document="petition",
        after=("southeast.it_status", "southeast.it_overtime"),
        title=_("Write the petition to the labour office"),
        hint=_("Of a freelancer only if they are held to be an employee: say in it why."),
    ),
)

TRANSPORT_STEPS = (
    WorkStep(
        id="southeast.transport_status", targets=TRANSPORT_DESK,
        title=_("Employed driver, or work without employment?"),
        hint=_("Who sets routes, hours and price, who may refuse or send a substitute: go through the status questions "
               "under 'Counselling'. A vehicle of one's own does not settle it alone."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="southeast.transport_vehicle", targets=TRANSPORT_DESK,
        when=In("southeast.transport_vehicle_of", ("entered", "own")),
        title=_("Vehicle: see registration, entry contract and loan"),
        hint=_("Who paid, who stands in the registration, what the contract says about its end. "
               "Rights from an entry contract: have a lawyer check."),
    ),
    WorkStep(
        id="southeast.transport_evidence", targets=TRANSPORT_DESK,
        title=_("Collect trips, settlements and deductions"),
        hint=_("Dispatch messages, waybills, settlement sheets, payments into the account, receipts for fuel; of "
               "three months at least."),
    ),
    WorkStep(
        id="southeast.transport_ask_statement", targets=TRANSPORT_DESK, when=MONEY,
        document="southeast.deduction_request",
        title=_("Ask the company for rates and deductions in detail"),
        hint=_("Ask the person first whether the company may learn of it while they still drive for it."),
    ),
    WorkStep(
        id="southeast.transport_deductions", targets=TRANSPORT_DESK, when=MONEY,
        after=("southeast.transport_evidence", "southeast.transport_ask_statement"),
        title=_("Hold each deduction against the contract"),
        hint=_("Fuel, entry fee, commission, penalties: which clause, since when. What may be taken off an "
               "employee's wage: have an attorney check."),
        basis=_("Labour Standards Act, art. 43"),
    ),
    WorkStep(
        id="southeast.transport_safe_rate", targets=TRANSPORT_DESK, calculator="southeast.safe_rate",
        when=All(Is("southeast.transport_role", "lorry"), In("southeast.transport_goods", ("container", "cement"))),
        title=_("Compare the freight with the safe rate"),
        hint=_("Trips from 2026 to 2028. Take the rate from the notice of that year."),
        basis=_("Trucking Transport Business Act, safe rates; the article is to be confirmed"),
    ),
    WorkStep(
        id="southeast.transport_fee", targets=TRANSPORT_DESK, when=MONEY, document="demand_letter",
        after=("southeast.transport_deductions", "southeast.transport_safe_rate"),
        title=_("Unpaid freight: settle the due day, then demand it in writing"),
        hint=_("Answer the due day below: the shortest period may be one year. A demand stops the time only if a "
               "lawsuit follows within six months."),
        basis=_("Civil Act, art. 162 to 164 and 174"),
    ),
    WorkStep(
        id="southeast.transport_accident", targets=TRANSPORT_DESK, when=HARM, document="accident_claim",
        title=_("Accident: is the work covered?"),
        hint=_("Employees always; without employment the 18 groups, with parcel, courier, designated driving and lorry "
               "owners among them."),
        basis=_("Industrial Accident Compensation Insurance Act, art. 91-15; Decree, art. 83-5"),
    ),
    WorkStep(
        id="southeast.transport_overwork", targets=TRANSPORT_DESK, calculator="overwork",
        when=AnyOf(HARM, Has("topics", "working_hours")),
        title=_("Screen the long weeks for overwork"),
        hint=_("Over twelve weeks; hours between 22:00 and 06:00 count 30 per cent more."),
        basis=_("Notice 2026-14 of the Ministry of Employment and Labour"),
    ),
    WorkStep(
        id="southeast.transport_petition", targets=TRANSPORT_DESK, document="petition",
        when=MONEY_OWED,
        after=("southeast.transport_status", "southeast.transport_deductions"),
        title=_("Employed and money owed: the petition to the labour office"),
        hint=_("Of a driver on contract only if they are held to be an employee: say in it why."),
    ),
)

STEPS = IT_STEPS + TRANSPORT_STEPS
