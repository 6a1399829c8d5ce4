"""What a person is asked to agree to, each by itself, with the four points that the law wants told.

Personal Information Protection Act: purpose, items, how long, and the right to refuse with what follows from it
(article 15, paragraph 2); sensitive facts and passing on to others are asked separately (articles 17, 22 and 23).
None is answered beforehand, and refusing never ends the counselling (article 16): without the first one a case is taken
in without a name.
"""

from gilmok.ground.consent import ConsentText
from gilmok.ground.i18n import _marked as _

IDENTITY, SENSITIVE, SHARING = "identity", "sensitive", "sharing"

CONSENTS = (
    ConsentText(
        kind=IDENTITY,
        version="2026-11",
        title=_("Keeping name and contact"),
        purpose=_("Counselling, legal aid and getting back to you"),
        items=_("Name, phone, e-mail, address, year of birth, what happened"),
        kept=_("Three years after counselling ends; five years where legal aid was given"),
        refusal=_(
            "You may refuse. You are then counselled without a name, and we cannot call you back. What you tell names "
            "nobody then, and goes to another centre only when the counsellor sends it on."
        ),
    ),
    ConsentText(
        kind=SENSITIVE,
        version="2026-11",
        title=_("Keeping sensitive facts"),
        purpose=_("Advice on health, accidents and union matters"),
        items=_("State of health, illness or injury; membership of a union"),
        kept=_("Three years after counselling ends; five years where legal aid was given"),
        refusal=_("You may refuse. These questions are then left out and everything else stays the same."),
    ),
    ConsentText(
        kind=SHARING,
        version="2026-11",
        title=_("Passing the case on to the centre that can help"),
        purpose=_("So that you need not tell everything again at the centre that takes the case over"),
        items=_("Everything recorded in this intake; recipient: the centre of the network named in the proposal"),
        kept=_("As long as that centre handles the case"),
        refusal=_("You may refuse. The case then stays here, and we tell you where to turn."),
    ),
)
BY_KIND = {consent.kind: consent for consent in CONSENTS}
