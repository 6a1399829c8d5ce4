"""What is done at each desk, step by step; no step claims more than the articles beside it, and the rest says so."""

from gilmok.modules.api import All, AnyOf, Has, Is, Not, WorkStep, _
from gilmok_southwest.intake import ARREARS, CUSTOMERS, HARM, HOURS

DIGITAL_DESK, RESEARCH_DESK = ("southwest.digital_desk",), ("southwest.rnd_desk",)
CLOSING = AnyOf(
    Is("southwest.digital_arrears_cause", "closed"),
    Has("southwest.digital_closure_signs", "office_closed"),
    Has("southwest.digital_closure_signs", "accounts_seized"),
    Has("southwest.digital_closure_signs", "taxes_owed"),
)
LEFT = Not(Is("still_employed", True))
CUSTOMERS_ABUSE = All(CUSTOMERS, Is("southwest.digital_customers", True))
BAN = Is("southwest.rnd_noncompete", True)

DIGITAL_STEPS = (
    WorkStep(
        id="southwest.digital_evidence", targets=DIGITAL_DESK, when=ARREARS,
        title=_("Save contract, pay slips and messages while the office is open"),
        hint=_("Once accounts and servers are shut they may be gone. Attach them under 'Documents'."),
    ),
    WorkStep(
        id="southwest.digital_office", targets=DIGITAL_DESK, before=("southwest.digital_petition",),
        title=_("Which labour office? Settle the place of work"),
        hint=_("It goes by the district of the workplace, not of the home. For remote work it is not settled here "
               "which place counts: ask the labour office (1350) before filing."),
    ),
    WorkStep(
        id="southwest.digital_severance", targets=DIGITAL_DESK, calculator="severance_pay", when=All(ARREARS, LEFT),
        title=_("Compute the severance pay"),
        hint=_("After a year of service, with 15 hours a week on average; in shops below five employees too."),
        basis=_("Severance Pay Act, art. 4 and 8"),
    ),
    WorkStep(
        id="southwest.digital_petition", targets=DIGITAL_DESK, when=ARREARS, document="petition",
        after=("southwest.digital_evidence", "southwest.digital_severance"),
        title=_("File the petition at once"),
        hint=_("For a substitute payment by certificate within one year of leaving; still employed, within one year "
               "of the last arrears. It is the limit that is missed most."),
        basis=_("Wage Claim Guarantee Decree, art. 7 (2) and (3)"),
    ),
    WorkStep(
        id="southwest.digital_certificate", targets=DIGITAL_DESK, when=ARREARS, document="arrears_certificate",
        after=("southwest.digital_petition",),
        title=_("Ask for the certificate of arrears, and write down its first day"),
        hint=_("The simplified payment is claimed within six months of the first certificate; another copy does not "
               "begin it anew. Enter the day under 'Time limits'. The ceiling is to be checked."),
        basis=_("Wage Claim Guarantee Decree, art. 9 (1), no. 3; Rule, art. 9-2"),
    ),
    WorkStep(
        id="southwest.digital_insolvency", targets=DIGITAL_DESK, when=All(ARREARS, CLOSING),
        after=("southwest.digital_petition",),
        title=_("Closing down: apply to have insolvency in fact recognised?"),
        hint=_("Up to 300 employees, business closed or closing, within one year of leaving. From 20 August 2026 this "
               "payment covers wages of the last six months; the simplified one, of three."),
        basis=_("Wage Claim Guarantee Act, art. 7 (2); Decree, art. 5 (2)"),
    ),
    WorkStep(
        id="southwest.digital_overtime", targets=DIGITAL_DESK, calculator="premium_pay",
        when=All(HOURS, Is("southwest.digital_inclusive_wage", True)),
        title=_("Inclusive wage: compute the overtime from the records"),
        hint=_("Attendance, commits, messenger; dates and times only. Below five employees without the premium. "
               "Whether the clause holds: Supreme Court 2008Da6052, to be confirmed."),
        basis=_("Labour Standards Act, art. 56"),
    ),
    WorkStep(
        id="southwest.digital_trainee", targets=DIGITAL_DESK, when=Is("southwest.digital_trainee", True),
        title=_("Trainee: hold the pay against the minimum wage"),
        hint=_("90 per cent only with a contract of a year or more, in the first three months, and not for simple "
               "labour."),
        basis=_("Minimum Wage Act, art. 5 (2); Decree, art. 3"),
    ),
    WorkStep(
        id="southwest.digital_abuse", targets=DIGITAL_DESK, when=CUSTOMERS_ABUSE,
        document="southwest.protection_request",
        title=_("Abuse by customers: ask for protection in writing"),
        hint=_("The employer has to prevent, interrupt and support; asking must bring no harm. Keep the recordings and "
               "the days; with symptoms, a doctor and the accident claim."),
        basis=_("Occupational Safety and Health Act, art. 41"),
    ),
)

RESEARCH_STEPS = (
    WorkStep(
        id="southwest.rnd_status", targets=RESEARCH_DESK,
        title=_("Employee, student or between the two?"),
        hint=_("Who sets hours and work, who pays, what the agreement says: go through the status questions under "
               "'Counselling'."),
        basis=_("Labour Standards Act, art. 2 (1), no. 1"),
    ),
    WorkStep(
        id="southwest.rnd_contracts", targets=RESEARCH_DESK,
        title=_("Collect the contracts of all years and the project agreement"),
        hint=_("First day of each contract, breaks in between, end of the project, who funds it."),
    ),
    WorkStep(
        id="southwest.rnd_fixed_term", targets=RESEARCH_DESK, after=("southwest.rnd_contracts",),
        title=_("Over two years? See whether an exception is claimed"),
        hint=_("From five employees on. Whether a project or a degree is an exception is not verified here: an "
               "attorney reads the article before it is told to the person."),
        basis=_("Fixed-Term Employees Act, art. 4; Decree, art. 3, to be confirmed"),
    ),
    WorkStep(
        id="southwest.rnd_dismissal", targets=RESEARCH_DESK, document="remedy_application",
        when=Has("topics", "discipline_dismissal"), after=("southwest.rnd_fixed_term",),
        title=_("Dismissed after an evaluation: the application for remedy"),
        hint=_("From five employees on, within three months of the day of effect. Rules of evaluation, results and the "
               "written reason first."),
        basis=_("Labour Standards Act, art. 23 (1), 27 and 28"),
    ),
    WorkStep(
        id="southwest.rnd_ban", targets=RESEARCH_DESK, when=BAN,
        title=_("Read the ban on competing: how long, where, for what pay"),
        hint=_("Not signed yet: sign nothing, ask for a copy. When was it signed, what does it protect, what was given "
               "for it? Whether it holds, a lawyer judges."),
    ),
    WorkStep(
        id="southwest.rnd_ban_reply", targets=RESEARCH_DESK, when=BAN, after=("southwest.rnd_ban",),
        document="southwest.noncompete_reply",
        title=_("Answer a threat: ask for basis and consideration"),
        hint=_("Only if the company has written or called. The letter concedes nothing and promises nothing."),
    ),
    WorkStep(
        id="southwest.rnd_invention_facts", targets=RESEARCH_DESK, when=Is("southwest.rnd_invention", True),
        title=_("Invention: reported when, taken over when, used by whom"),
        hint=_("Report, transfer paper, rules on rewards, application number and the others who invented it."),
        basis=_("Invention Promotion Act, art. 15"),
    ),
    WorkStep(
        id="southwest.rnd_reward", targets=RESEARCH_DESK, when=Is("southwest.rnd_invention", True),
        calculator="southwest.invention_reward", after=("southwest.rnd_invention_facts",),
        title=_("Estimate the reward for the invention"),
        hint=_("A number to talk about, not one of the law: the shares are disputed in each case."),
        basis=_("Invention Promotion Act, art. 15"),
    ),
    WorkStep(
        id="southwest.rnd_accident", targets=RESEARCH_DESK, document="accident_claim",
        when=HARM, after=("southwest.rnd_status",),
        title=_("Laboratory accident: accident insurance, or the Laboratory Safety Act"),
        hint=_("Employees: the accident claim. Students who are no employees: the Laboratory Safety Act; what it pays "
               "is to be checked with the institution."),
    ),
    WorkStep(
        id="southwest.rnd_petition", targets=RESEARCH_DESK, when=ARREARS, document="petition",
        after=("southwest.rnd_status", "southwest.rnd_contracts"),
        title=_("Write the petition to the labour office"),
        hint=_("Of a student researcher only if they are held to be an employee: say in it why."),
    ),
)

STEPS = DIGITAL_STEPS + RESEARCH_STEPS
