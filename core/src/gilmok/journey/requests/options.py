"""What can be chosen on the form, in the language of the page."""

from typing import Any

from gilmok.ground.i18n import _, titled
from gilmok.journey.finding.matters import MATTERS
from gilmok.journey.requests.words import REACHES, TONGUES
from gilmok.journey.vocabulary_codes import DISTRICTS


def choices() -> dict[str, Any]:
    """The options of every question of the form, as pairs of code and words."""
    return {
        "matters": titled(MATTERS),
        "districts": [(option.code, _(option.title)) for option in DISTRICTS],
        "tongues": [*TONGUES.items(), ("other", _("Other"))],
        "reaches": titled(REACHES),
    }
