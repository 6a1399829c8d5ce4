"""What the pages' script may have to say, in the language of the request."""

import json

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

# Handed over in a <meta>, because a page has no script of its own.
SPOKEN = {
    "copied": _("Copied."),
    "copyFailed": _("Could not copy. Please select the text and copy it."),
    "draftFailed": _("The draft could not be saved. We will try again."),
    "ending": _("You will be logged out in 5 minutes. Save what you are writing, or go on working."),
    "ended": _("The time is over. Log in again in another window and come back: what you wrote is still here."),
    "show": _("Show"),
    "hide": _("Hide"),
    "chosen": _("%(count)s chosen"),
    "failed": _("The answer did not come. Please try again."),
}


def spoken() -> str:
    """Every sentence by its name in `ui.js`, as JSON."""
    return json.dumps({name: translated(text) for name, text in SPOKEN.items()}, ensure_ascii=False)
