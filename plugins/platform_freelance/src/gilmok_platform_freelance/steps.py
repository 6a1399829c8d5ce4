"""What is done at the desk for unfair harm, and with what a union reports, step by step.

Experts, the letter to the client and the comparison of prices have pages of their own, to which the case leads below
these steps; the steps point there and write nothing twice.
"""

from gilmok.modules.api import AnyOf, Has, In, WorkStep, _
from gilmok_platform_freelance.rules import ON_A_PLATFORM

HARM, MONITORING = ("platform_freelance.unfair_harm_desk",), ("platform_freelance.monitoring",)
PART, MONITORED, PRICES = "unfair_harm", "monitoring", "unit_prices"
MONEY = AnyOf(Has("topics", "unfair_trade"), Has("topics", "unpaid_wages"))
TAX = Has("topics", "tax")
# The two lists of jobs name dependent contractors, platform workers and software freelancers.
ON_A_LIST = In("employment_type", ("special", "platform", "freelancer"))

FIRST_STEPS = (
    WorkStep(
        id="platform_freelance.status", targets=HARM, scope=PART,
        title=_("Look whether it is employment after all"),
        hint=_("Answer the questions below, then go through the status questions under 'Counselling'. If it is: wages, "
               "severance pay and the labour office are open. A contract of services or 3.3 per cent does not settle "
               "it."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="platform_freelance.app_pictures", targets=HARM, scope=PART, when=ON_A_PLATFORM,
        title=_("Have the app's notices and call records kept now"),
        hint=_("Pictures of the notice, the terms, the calls and the settlements, before the account is closed."),
    ),
    WorkStep(
        id="platform_freelance.contract_and_messages", targets=HARM, scope=PART,
        title=_("Collect the contract and the messages"),
        hint=_("Without a written contract, messages and mails show what was agreed. Attach them under 'Documents'."),
    ),
    WorkStep(
        id="platform_freelance.ask_for_records", targets=HARM, scope=PART,
        document="platform_freelance.records_request", after=("platform_freelance.contract_and_messages",),
        title=_("Ask the client or platform for contract and settlements"),
        hint=_("Only if the person wants the client to know; an answer helps, no answer is noted too."),
    ),
)

FEE_STEPS = (
    WorkStep(
        id="platform_freelance.delivered", targets=HARM, scope=PART, when=MONEY,
        title=_("Evidence of delivery and acceptance"),
        hint=_("The message with which the work was handed over, the answer to it, and any use that the client makes "
               "of it."),
    ),
    WorkStep(
        id="platform_freelance.fee_day", targets=HARM, scope=PART, when=MONEY,
        before=("platform_freelance.demand",),
        title=_("Settle the day on which the fee was due"),
        hint=_("Enter it under 'Time limits': the shortest period may be one year."),
        basis=_("Civil Act, art. 162 to 164"),
    ),
    WorkStep(
        id="platform_freelance.compare", targets=HARM, scope=PRICES, when=MONEY,
        title=_("Compare what was paid with the published unit price"),
        hint=_("Below, if the city has published this kind of work. It is no minimum price of "
               "law."),
    ),
    WorkStep(
        id="platform_freelance.ask_expert", targets=HARM, scope=PART,
        title=_("Ask an expert for law or tax"),
        hint=_("'Find an expert' below; without consent the question goes without the name. "
               "Ask also in which period the fee lapses."),
    ),
    WorkStep(
        id="platform_freelance.demand", targets=HARM, scope=PART, when=MONEY,
        after=("platform_freelance.ask_expert",),
        title=_("Write the letter to the client"),
        hint=_("'Letter to the client' below, by certified mail. It stops the time only if a "
               "lawsuit follows within six months: enter the day of arrival under 'Time limits'."),
        basis=_("Civil Act, art. 174"),
    ),
    WorkStep(
        id="platform_freelance.no_answer", targets=HARM, scope=PART, when=MONEY,
        after=("platform_freelance.demand",),
        title=_("Not paid: a payment order of the court, or counselling on disputes"),
        hint=_("Seoul Freelance On counsels every freelancer on disputes. That alone does not stop the time: heed "
               "the six months after the letter."),
    ),
)

OTHER_STEPS = (
    WorkStep(
        id="platform_freelance.tax_matters_step", targets=HARM, scope=PART, when=TAX,
        before=("platform_freelance.ask_expert",),
        title=_("Gather the tax papers for the tax expert"),
        hint=_("Statements of tax withheld, invoices, payments into the account. Days and amounts are the tax "
               "expert's to say."),
    ),
    WorkStep(
        id="platform_freelance.insurances", targets=HARM, scope=PART, when=ON_A_LIST,
        title=_("See whether accident and employment insurance cover the job"),
        hint=_("Each has a list of jobs of its own, and they differ: look in both. Without a job on them, neither "
               "covers it by itself."),
        basis=_("Industrial Accident Compensation Insurance Decree, art. 83-5; Employment Insurance Decree, art. "
                "104-11"),
    ),
)

MONITORING_STEPS = (
    WorkStep(
        id="platform_freelance.same_words", targets=MONITORING, scope=MONITORED,
        title=_("Write down client, kind and day as the report asks for them"),
        hint=_("Patterns are seen only if everybody uses the same words."),
    ),
    WorkStep(
        id="platform_freelance.reported", targets=MONITORING, scope=MONITORED,
        after=("platform_freelance.same_words",),
        title=_("Report it to the monitoring, without names"),
        hint=_("'Report to the monitoring' below, if the person agrees."),
    ),
    WorkStep(
        id="platform_freelance.own_case", targets=MONITORING, scope=MONITORED,
        title=_("Offer a case of their own to each person harmed"),
        hint=_("A report is no complaint and stops no time limit: who wants something for themselves is taken in."),
    ),
)

STEPS = FIRST_STEPS + FEE_STEPS + OTHER_STEPS + MONITORING_STEPS
