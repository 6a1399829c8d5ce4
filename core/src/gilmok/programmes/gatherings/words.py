"""How gatherings and registrations stand, in words."""

from gilmok.ground.clock import now
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.ground.web.frame import frame
from gilmok.programmes.calendar import clock_of
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.rules import Session, Standing, State, standing

STANDINGS = {
    Standing.DRAFT: _("not published yet"),
    Standing.OPEN: _("registration open"),
    Standing.CLOSED: _("registration closed"),
    Standing.OVER: _("took place"),
    Standing.CANCELLED: _("called off"),
}
STANDING_TONES = {Standing.OPEN: "success", Standing.DRAFT: "warning", Standing.CANCELLED: "danger"}
STATES = {State.REGISTERED: _("has a place"), State.WAITING: _("waiting"), State.CANCELLED: _("cancelled registration")}
STATE_TONES = {State.REGISTERED: "success", State.WAITING: "warning"}


def standing_now(gathering: Gathering) -> Standing:
    """How it stands at this moment."""
    return standing(gathering, now())


def standing_title(gathering: Gathering) -> str:
    """How it stands, in words."""
    return translated(STANDINGS[standing_now(gathering)])


def standing_tone(gathering: Gathering) -> str:
    """The tone of that word's badge."""
    return STANDING_TONES.get(standing_now(gathering), "")


def state_title(state: str) -> str:
    """How a registration stands, in words."""
    return translated(STATES[State(state)])


def state_tone(state: str) -> str:
    """The tone of that word's badge."""
    return STATE_TONES.get(State(state), "")


def hours_of(session: Session) -> str:
    """From when until when: `14:30–16:00`."""
    return f"{clock_of(session.at)}–{clock_of(session.until)}"


def centre_title(code: str) -> str:
    """The name of a centre."""
    return frame().centre_name(code)
