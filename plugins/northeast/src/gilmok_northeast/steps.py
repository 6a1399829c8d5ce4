"""What is done at each desk, step by step; no step claims more than the articles and judgments beside it."""

from gilmok.modules.api import AnyOf, AtLeast, Has, Is, Not, WorkStep, _

SEWING, SHOES, ARTS = ("northeast.sewing_desk",), ("northeast.shoes_desk",), ("northeast.arts_desk",)
MONEY_OWED = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "severance_pay"))
HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))

SEWING_STEPS = (
    WorkStep(
        id="northeast.sewing_status", targets=SEWING,
        title=_("Note what speaks for an employee"),
        hint=_("Hours, orders and checks, one shop alone, whose machines: answer the questions below, then go through "
               "the status questions under 'Counselling'. Paying by the piece alone does not settle it."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="northeast.sewing_ask_for_prices", targets=SEWING, document="northeast.piece_records",
        title=_("Ask the shop for the price list and the records"),
        hint=_("Ask the person first whether the shop may learn of it while they still work there."),
    ),
    WorkStep(
        id="northeast.sewing_evidence", targets=SEWING, after=("northeast.sewing_ask_for_prices",),
        title=_("Collect the evidence of pieces and hours"),
        hint=_("Work book, delivery notes, payments into the account, messages about orders, photographs of the shop "
               "and of the list of prices. Attach them under 'Documents'."),
    ),
    WorkStep(
        id="northeast.sewing_minimum_wage", targets=SEWING, after=("northeast.sewing_evidence",),
        calculator="piece_pay",
        title=_("Compute the minimum wage from the pieces"),
        hint=_("Pay of a month divided by the hours of that month; each month by itself."),
        basis=_("Labour Standards Decree, art. 6 (2), no. 6"),
    ),
    WorkStep(
        id="northeast.sewing_idle_season", targets=SEWING, when=AtLeast("northeast.sewing_idle_months", 1),
        title=_("Look at the months without work"),
        hint=_("From five employees on, suspension pay if the shop kept them waiting; after an end, unemployment "
               "benefit."),
        basis=_("Labour Standards Act, art. 46"),
    ),
    WorkStep(
        id="northeast.sewing_petition", targets=SEWING, when=MONEY_OWED, document="petition",
        after=("northeast.sewing_status", "northeast.sewing_minimum_wage"),
        title=_("Write the petition to the labour office"),
        hint=_("Say in it why the piece worker is an employee: the office asks that first."),
    ),
)

SHOE_STEPS = (
    WorkStep(
        id="northeast.shoes_status", targets=SHOES,
        title=_("Note what speaks for an employee, in spite of the registration"),
        hint=_("Uppers or soles, list of prices, work orders, rejected pairs, one factory alone, whose workshop: "
               "courts have held shoemakers with a registration of their own to be employees."),
        basis=_("Seoul Central District Court 2014Gahap569412, Seoul High Court 2017Na2010952"),
    ),
    WorkStep(
        id="northeast.shoes_ask_for_prices", targets=SHOES, document="northeast.piece_records",
        title=_("Ask the factory for the price list and the records"),
        hint=_("Ask the person first whether the factory may learn of it while they still work there."),
    ),
    WorkStep(
        id="northeast.shoes_tenure", targets=SHOES,
        title=_("Write down each factory, from when to when"),
        hint=_("Severance pay needs a year of service, and 15 hours a week on average."),
        basis=_("Severance Pay Act, art. 4 and 8"),
    ),
    WorkStep(
        id="northeast.shoes_severance", targets=SHOES, calculator="severance_pay",
        after=("northeast.shoes_tenure", "northeast.shoes_ask_for_prices"),
        when=Not(Is("still_employed", True)),
        title=_("Compute the severance pay"),
        hint=_("From the pay of the last three months, by the records or by payments into the account."),
        basis=_("Severance Pay Act, art. 4 and 8"),
    ),
    WorkStep(
        id="northeast.shoes_exposure", targets=SHOES, when=HARM, document="accident_claim",
        title=_("Symptoms: a doctor first, then the accident claim"),
        hint=_("Have the label of the glue or its safety sheet ready for the doctor."),
    ),
    WorkStep(
        id="northeast.shoes_petition", targets=SHOES, when=MONEY_OWED, document="petition",
        after=("northeast.shoes_status", "northeast.shoes_severance"),
        title=_("Write the petition to the labour office"),
        hint=_("Say in it why the shoemaker is an employee: the office asks that first."),
    ),
)

ARTS_STEPS = (
    WorkStep(
        id="northeast.arts_contract", targets=ARTS, calculator="northeast.artist_contract",
        title=_("Check whether the contract states the six things"),
        hint=_("Without any written contract, all six are missing."),
        basis=_("Artist Welfare Act, art. 4-4"),
    ),
    WorkStep(
        id="northeast.arts_ask_for_contract", targets=ARTS, after=("northeast.arts_contract",),
        document="northeast.contract_request",
        title=_("Ask the client for a written contract"),
        hint=_("Only where something is missing, and if the person wants the client to know."),
        basis=_("Artist Welfare Act, art. 4-4"),
    ),
    WorkStep(
        id="northeast.arts_fee_day", targets=ARTS, before=("northeast.arts_fee_demand",),
        title=_("Settle the day on which the fee was due"),
        hint=_("Enter it under 'Time limits': the shortest period may be one year."),
        basis=_("Civil Act, art. 162 to 164"),
    ),
    WorkStep(
        id="northeast.arts_fee_demand", targets=ARTS, document="northeast.fee_demand",
        when=AnyOf(Has("topics", "unpaid_wages"), Has("topics", "unfair_trade")),
        title=_("Demand the fee in writing"),
        hint=_("It stops the time only if a lawsuit follows within six months."),
        basis=_("Civil Act, art. 174"),
    ),
    WorkStep(
        id="northeast.arts_ombudsman", targets=ARTS,
        title=_("Unfair acts: report them to the Artists' Ombudsman?"),
        hint=_("Five kinds of acts can be reported to the ministry; go through them with the person."),
        basis=_("Artists' Rights Act, art. 13 and 28"),
    ),
    WorkStep(
        id="northeast.arts_insurance", targets=ARTS,
        title=_("Add up the contracts for artists' employment insurance"),
        hint=_("Contracts of 500,000 won a month and more, smaller ones added up; nine of the last 24 months for the "
               "benefit."),
        basis=_("Employment Insurance Act, art. 77-2; Decree, art. 104-5"),
    ),
)

STEPS = SEWING_STEPS + SHOE_STEPS + ARTS_STEPS
