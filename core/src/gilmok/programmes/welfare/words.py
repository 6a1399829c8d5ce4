"""The codes of welfare links in words."""

from collections.abc import Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

NEEDS: Mapping[str, str] = {
    "livelihood": _("Livelihood (emergency aid, basic livelihood security)"), "debt": _("Debt"),
    "housing": _("Housing"), "health": _("Health and mental health"), "care": _("Care and childcare"),
    "residence": _("Residence status of migrants"), "injury": _("After a disaster or an accident at work"),
    "youth": _("Shelter for young people"), "other": _("Other help"),
}
# What tells of somebody's health, and so needs a consent of its own (Personal Information Protection Act, article 23).
SENSITIVE = frozenset({"health", "injury"})
# Which services of the network's agencies are for which need.
OF_SERVICES: Mapping[str, str] = {"comwel": "injury", "maternity_help": "care"}
TOLD, CALLED, SENT = "told", "called", "sent"
HOWS: Mapping[str, str] = {
    TOLD: _("Told the person where to turn; nothing was handed over"),
    CALLED: _("Called there together with the person"), SENT: _("Sent the person's details there"),
}
UNKNOWN = "unknown"
REACHED: Mapping[str, str] = {
    "yes": _("Yes, got through to the agency"), "no": _("No, did not get there"), UNKNOWN: _("Not known"),
}
RESULTS: Mapping[str, str] = {
    "helped": _("Helped"), "partly": _("Helped in part"), "refused": _("The agency refused"),
    "gave_up": _("The person did not want it any more"), UNKNOWN: _("Not known yet"),
    "lost": _("Could not be found out; not asked any more"),
}
OPEN = frozenset({UNKNOWN, "partly"})
TONES = {"helped": "success", "partly": "information", "refused": "warning"}
ASK_AFTER_DAYS = 14


def said(titles: Mapping[str, str], code: str) -> str:
    """A code in words; the code itself where it is none of these."""
    return translated(titles[code]) if code in titles else code


def options(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Codes with their words, to be chosen from."""
    return [(code, translated(text)) for code, text in titles.items()]
