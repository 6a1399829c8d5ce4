"""What an intake asks about harm to safety and health at work. The day of an accident is the core's `event_date`."""

from gilmok.modules.api import All, AnyOf, Has, IntakeField, Is, Kind, Option, _
from gilmok_occupational_safety.scopes import COUNSELLING

ACCIDENT = Has("topics", "industrial_accident")
HARM = AnyOf(ACCIDENT, Has("topics", "safety_health"))
# Dangers at work, as questions and near-miss reports code them.
HAZARDS = {
    "machine": _("Caught in or cut by a machine"),
    "fall": _("Fall, slip"),
    "struck": _("Struck by a thing or a vehicle"),
    "chemical": _("Chemicals"),
    "dust": _("Dust"),
    "noise": _("Noise"),
    "heat_cold": _("Heat, cold"),
    "load": _("Heavy or repeated movement"),
    "overwork": _("Long hours, night work"),
    "people": _("Violence, abuse"),
}

FIELDS = (
    IntakeField(
        id="occupational_safety.hazards", kind=Kind.CODES, scope=COUNSELLING, ask_when=HARM,
        label=_("Danger at work"),
        hint=_("Several may hold; the main one first."),
        options=tuple(Option(code=code, title=title) for code, title in HAZARDS.items()),
    ),
    IntakeField(
        id="occupational_safety.illness", kind=Kind.CODE, scope=COUNSELLING, ask_when=HARM, sensitive=True,
        label=_("Kind of illness"),
        hint=_("Leave it empty after a plain accident. What a doctor said counts, not a guess."),
        options=(
            Option(code="muscles_joints", title=_("Muscles, joints, back")),
            Option(code="brain_heart", title=_("Brain, heart")),
            Option(code="mental", title=_("Mental health")),
            Option(code="cancer", title=_("Cancer from work")),
            Option(code="lungs", title=_("Lungs, airways")),
            Option(code="hearing", title=_("Hearing loss by noise")),
            Option(code="other", title=_("Other")),
        ),
    ),
    IntakeField(
        id="occupational_safety.hospital", kind=Kind.TEXT, scope=COUNSELLING, ask_when=HARM, sensitive=True,
        label=_("Hospital or clinic"),
        hint=_("Many hospitals can file the claim for treatment themselves."),
    ),
    IntakeField(
        id="occupational_safety.hours_12_weeks", kind=Kind.NUMBER, unit=_("hours a week"),
        scope=COUNSELLING, ask_when=All(HARM, Is("occupational_safety.illness", "brain_heart")),
        label=_("Hours a week over the last twelve weeks"),
        hint=_("The average, night hours from 22:00 to 06:00 counted 30 per cent more. Over 60, or over 52 with "
               "further strain, speaks for illness from work."),
    ),
    IntakeField(
        id="occupational_safety.employer_helps", kind=Kind.BOOL, scope=COUNSELLING, ask_when=ACCIDENT,
        label=_("Does the employer help with the claim?"),
        hint=_("The claim needs neither the employer's stamp nor consent."),
    ),
    IntakeField(
        id="occupational_safety.claim_filed", kind=Kind.BOOL, scope=COUNSELLING, ask_when=ACCIDENT,
        label=_("Has an accident claim been filed?"),
        hint=_("With the Korea Workers' Compensation and Welfare Service, by the person or the hospital."),
    ),
    IntakeField(
        id="occupational_safety.claim_filed_on", kind=Kind.DATE,
        scope=COUNSELLING, ask_when=All(ACCIDENT, Is("occupational_safety.claim_filed", True)),
        label=_("Claim filed on"),
    ),
    IntakeField(
        id="occupational_safety.told_before", kind=Kind.BOOL, scope=COUNSELLING, ask_when=HARM,
        label=_("Was the danger reported before?"),
        hint=_("To a superior, a safety officer or the authorities; ask for messages or pictures."),
    ),
    IntakeField(
        id="occupational_safety.customer_abuse", kind=Kind.BOOL, scope=COUNSELLING,
        ask_when=AnyOf(HARM, Has("topics", "harassment")),
        label=_("Abuse by customers?"),
        hint=_("The employer must then let one stop and rest, and help to complain (Occupational Safety and Health "
               "Act, article 41)."),
    ),
)
