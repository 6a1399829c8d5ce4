"""The core's facts: what an intake records of a case, and what rules, checks and statistics speak of.

`FACTS` are asked for; `DERIVED` are worked out from them. Every question can also be answered with `unknown` or
`refused` (`UNANSWERED`), which is never the same as not having been asked.
"""

from collections.abc import Mapping
from types import MappingProxyType

from gilmok.journey import vocabulary_codes as codes
from gilmok.journey.vocabulary_codes import UNANSWERED
from gilmok.modules.things import IntakeField, Kind, Option, _

__all__ = ["ASKED_FOR", "ASSUMED", "DERIVED", "FACTS", "KNOWN_FACTS", "OUTSIDE_SEOUL", "UNANSWERED", "options_of"]

OUTSIDE_SEOUL = "outside_seoul"


def _code(name: str, label: str, options: tuple[Option, ...], hint: str = "") -> IntakeField:
    return IntakeField(id=name, kind=Kind.CODE, label=label, options=options, hint=hint)


def _plain(name: str, kind: Kind, label: str, hint: str = "") -> IntakeField:
    return IntakeField(id=name, kind=kind, label=label, hint=hint)


ASKED = (
    _code("client_kind", _("Who is asking"), codes.CLIENT_KINDS),
    IntakeField(
        id="topics", kind=Kind.CODES, label=_("What it is about"), options=codes.TOPICS,
        hint=_("The first is the main one."),
    ),
    _code("employment_type", _("Kind of employment"), codes.EMPLOYMENT_TYPES),
    _code("industry", _("Industry"), codes.INDUSTRIES),
    _code(
        "workplace_size", _("People at the workplace"), codes.WORKPLACE_SIZES,
        _("5, 10, 30 and 300 are thresholds in law."),
    ),
    _plain("workplace_district", Kind.DISTRICT, _("District of the workplace")),
    _plain("home_district", Kind.DISTRICT, _("District of the home")),
    _code("prefers", _("Wants to be served"), codes.PREFERENCES),
    _plain(
        "event_date", Kind.DATE, _("Day of the event"),
        _("The day that the dismissal took effect, of the accident, of the missed payday."),
    ),
    _plain("still_employed", Kind.BOOL, _("Still works there")),
    IntakeField(id="union_member", kind=Kind.BOOL, label=_("Member of a union"), sensitive=True),
    _code("language", _("Language of counselling"), codes.LANGUAGES),
    _plain("anonymous", Kind.BOOL, _("Anonymous")),
    _code("channel", _("How they came"), codes.CHANNELS),
    _code("age_band", _("Age"), codes.AGE_BANDS),
    _code("gender", _("Gender"), codes.GENDERS),
    _code("urgency", _("Urgency"), codes.URGENCIES),
)
FACTS: Mapping[str, IntakeField] = MappingProxyType({field.id: field for field in ASKED})

# A region can also be outside Seoul, which no module is ever active in.
PLACES = (*codes.REGIONS, codes.DISTRICTS[-1])
WORKED_OUT = (
    _code("topic", _("Main topic"), codes.TOPICS),
    _code("workplace_region", _("Region of the workplace"), PLACES),
    _code("home_region", _("Region of the home"), PLACES),
    _code("region", _("Region of the case"), codes.REGIONS),
    _plain("received_on", Kind.DATE, _("Received on")),
)
DERIVED: Mapping[str, IntakeField] = MappingProxyType({field.id: field for field in WORKED_OUT})
KNOWN_FACTS: Mapping[str, IntakeField] = MappingProxyType({**FACTS, **DERIVED})

# What to ask for when a derived fact is missing; the day of receipt is known or it is not.
ASKED_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "topic": ("topics",),
    "workplace_region": ("workplace_district",),
    "home_region": ("home_district",),
    "region": ("workplace_district", "home_district"),
    "received_on": (),
})

# What holds as long as nobody says otherwise: a worker calls, in Korean, and nobody is in danger.
ASSUMED: Mapping[str, str] = MappingProxyType({"client_kind": "worker", "language": "ko", "urgency": "normal"})


def options_of(field: IntakeField) -> tuple[Option, ...]:
    """Every answer that a field with codes can have, the two that every question has at the end."""
    offered = codes.DISTRICTS if field.kind is Kind.DISTRICT else field.options
    return (*offered, *UNANSWERED)
