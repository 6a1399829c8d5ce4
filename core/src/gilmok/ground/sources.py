"""Where facts come from, and how sure that is: for every room whose data a person must be able to check."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gilmok.ground.marking import _marked as _


class Confidence(StrEnum):
    """How sure a source is: the city's page or a statute, a secondary source, worked out from either, not checked."""

    OFFICIAL = "official"
    REPORTED = "reported"
    COMPUTED = "computed"
    UNVERIFIED = "unverified"


CONFIDENCES = {
    Confidence.OFFICIAL: _("Official source"),
    Confidence.REPORTED: _("Secondary source, not confirmed by the place itself"),
    Confidence.COMPUTED: _("Computed from other data"),
    Confidence.UNVERIFIED: _("Not verified"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where facts come from; `verified_on` is the day on which they were compared with it, None if nobody did."""

    code: str
    title_ko: str
    title_en: str
    confidence: Confidence
    published: str = ""
    verified_on: date | None = None
