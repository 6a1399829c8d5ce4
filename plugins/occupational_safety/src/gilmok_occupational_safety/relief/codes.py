"""What relief measures are coded by, and what each code is called."""

from gilmok.modules.api import _

KINDS = {
    "medical": _("First aid and treatment"),
    "mind": _("Psychological help"),
    "claim": _("Support with the accident claim"),
    "return": _("Talk with the employer about going back to work"),
    "protection": _("Protection against being treated worse for it"),
    "money": _("Money to get by"),
}
# To whom the person was sent; what the network's list of agencies names is called as there.
SENT_TO = {
    "own": _("Our own centre"),
    "hospital": _("Hospital or clinic"),
    "comwel": _("Korea Workers' Compensation and Welfare Service"),
    "labour_office": _("Labour office"),
    "legal_aid": _("Korea Legal Aid Corporation"),
    "emotional_labour": _("Seoul's help for emotional labour"),
    "human_rights": _("National Human Rights Commission"),
    "employer": _("Employer"),
    "other": _("Another body"),
}
OWN, AGREED, NOTHING = "own", "agreed", "nothing"
CONSENTS = {
    AGREED: _("The person agrees that we tell this body what it needs to know"),
    NOTHING: _("We tell nobody anything: the person goes there, or we do it here"),
}
RESULTS = {
    "helped": _("It helped"),
    "partly": _("It helped in part"),
    "refused": _("It was refused there"),
    "not_wanted": _("The person did not want it any more"),
    "nothing": _("Nothing came of it"),
}
