"""Who comes to the desks: what they face and what helps them, with the sources."""

from gilmok.modules.api import Guide, _

GUIDES = (
    Guide(
        id="occupational_safety.relief_desk_guide", target="occupational_safety.relief_desk",
        faces=(
            _("The employer says that it was no accident at work, or wants it settled without a claim."),
            _("Illness comes slowly: back and joints, heart and brain after overwork, lungs, hearing, mind."),
        ),
        helps=(
            _("The claim needs no employer's seal; the worker files it, the Welfare Service asks the employer."),
            _("Write down what was done each day and with what; keep pictures, shift plans and names of witnesses."),
            _("Benefits lapse after three years, those for disability and survivors after five."),
        ),
        sources=(
            _("Industrial Accident Compensation Insurance Act, art. 112"),
            _("Notice 2026-14 of the Ministry of Employment and Labour"),
        ),
    ),
)
