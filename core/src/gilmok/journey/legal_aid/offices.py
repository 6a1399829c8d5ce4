"""Which office is competent: from the district of the workplace, on the day of filing; asked where it is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gilmok.ground.sources import Confidence
from gilmok.journey.legal_aid.table import Both
from gilmok.network.atlas import Atlas
from gilmok.network.places import Agency


class Why(StrEnum):
    """How the office was found, or why it was not."""

    DISTRICT = "district"
    ALL_SEOUL = "all_seoul"
    ASK = "ask"
    OUTSIDE = "outside"
    UNVERIFIED = "unverified"


OUTSIDE_SEOUL = "outside_seoul"
UNKNOWN = frozenset({None, "unknown", "refused"})
WHY_TITLES = {
    Why.DISTRICT: Both("일하는 곳의 자치구로 정했습니다.", "By the district of the workplace."),
    Why.ALL_SEOUL: Both("서울 전체를 맡는 기관입니다. 일하는 곳이 서울인지 확인하세요.",
                        "It answers for all of Seoul. Make sure that the workplace is in Seoul."),
    Why.ASK: Both("일하는 곳의 자치구를 모릅니다. 물어보고 '질문과 답'에 적어 주세요.",
                  "The district of the workplace is not known. Ask, and write it under 'Questions and answers'."),
    Why.OUTSIDE: Both("일하는 곳이 서울 밖입니다. 그곳의 기관에 내야 하며, 고용노동부(1350)에서 안내합니다.",
                      "The workplace is outside Seoul: file with the office there; the ministry (1350) tells which."),
    Why.UNVERIFIED: Both("맡는 기관이 확인되지 않았습니다. 목록에서 골라 주세요.",
                         "It is not verified which office answers. Please choose one of the list."),
}
REASONS = (
    ("workplace_moved", Both("일한 곳의 관할이 다름", "another office answers for where the work was done")),
    ("agency_said", Both("기관이 알려 줌", "an agency said so")),
    ("joined", Both("같은 사건이 이미 그곳에 있음", "the same matter is already there")),
    ("wish", Both("본인이 원함", "the person's wish")),
)


@dataclass(frozen=True)
class Office:
    """The competent office and why; None where it has to be asked or chosen. `sure`: how sure its competence is,
    `phone_sure`: how sure its number."""

    why: Why
    agency: Agency | None = None
    sure: Confidence | None = None
    phone_sure: Confidence | None = None

    @property
    def reason(self) -> Both:
        """Why, in words."""
        return WHY_TITLES[self.why]


def competent(atlas: Atlas, service: str, facts: Mapping[str, Any], on: date) -> Office:
    """The office that gives a service for the workplace of these facts on that day."""
    district = facts.get("workplace_district")
    if district == OUTSIDE_SEOUL:
        return Office(Why.OUTSIDE)
    by_district = service in atlas.services and atlas.services[service].gu_rule != "none"
    if by_district and district in UNKNOWN:
        return Office(Why.ASK)
    found = atlas.agencies_for(service, district, on)
    if len(found) != 1:
        return Office(Why.UNVERIFIED)
    return office_of(atlas, found[0], Why.DISTRICT if by_district else Why.ALL_SEOUL)


def office_of(atlas: Atlas, agency: Agency, why: Why) -> Office:
    """An agency with how sure its competence and its number are."""
    phone = atlas.sources[agency.phone_source or agency.source].confidence
    return Office(why, agency, atlas.sources[agency.source].confidence, phone if agency.phone else None)
