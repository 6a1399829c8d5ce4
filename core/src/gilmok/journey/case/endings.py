"""Why a case ends, and what came of it for the person."""

from enum import StrEnum

from gilmok.ground.i18n import _marked as _


class CloseReason(StrEnum):
    """Why a case ends."""

    ADVISED = "advised"
    SETTLED = "settled"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    DUPLICATE = "duplicate"


class Outcome(StrEnum):
    """What came of a case for the person."""

    UNKNOWN = "unknown"
    PAID = "paid"
    PAID_IN_PART = "paid_in_part"
    REINSTATED = "reinstated"
    BENEFIT = "benefit"
    CONDITIONS = "conditions"
    AGREED = "agreed"
    INFORMED = "informed"
    ELSEWHERE = "elsewhere"
    NOTHING = "nothing"


OUTCOME_TITLES = {
    Outcome.UNKNOWN: _("Not known"),
    Outcome.PAID: _("Paid in full"),
    Outcome.PAID_IN_PART: _("Paid in part"),
    Outcome.REINSTATED: _("Back at work, or the measure was withdrawn"),
    Outcome.BENEFIT: _("A benefit or an insurance was granted"),
    Outcome.CONDITIONS: _("Working conditions were put right"),
    Outcome.AGREED: _("Agreed on something else"),
    Outcome.INFORMED: _("The person knows what to do"),
    Outcome.ELSEWHERE: _("Goes on at another agency"),
    Outcome.NOTHING: _("Nothing was achieved"),
}

CLOSE_TITLES = {
    CloseReason.ADVISED: _("advice given, nothing more to do"),
    CloseReason.SETTLED: _("settled"),
    CloseReason.REFERRED: _("another agency has taken over"),
    CloseReason.WITHDRAWN: _("the person does not wish to go on"),
    CloseReason.UNREACHABLE: _("the person can no longer be reached"),
    CloseReason.DUPLICATE: _("the same matter is in another case"),
}
