"""What an intake asks of workers in the digital industry and in research; each question settles something in law."""

from gilmok.modules.api import All, AnyOf, Has, IntakeField, Is, Kind, Option, _
from gilmok_southwest.rules import DIGITAL, RESEARCH

HARM = AnyOf(Has("topics", "industrial_accident"), Has("topics", "safety_health"))
HOURS = AnyOf(Has("topics", "working_hours"), Has("topics", "unpaid_wages"), HARM)
ARREARS = AnyOf(Has("topics", "unpaid_wages"), Has("topics", "severance_pay"))
CUSTOMERS = AnyOf(Has("topics", "harassment"), Has("topics", "safety_health"))

DIGITAL_FIELDS = (
    IntakeField(
        id="southwest.digital_complex", kind=Kind.CODE, ask_when=DIGITAL,
        label=_("Where the firm sits"),
        options=(
            Option(code="guro", title=_("G Valley, Guro")),
            Option(code="geumcheon", title=_("G Valley, Geumcheon")),
            Option(code="elsewhere", title=_("Elsewhere")),
        ),
    ),
    IntakeField(
        id="southwest.digital_business", kind=Kind.CODE, ask_when=DIGITAL,
        label=_("What the firm makes"),
        options=(
            Option(code="software", title=_("Software")),
            Option(code="games", title=_("Games")),
            Option(code="content", title=_("Digital content")),
            Option(code="online_shop", title=_("Online trade")),
            Option(code="call_centre", title=_("Call centre")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="southwest.digital_firm_stage", kind=Kind.CODE, ask_when=DIGITAL,
        label=_("How far the firm is"),
        hint=_("A start-up that lives on investors can run out of money from one month to the next."),
        options=(
            Option(code="startup", title=_("Start-up")),
            Option(code="venture", title=_("Venture firm")),
            Option(code="established", title=_("Established firm")),
        ),
    ),
    IntakeField(
        id="southwest.digital_arrears_cause", kind=Kind.CODE, ask_when=All(DIGITAL, ARREARS),
        label=_("Why the pay stopped"),
        hint=_("It decides which way to the state's substitute payment is open."),
        options=(
            Option(code="no_investment", title=_("Investment stopped")),
            Option(code="closed", title=_("The firm closed")),
            Option(code="suspended", title=_("Business suspended")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="southwest.digital_closure_signs", kind=Kind.CODES, ask_when=All(DIGITAL, ARREARS),
        label=_("Signs of closure"),
        hint=_("With these, an application to recognise insolvency in fact must come within a year of leaving."),
        options=(
            Option(code="office_closed", title=_("Office closed")),
            Option(code="accounts_seized", title=_("Accounts seized")),
            Option(code="taxes_owed", title=_("Taxes owed")),
        ),
    ),
    IntakeField(
        id="southwest.digital_inclusive_wage", kind=Kind.BOOL, ask_when=All(DIGITAL, HOURS),
        label=_("Is overtime included in the wage?"),
        hint=_("Look for 'all-inclusive' or 'fixed overtime' in the contract."),
    ),
    IntakeField(
        id="southwest.digital_remote_district", kind=Kind.DISTRICT, ask_when=DIGITAL,
        label=_("District of remote work"),
        hint=_("Only if most of the work is done away from the firm."),
    ),
    IntakeField(
        id="southwest.digital_trainee", kind=Kind.BOOL, ask_when=DIGITAL,
        label=_("Taken on as a trainee or intern?"),
        hint=_("Ask what was really done: a trainee who works like the others is owed the minimum wage."),
    ),
    IntakeField(
        id="southwest.digital_equity", kind=Kind.BOOL, ask_when=All(DIGITAL, ARREARS),
        label=_("Were shares or options promised?"),
        hint=_("They do not replace wages."),
    ),
    IntakeField(
        id="southwest.digital_customers", kind=Kind.BOOL, ask_when=All(DIGITAL, CUSTOMERS),
        label=_("Abuse by customers?"),
        hint=_("The employer must then let one stop and rest, and help to complain (Occupational Safety and Health "
               "Act, article 41)."),
    ),
)

RESEARCH_FIELDS = (
    IntakeField(
        id="southwest.rnd_role", kind=Kind.CODE, ask_when=RESEARCH,
        label=_("Position in research"),
        options=(
            Option(code="researcher", title=_("Researcher")),
            Option(code="student", title=_("Student researcher")),
            Option(code="postdoc", title=_("Postdoctoral researcher")),
            Option(code="intern", title=_("Intern")),
            Option(code="commercialisation", title=_("Bringing technology to market")),
        ),
    ),
    IntakeField(
        id="southwest.rnd_institution", kind=Kind.CODE, ask_when=RESEARCH,
        label=_("Kind of institution"),
        options=(
            Option(code="company_lab", title=_("A company's laboratory")),
            Option(code="public_institute", title=_("Government-funded institute")),
            Option(code="university", title=_("University research foundation")),
            Option(code="startup", title=_("Start-up")),
        ),
    ),
    IntakeField(
        id="southwest.rnd_funding", kind=Kind.CODE, ask_when=RESEARCH,
        label=_("Who pays for the project"),
        options=(
            Option(code="state", title=_("State project")),
            Option(code="private", title=_("Private client")),
            Option(code="own", title=_("The institution itself")),
        ),
    ),
    IntakeField(
        id="southwest.rnd_project_end", kind=Kind.DATE, ask_when=RESEARCH,
        label=_("End of the project"),
        hint=_("A fixed term may last over two years only for some research; the desk will check."),
    ),
    IntakeField(
        id="southwest.rnd_noncompete", kind=Kind.BOOL, ask_when=RESEARCH,
        label=_("Was a ban on competing signed or demanded?"),
        hint=_("Say: do not sign yet, ask for a copy. What was signed under pressure can be contested."),
    ),
    IntakeField(
        id="southwest.rnd_noncompete_months", kind=Kind.NUMBER, unit=_("months"),
        ask_when=All(RESEARCH, Is("southwest.rnd_noncompete", True)),
        label=_("How long the ban lasts"),
    ),
    IntakeField(
        id="southwest.rnd_noncompete_paid", kind=Kind.BOOL,
        ask_when=All(RESEARCH, Is("southwest.rnd_noncompete", True)),
        label=_("Is anything paid for the ban?"),
        hint=_("A ban without pay, long or wide, is weaker before a court."),
    ),
    IntakeField(
        id="southwest.rnd_invention", kind=Kind.BOOL, ask_when=RESEARCH,
        label=_("Is it about an invention or authorship?"),
        hint=_("Reward for employees' inventions: Invention Promotion Act."),
    ),
    IntakeField(
        id="southwest.rnd_laboratory", kind=Kind.BOOL, ask_when=All(RESEARCH, HARM),
        label=_("Did it happen in a laboratory?"),
        hint=_("Students are covered by the Laboratory Safety Act, employees by accident insurance."),
    ),
    IntakeField(
        id="southwest.rnd_evaluation", kind=Kind.BOOL, ask_when=All(RESEARCH, Has("topics", "discipline_dismissal")),
        label=_("Was an evaluation given as the reason?"),
        hint=_("Ask for the rules of evaluation and the last results."),
    ),
)

FIELDS = DIGITAL_FIELDS + RESEARCH_FIELDS
