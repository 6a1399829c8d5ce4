"""The words for how a clock stands."""

from collections.abc import Mapping

from gilmok.ground.i18n import _marked as _
from gilmok.journey.clocks.rules import State

STATE_TITLES: Mapping[State, str] = {
    State.UNKNOWN: _("Day unknown: ask"),
    State.RUNNING: _("running"),
    State.LATE: _("time is over"),
    State.MET: _("met"),
    State.DROPPED: _("no longer matters"),
    State.NOT_HERE: _("does not apply below five employees"),
    State.BY_HAND: _("could not be computed: check by hand"),
}
STATE_TONES: Mapping[State, str] = {
    State.UNKNOWN: "warning", State.BY_HAND: "danger", State.LATE: "danger", State.MET: "success",
}
