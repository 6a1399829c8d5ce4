"""What the outcomes of rules and decisions are called, as English texts to be translated where they are shown."""

from collections.abc import Mapping

from gilmok.ground.i18n import _marked as _
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.trace import Outcome

OUTCOME_TITLES: Mapping[Outcome, str] = {
    Outcome.YES: _("holds"),
    Outcome.OVERRIDDEN: _("holds, another goes before"),
    Outcome.UNKNOWN: _("open"),
    Outcome.ERROR: _("failed"),
    Outcome.INACTIVE: _("not active here"),
    Outcome.SUSPENDED: _("suspended"),
    Outcome.NO: _("does not hold"),
}
OUTCOME_TONES = {
    Outcome.YES: "success", Outcome.OVERRIDDEN: "information", Outcome.UNKNOWN: "warning", Outcome.ERROR: "danger",
}
STATUS_TITLES = {
    Status.ROUTED: _("Settled by the rules"),
    Status.TRIAGE: _("A person decides"),
    Status.ASK: _("More has to be asked first"),
}
