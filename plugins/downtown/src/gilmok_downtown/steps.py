"""What is done at each desk, step by step; no step claims more than the articles beside it, and the rest says so."""

from gilmok.modules.api import AnyOf, Has, In, Is, Not, WorkStep, _

SHOPS, PLATFORM = ("downtown.manufacturing_desk",), ("downtown.platform_desk",)
MONEY_OWED = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "severance_pay"))
FEE_OWED = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "unfair_trade"))
HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))
BY_THE_PIECE = Has("downtown.manufacturing_pay", "piece")
CUT_OFF = In("downtown.platform_account_status", ("limited", "suspended"))

SHOP_STEPS = (
    WorkStep(
        id="downtown.shop_status", targets=SHOPS, when=BY_THE_PIECE,
        title=_("Note what speaks for an employee"),
        hint=_("Hours, orders and checks, one shop alone, whose tools: then go through the status questions under "
               "'Counselling'. Paying by the piece alone does not settle it."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="downtown.shop_headcount", targets=SHOPS, calculator="employees",
        title=_("Count the people day by day: five or more?"),
        hint=_("Everybody on each working day of the month before the event, part-timers and day labourers too, the "
               "owner's family if anybody else is employed; dispatched workers are left out."),
        basis=_("Labour Standards Decree, art. 7-2 and annexed table 1"),
    ),
    WorkStep(
        id="downtown.shop_ask_headcount", targets=SHOPS, after=("downtown.shop_headcount",),
        document="downtown.headcount_request",
        title=_("Ask the shop to confirm who worked on which day"),
        hint=_("Where the count is near five. Ask the person first whether the shop may learn of it while they still "
               "work there."),
    ),
    WorkStep(
        id="downtown.shop_registered", targets=SHOPS,
        title=_("Find the shop's name, owner and registration number"),
        hint=_("From a receipt, an invoice or a pay slip. The petition does not need the number, the request for the "
               "certificate of arrears asks for it."),
        basis=_("Wage Claim Guarantee Rule, art. 9-2 (2)"),
    ),
    WorkStep(
        id="downtown.shop_chain", targets=SHOPS, when=MONEY_OWED,
        title=_("Draw the chain from the client to the pieceworker"),
        hint=_("Who gave the work, who gave the orders, who paid. Whether one above answers for the wages is not "
               "settled here: have an attorney check."),
    ),
    WorkStep(
        id="downtown.shop_piece_pay", targets=SHOPS, when=BY_THE_PIECE, calculator="piece_pay",
        title=_("Turn the piece pay into an hourly wage"),
        hint=_("Pay of a month divided by the hours of that month; each month by itself."),
        basis=_("Labour Standards Decree, art. 6 (2), no. 6"),
    ),
    WorkStep(
        id="downtown.shop_premium", targets=SHOPS, calculator="premium_pay", after=("downtown.shop_headcount",),
        when=AnyOf(Has("topics", "working_hours"), Has("topics", "unpaid_wages")),
        title=_("Compute overtime, night and holiday pay"),
        hint=_("Below five employees the hours are paid without the premium."),
        basis=_("Labour Standards Act, art. 56"),
    ),
    WorkStep(
        id="downtown.shop_severance", targets=SHOPS, calculator="severance_pay", when=Not(Is("still_employed", True)),
        title=_("Compute the severance pay"),
        hint=_("After a year of service, with 15 hours a week on average; in shops below five employees too."),
        basis=_("Severance Pay Act, art. 4 and 8"),
    ),
    WorkStep(
        id="downtown.shop_danger", targets=SHOPS, when=HARM, document="accident_claim",
        title=_("Chemicals, or a machine without a guard: tell the safety desk"),
        hint=_("A doctor first, then the accident claim, in shops of every size. Where the city runs the "
               "occupational safety desk, ask it, and give it photographs of the machine and of the labels."),
    ),
    WorkStep(
        id="downtown.shop_petition", targets=SHOPS, when=MONEY_OWED, document="petition",
        after=("downtown.shop_registered", "downtown.shop_piece_pay", "downtown.shop_severance"),
        title=_("Write the petition to the labour office"),
        hint=_("Add the count of people and, for a pieceworker, why they are an employee."),
    ),
)

PLATFORM_STEPS = (
    WorkStep(
        id="downtown.app_evidence", targets=PLATFORM,
        title=_("Save the evidence of the app today"),
        hint=_("Pictures of account, notices, calls, settlement and messages, with the day in sight. Once the account "
               "is closed they may be gone. Attach them under 'Documents'."),
    ),
    WorkStep(
        id="downtown.app_status", targets=PLATFORM,
        title=_("Employee, or work without employment?"),
        hint=_("Who sets hours, place and price, who may refuse: go through the status questions under 'Counselling'. "
               "An employee has the petition, dismissal and severance rules as well."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="downtown.app_ask_reason", targets=PLATFORM, after=("downtown.app_evidence",), when=CUT_OFF,
        document="downtown.account_request",
        title=_("Ask the company why the account was limited, and for the settlement"),
        hint=_("By the way that the contract or the app names, and keep a copy."),
    ),
    WorkStep(
        id="downtown.app_accident_group", targets=PLATFORM, when=HARM, document="accident_claim",
        title=_("Accident insurance: is the job one of the 18 groups?"),
        hint=_("Couriers, parcel delivery, designated driving, software freelancers and others. Working for one "
               "platform alone is no condition any more; this last point is to be confirmed."),
        basis=_("Industrial Accident Compensation Insurance Act, art. 91-15; Decree, art. 83-5"),
    ),
    WorkStep(
        id="downtown.app_employment_group", targets=PLATFORM,
        title=_("Employment insurance: is the job one of the 17 groups?"),
        hint=_("A list of its own, not that of accident insurance. 800,000 won a month and more, several platforms "
               "added up on application; 12 of the last 24 months for the benefit."),
        basis=_("Employment Insurance Act, art. 77-6; Decree, art. 104-11"),
    ),
    WorkStep(
        id="downtown.app_due_day", targets=PLATFORM, when=FEE_OWED,
        title=_("Settle the day on which the settlement was due"),
        hint=_("Answer it below: the shortest period may be one year."),
        basis=_("Civil Act, art. 162 to 164"),
    ),
    WorkStep(
        id="downtown.app_demand", targets=PLATFORM, when=FEE_OWED, document="demand_letter",
        after=("downtown.app_due_day", "downtown.app_ask_reason"),
        title=_("Demand the settlement in writing"),
        hint=_("It stops the time only if a lawsuit follows within six months."),
        basis=_("Civil Act, art. 174"),
    ),
    WorkStep(
        id="downtown.app_mediation", targets=PLATFORM, when=FEE_OWED, after=("downtown.app_demand",),
        title=_("Unpaid still: mediation or a payment order?"),
        hint=_("The Labour-Management Development Foundation's centre for platform workers mediates without a fee "
               "(nosasos.or.kr, to be confirmed); else a payment order of the court."),
    ),
    WorkStep(
        id="downtown.app_together", targets=PLATFORM, after=("downtown.app_mediation",),
        title=_("Are others affected? Tell them of organising together"),
        hint=_("Since 10 March 2026 an employer under the Trade Union Act is also who really decides about the "
               "conditions. Unions are helped at every centre."),
        basis=_("Trade Union Act, art. 2"),
    ),
)

STEPS = SHOP_STEPS + PLATFORM_STEPS
