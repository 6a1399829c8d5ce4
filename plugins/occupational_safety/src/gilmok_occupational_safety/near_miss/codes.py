"""What reports of harm and near misses are coded by, and what each code is called."""

from gilmok.modules.api import _
from gilmok_occupational_safety.intake import HAZARDS as ASKED

WHAT = "occupational_safety.near_miss"
# Kept in the list of what was made out of a case.
OF_CASE = "near_miss"

NEARLY, HARMED = "nearly", "harmed"
KINDS = {
    NEARLY: _("Nearly: nobody was hurt"),
    HARMED: _("It happened: somebody was hurt or fell ill"),
    "danger": _("Nothing yet, but it is dangerous"),
}
HAZARDS = {**ASKED, "other": _("Another danger")}
WHENS = {
    "now": _("It is still so"),
    "day": _("Today or yesterday"),
    "week": _("Within the last week"),
    "month": _("Within the last month"),
    "earlier": _("Earlier"),
}
YES, NO, UNKNOWN = "yes", "no", "unknown"
TOLD = {YES: _("Yes"), NO: _("No"), UNKNOWN: _("Not known")}
DANGER = {YES: _("Yes, somebody is in danger now"), NO: _("No")}
WEB, DESK, CASE = "web", "desk", "case"
WAYS = {WEB: _("Web form"), DESK: _("Noted at the desk or by phone"), CASE: _("From a case, without the name")}

VALID, PASSED_ON, VISIT, DUPLICATE, NOT_VALID = "valid", "passed_on", "visit", "duplicate", "not_valid"
VERDICTS = {
    VALID: _("Valid: it is counted"),
    VISIT: _("Valid, and a visit to the workplace is proposed"),
    PASSED_ON: _("Valid, and passed on"),
    DUPLICATE: _("The same event was reported before"),
    NOT_VALID: _("Not to be used: it is not counted"),
}
COUNTED = frozenset({VALID, PASSED_ON, VISIT})
PASSED_TO = {
    "labour_office": _("Labour office"),
    "kosha": _("Korea Occupational Safety and Health Agency"),
    "comwel": _("Korea Workers' Compensation and Welfare Service"),
    "emotional_labour": _("Seoul's help for emotional labour"),
    "city": _("A department of the city or district"),
    "other": _("Another body"),
}
