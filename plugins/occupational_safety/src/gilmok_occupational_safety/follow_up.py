"""What the relief desk asks in a talk after the intake, with the list of evidence of each group of illness.

The lists are what practice collects, no list of a law. They say which illness it is, so they are asked with consent
only and kept encrypted.
"""

from gilmok.modules.api import FollowUpQuestion, Is, Kind, Option, _
from gilmok_occupational_safety.intake import HARM
from gilmok_occupational_safety.scopes import COUNSELLING as PART
from gilmok_occupational_safety.steps import ACCIDENT, BY_ILLNESS, DESK, HAPPENED, ILLNESS

JOBS = Option(code="jobs", title=_("List of workplaces and jobs, from when to when"))
MEASURED = Option(code="measured", title=_("Results of measuring the work environment"))
EXAMINED = Option(code="examined", title=_("Results of health examinations, by year"))
SUBSTANCES = Option(code="substances", title=_("Names, labels or safety sheets of the substances"))
COLLEAGUES = Option(code="colleagues", title=_("Colleagues with the same work or the same illness"))
PROTECTION = Option(code="protection", title=_("What there was to protect them: ventilation, masks, ear plugs"))

OF_ACCIDENT = (
    Option(code="photographs", title=_("Photographs of the place and the machine")),
    Option(code="recordings", title=_("Camera recordings of the place")),
    Option(code="orders", title=_("Work order or work diary of the day")),
    Option(code="messages", title=_("Messages about the accident")),
    Option(code="witness", title=_("Somebody who saw it")),
    Option(code="first_aid", title=_("Record of the ambulance or the emergency room")),
)
# The groups are those of the intake's question; each with what shows that the illness came from the work.
OF_ILLNESS = {
    "muscles_joints": (_("Evidence: muscles, joints, back"), (
        Option(code="loads", title=_("What was lifted or moved: weight, how often a day")),
        Option(code="postures", title=_("Photographs or a film of the posture at work")),
        JOBS,
        Option(code="before", title=_("Records of earlier treatment of the same place")),
    )),
    "brain_heart": (_("Evidence: brain, heart"), (
        Option(code="hours", title=_("Hours of the twelve weeks: attendance, door, computer, messages")),
        Option(code="nights", title=_("Shift plans, night work, days off")),
        Option(code="last_week", title=_("What became heavier in the last week")),
        Option(code="last_day", title=_("What happened in the 24 hours before it")),
        EXAMINED,
    )),
    "mental": (_("Evidence: mental health"), (
        Option(code="said", title=_("Messages, mails or recordings of what was said")),
        Option(code="diary", title=_("What happened on which day, written down")),
        Option(code="told", title=_("Reports to the employer, and the answer")),
        Option(code="witness", title=_("Somebody who saw or heard it")),
        Option(code="first_visit", title=_("Record of the first visit to a doctor")),
    )),
    "cancer": (_("Evidence: cancer from work"), (JOBS, SUBSTANCES, MEASURED, EXAMINED, COLLEAGUES)),
    "lungs": (_("Evidence: lungs, airways"), (JOBS, SUBSTANCES, MEASURED, PROTECTION, EXAMINED)),
    "hearing": (_("Evidence: hearing loss by noise"), (
        JOBS, MEASURED,
        Option(code="hearing_tests", title=_("Hearing tests, by year")),
        PROTECTION,
    )),
}
KEEP = _("Ask them to keep the originals, and to send photographs now.")


def of_illness(group: str) -> FollowUpQuestion:
    """The list of evidence of a group of illness, asked where the intake was told of it."""
    label, options = OF_ILLNESS[group]
    return FollowUpQuestion(
        id=f"occupational_safety.evidence_{group}", targets=DESK, scope=PART, kind=Kind.CODES, sensitive=True,
        ask_when=Is(ILLNESS, group), label=label, hint=KEEP, options=options,
    )


QUESTIONS = (
    FollowUpQuestion(
        id=HAPPENED, targets=DESK, scope=PART, kind=Kind.CODE,
        label=_("What is it about?"),
        hint=_("Which illness it is stands in the intake, and only with consent."),
        options=(
            Option(code="accident", title=_("An accident at work")),
            Option(code="commuting", title=_("An accident on the way to or from work")),
            Option(code="illness", title=_("An illness from work")),
            Option(code="danger", title=_("A danger: nobody is hurt or ill yet")),
        ),
    ),
    FollowUpQuestion(
        id="occupational_safety.days_off", targets=DESK, scope=PART, kind=Kind.NUMBER, unit=_("days"),
        ask_when=ACCIDENT,
        label=_("Days off work because of it"),
        hint=_("Up to three days it is the employer who compensates, not the insurance."),
    ),
    FollowUpQuestion(
        id="occupational_safety.evidence_accident", targets=DESK, scope=PART, kind=Kind.CODES, ask_when=ACCIDENT,
        label=_("Evidence: accident"), hint=KEEP, options=OF_ACCIDENT,
    ),
    *(of_illness(group) for group in OF_ILLNESS),
    FollowUpQuestion(
        id="occupational_safety.began_on", targets=DESK, scope=PART, kind=Kind.DATE, sensitive=True,
        ask_when=BY_ILLNESS,
        label=_("When a doctor first found it"),
    ),
    FollowUpQuestion(
        id="occupational_safety.doctor", targets=DESK, scope=PART, kind=Kind.TEXT, sensitive=True, ask_when=HARM,
        label=_("What a doctor has said"),
        hint=_("Only with the consent to sensitive facts, and no more than the claim needs."),
    ),
    FollowUpQuestion(
        id="occupational_safety.employer_said", targets=DESK, scope=PART, kind=Kind.TEXT,
        label=_("What the employer said about it"),
        hint=_("In its own words, and who said it when."),
    ),
)
