"""What is done at the relief desk, step by step: treatment and evidence, the records, the claim, and what follows a
refusal.

What legal aid's accident claim already carries on, with its time limits, is only led to.
"""

from gilmok.modules.api import All, AnyOf, AtMost, Has, In, Is, Not, WorkStep, _
from gilmok_occupational_safety.scopes import COUNSELLING as PART

DESK = ("occupational_safety.relief_desk",)
HAPPENED, ILLNESS = "occupational_safety.happened", "occupational_safety.illness"
# While nobody has said what happened, none of these rules a step out.
ACCIDENT, BY_ILLNESS = In(HAPPENED, ("accident", "commuting")), Is(HAPPENED, "illness")
HARMED = Not(Is(HAPPENED, "danger"))
SHORT = All(ACCIDENT, AtMost("occupational_safety.days_off", 3))
OVERWORK = All(BY_ILLNESS, AnyOf(Is(ILLNESS, "brain_heart"), Has("occupational_safety.hazards", "overwork")))
ABUSE = Is("occupational_safety.customer_abuse", True)

BEFORE_THE_CLAIM = (
    WorkStep(
        id="occupational_safety.treatment", targets=DESK, scope=PART, when=HARMED,
        title=_("Treatment first, as an injury or illness from work"),
        hint=_("Tell the hospital that it happened at work, so that it stands in the record. Many hospitals can file "
               "the claim for treatment themselves."),
    ),
    WorkStep(
        id="occupational_safety.what_happened", targets=DESK, scope=PART,
        title=_("Settle what happened: accident, way to work, illness, or danger"),
        hint=_("Answer it in the questions below: the steps and lists of evidence that do not fit then go away."),
    ),
    WorkStep(
        id="occupational_safety.accident_evidence", targets=DESK, scope=PART, when=ACCIDENT,
        title=_("Secure the evidence of the accident today"),
        hint=_("Photographs of the place and the machine, messages, shift plans, names of those who saw it, what was "
               "done each day and with what."),
    ),
    WorkStep(
        id="occupational_safety.illness_evidence", targets=DESK, scope=PART, when=BY_ILLNESS,
        title=_("Collect the evidence of the illness, by its group"),
        hint=_("The list of the group stands in the questions below, once the kind of illness was answered with "
               "consent. The lists are practice, not what a law demands: check them with the case."),
    ),
    WorkStep(
        id="occupational_safety.overwork", targets=DESK, scope=PART, when=OVERWORK, calculator="overwork",
        after=("occupational_safety.illness_evidence",),
        title=_("Overwork: weigh the hours of the last twelve weeks"),
        hint=_("Week by week, with the night hours. Ask also for the last week and the last 24 hours before it. The "
               "result is a screening: the Welfare Service decides."),
        basis=_("Notice 2026-14 of the Ministry of Employment and Labour"),
    ),
    WorkStep(
        id="occupational_safety.customer_abuse_step", targets=DESK, scope=PART, when=ABUSE,
        title=_("Abuse by customers: ask the employer to let them stop and rest"),
        hint=_("Treatment and counselling belong to it, and nobody may be treated worse for asking."),
        basis=_("Occupational Safety and Health Act, art. 41"),
    ),
    WorkStep(
        id="occupational_safety.tell_of_danger", targets=DESK, scope=PART,
        title=_("Have the danger seen: report without the name, or a visit"),
        hint=_("Both begin below, where the city has switched them on."),
    ),
)

PAPERS = (
    WorkStep(
        id="occupational_safety.ask_for_records", targets=DESK, scope=PART, when=HARMED,
        document="occupational_safety.records_request",
        title=_("Ask the employer for the records, in writing"),
        hint=_("Ask the person first whether the employer may learn of it. An answer helps, no answer is noted too."),
    ),
    WorkStep(
        id="occupational_safety.witnesses", targets=DESK, scope=PART, when=HARMED,
        document="occupational_safety.witness_statement",
        title=_("Have those who saw it write it down"),
        hint=_("The sheet is printed and filled in by hand; what the witness says of themselves is not kept here."),
    ),
    WorkStep(
        id="occupational_safety.own_statement", targets=DESK, scope=PART, when=HARMED,
        document="occupational_safety.statement",
        title=_("Write the person's statement of facts"),
        hint=_("In their words and by the days: what the work was, what happened or how it came, who was told."),
    ),
)

CLAIM = (
    WorkStep(
        id="occupational_safety.claim", targets=DESK, scope=PART, document="accident_claim",
        when=All(HARMED, Not(Is("occupational_safety.claim_filed", True))),
        title=_("File the claim, also without the employer's seal"),
        hint=_("The claim needs no employer's seal; the worker files it, the Welfare Service asks the employer. Begin "
               "the accident claim under 'Legal aid': its time limits run there."),
        basis=_("Enforcement Rule of the Industrial Accident Compensation Insurance Act, article 20"),
    ),
    WorkStep(
        id="occupational_safety.short_injury", targets=DESK, scope=PART, when=SHORT,
        title=_("Up to three days: ask the employer to compensate"),
        hint=_("For treatment or days off of up to three days the insurance pays nothing; the employer does, at "
               "workplaces of any size."),
        basis=_("Industrial Accident Compensation Insurance Act, art. 40 (3) and 52; Labour Standards Act, art. 78 "
                "and 79"),
    ),
    WorkStep(
        id="occupational_safety.reviews", targets=DESK, scope=PART, when=HARMED, after=("occupational_safety.claim",),
        title=_("Refused, wholly or in part: note the day on which they learnt of it"),
        hint=_("Under 'Legal aid', in the accident claim. From that day the time runs for the examination, the "
               "re-examination and the lawsuit; a lawyer or labour attorney looks at the reasons."),
        basis=_("Industrial Accident Compensation Insurance Act, art. 103 and 106; Administrative Litigation Act, "
                "art. 20"),
    ),
)

STEPS = BEFORE_THE_CLAIM + PAPERS + CLAIM
