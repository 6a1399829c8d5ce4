"""How a request ends: as a case, or without one, and why."""

from gilmok.ground.i18n import _marked as _

TAKEN_IN = "taken_in"
# Why no case came of a request.
ENDINGS = {
    "answered": _("Answered, no case needed"),
    "elsewhere": _("Told where else to turn"),
    "again": _("Sent before, or a case already"),
    "unreachable": _("Could not be reached"),
    "spam": _("No request for help"),
}
