"""What visits to workplaces are coded by, what each code is called, and which state follows on which."""

from gilmok.modules.api import _

# Kept in the list of what was made out of a case.
OF_CASE = "visit"

PURPOSES = {
    "risk_talk": _("Talk about dangers"),
    "hazard_check": _("Check of dangers, with an agency if needed"),
    "training": _("Training on the spot"),
}
ASKERS = {
    "worker": _("Worker"),
    "employer": _("Employer"),
    "union": _("Trade union"),
    "report": _("A near-miss report"),
    "centre": _("The centre itself"),
}
WITH = {
    "kosha": _("Korea Occupational Safety and Health Agency"),
    "labour_office": _("Labour office"),
    "comwel": _("Korea Workers' Compensation and Welfare Service"),
    "emotional_labour": _("Seoul's help for emotional labour"),
    "other": _("Another body"),
}
AGREES, NO, NOT_ASKED = "yes", "no", "not_asked"
CONSENTS = {AGREES: _("agrees"), NO: _("does not agree"), NOT_ASKED: _("not asked yet")}

ASKED, PROPOSED, AGREED, DONE, REFUSED, NOT_POSSIBLE = (
    "asked", "proposed", "agreed", "done", "refused", "not_possible"
)
STATES = {
    ASKED: _("asked for"),
    PROPOSED: _("day proposed"),
    AGREED: _("day agreed"),
    DONE: _("visited"),
    REFUSED: _("refused by the workplace"),
    NOT_POSSIBLE: _("not possible"),
}
STEPS = {
    PROPOSED: _("Propose a day"),
    AGREED: _("The workplace agreed to a day"),
    DONE: _("The visit took place"),
    REFUSED: _("The workplace refused"),
    NOT_POSSIBLE: _("A visit is not possible"),
}
# From each state, the states that may follow; what is not listed is an end.
TABLE = {
    ASKED: (PROPOSED, AGREED, REFUSED, NOT_POSSIBLE),
    PROPOSED: (PROPOSED, AGREED, REFUSED, NOT_POSSIBLE),
    AGREED: (DONE, PROPOSED, REFUSED, NOT_POSSIBLE),
}
WITH_DAY, ENDED = frozenset({PROPOSED, AGREED, DONE}), frozenset({REFUSED, NOT_POSSIBLE})
OPEN = tuple(TABLE)
REASONS = {
    "employer": _("The employer does not want it"),
    "worker": _("The worker fears for their place, or took it back"),
    "gone": _("The workplace has closed or moved"),
    "agency": _("Another agency goes there"),
    "nobody": _("Nobody could go"),
    "other": _("Another reason"),
}
RESULTS = {"done": _("carried out"), "partly": _("carried out in part"), "not_done": _("not carried out")}
