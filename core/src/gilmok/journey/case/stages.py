"""The stages of a case and which follows which. A table: sending a case back is a move like any other."""

from enum import StrEnum

from gilmok.ground.i18n import _marked as _


class Stage(StrEnum):
    """Where a case is on its way."""

    RECEIVED = "received"
    TRIAGE = "triage"
    WAITING = "waiting"
    COUNSELLING = "counselling"
    CLOSED = "closed"


# What a case's grant says, instead of a stage, to a centre that sent it to another.
SENT = "sent"

STAGE_TITLES = {
    Stage.RECEIVED: _("taken in"),
    Stage.TRIAGE: _("to be sorted by a person"),
    Stage.WAITING: _("waiting for a counsellor"),
    Stage.COUNSELLING: _("in counselling"),
    Stage.CLOSED: _("closed"),
}

FOLLOWS: dict[Stage, frozenset[Stage]] = {
    Stage.RECEIVED: frozenset({Stage.TRIAGE, Stage.WAITING}),
    Stage.TRIAGE: frozenset({Stage.WAITING, Stage.CLOSED}),
    Stage.WAITING: frozenset({Stage.COUNSELLING, Stage.TRIAGE, Stage.CLOSED}),
    Stage.COUNSELLING: frozenset({Stage.WAITING, Stage.TRIAGE, Stage.CLOSED}),
    Stage.CLOSED: frozenset({Stage.COUNSELLING}),
}
