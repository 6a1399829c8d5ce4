"""Whether a case goes on to the centre that the rules propose: said where it stays, and done when a person chooses so.

A case that names nobody may go, but the person may still be on the phone: it stays until somebody sends it on. With a
name it goes only where the person agreed. One with an open question stays, for its answer may lead elsewhere.
"""

from typing import Any, NamedTuple

from flask import flash
from flask.typing import ResponseReturnValue

from gilmok.ground.clock import today
from gilmok.ground.errors import NotAllowed
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me
from gilmok.journey.case import queries, words
from gilmok.journey.case.actions import carry_out
from gilmok.journey.case.beside import beside
from gilmok.journey.case.models import Case
from gilmok.journey.case.service import HELD
from gilmok.journey.intake.desk import Desk
from gilmok.journey.routing import service
from gilmok.journey.routing.models import PROPOSED
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.spoken import question_of
from gilmok.modules.current import registry
from gilmok.network.queries import atlas

MAY_GO, NOT_AGREED, ASKS, CLOSED = "may_go", "not_agreed", "asks", "closed"


class Standing(NamedTuple):
    """Why a case lies where it was taken in: `MAY_GO`, `NOT_AGREED`, `ASKS` or `CLOSED`; the centre and desk that the
    rules propose, and the questions that are open."""

    why: str
    centre: str
    desk: str
    asks: tuple[str, ...] = ()


def standing_of(case: Case) -> Standing | None:
    """Why a case of one's own centre stays there; None for one that is where the rules want it, or a person."""
    kept = proposal_of(case)
    if kept is None:
        return None
    centre, desk = words.centre_title(kept.centre_id or case.centre_id), words.target_title(kept.target, registry())
    if kept.status == Status.ASK:
        return Standing(ASKS, centre, desk, tuple(question_of(fact, registry()) for fact in kept.ask))
    if kept.status != Status.ROUTED or kept.centre_id in (None, case.centre_id):
        return None
    return Standing(why_not_there(case, kept.centre_id), centre, desk)


def why_not_there(case: Case, centre: str) -> str:
    """Why a case is not at the centre that the rules propose."""
    if atlas(db()).centres[centre].is_closed(today()):
        return CLOSED
    return MAY_GO if queries.may_be_passed_on(db(), case) else NOT_AGREED


def proposal_of(case: Case) -> Any:
    """The rules' decision about an open case of one's own centre, if that is what counts now: status, target, centre_id
    and what it asks."""
    if case.centre_id != me().centre_id or case.stage not in HELD:
        return None
    kept = beside(case, "decision")
    return kept if kept and kept.kind == PROPOSED else None


def send_on_now(case: Case) -> ResponseReturnValue:
    """Send a case to the centre that the rules propose; refused where it may not go, or is there."""
    kept, standing = proposal_of(case), standing_of(case)
    if kept is None or kept.centre_id is None or standing is None or standing.why != MAY_GO:
        raise NotAllowed
    centre = kept.centre_id
    said = _("It was sent on to: %(centre)s", centre=standing.centre)
    return carry_out(case, lambda: service.send_on(db(), case, centre, by=me()), done="case_sent_on", said=said)


def say_where(case: Case, desk: Desk) -> None:
    """Say where a case went, or why it stayed."""
    centre = desk.proposal.centre
    if desk.proposal.status == Status.ASK:
        asks = ", ".join(label for _fact, label in desk.proposal.asks)
        flash(_("The case waits here, for an answer may still lead elsewhere. So far: %(centre)s (%(desk)s). Open: "
                "%(asks)s", centre=centre, desk=desk.proposal.target, asks=asks))
    elif case.centre_id != me().centre_id:
        flash(_("It was sent on to: %(centre)s", centre=centre))
    elif desk.elsewhere and desk.anonymous:
        flash(_("It names nobody and stays here for now. %(centre)s can take it over: send it on below, when you are "
                "done with the person.", centre=centre))
    elif desk.stays:
        flash(_("It stays here, because passing it on was not agreed to. The rules propose: %(centre)s",
                centre=centre), "warning")
