"""What the network is made of: values that the data files, the database and the pages share.

Everything that can change is dated by a half-open span: it holds on `starts_on <= day < ends_on`; an end that is None
is open ('before the records begin', 'until now'). Every fact names its source, and a source says how sure it is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gilmok.ground.sources import Source


class CentreKind(StrEnum):
    """A district's own centre, a region's hub (city-run), or the city's Labour Rights Centre."""

    DISTRICT = "district"
    HUB = "hub"
    CITY = "city"


class PageStatus(StrEnum):
    """What the city's page says of a centre in a district; it is silent on three of the 25."""

    CITY_RUN = "city_run"
    DISTRICT_RUN = "district_run"
    NONE_YET = "none_yet"
    SILENT = "silent"


class DistrictRule(StrEnum):
    """Whose district decides which agency answers."""

    WORKPLACE = "workplace"
    HOME = "home"
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A sentence that staff should know; `source` is the code of its source, or empty."""

    ko: str
    en: str
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The fields (`about`) of an entry that rest on one source."""

    about: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """One of the network's regions (권역), which differ from the five living zones of the city plan."""

    code: str
    name_ko: str
    name_en: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class District:
    """A district (자치구). `tile` is row and column on the tile map; `across_river` are those of the `neighbours`
    beyond the Han; `point_contacts` touch in a point and are no neighbours. The two code systems share numbers."""

    code: str
    name_ko: str
    name_en: str
    code_mois: str
    code_kostat: str
    lat: float
    lon: float
    tile: tuple[int, int]
    neighbours: tuple[str, ...]
    across_river: tuple[str, ...] = ()
    point_contacts: tuple[str, ...] = ()
    living_zone: str
    page_status: PageStatus
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """A district belongs to a region during a span; `assumed` where the city's page does not say so."""

    district: str
    region: str
    starts_on: date | None = None
    ends_on: date | None = None
    assumed: bool = False
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Centre:
    """A desk of the network. Empty text means 'not verified', never 'none'. `closed_on` is the first day no longer
    open; with a precision of `month` only the month of opening is known and the date is its first day."""

    code: str
    kind: CentreKind
    name_ko: str
    name_en: str
    other_names: tuple[str, ...] = ()
    district: str | None = None
    region: str | None = None
    opened_on: date | None = None
    opened_precision: str = "day"
    closed_on: date | None = None
    merged_into: str | None = None
    address: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    web: str = ""
    hours_ko: str = ""
    hours_en: str = ""
    serves_ko: str = ""
    serves_en: str = ""
    on_city_page: bool
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()

    def is_open(self, on: date) -> bool:
        """Whether this centre takes people in on that day."""
        return holds(self.opened_on, self.closed_on, on)

    def is_closed(self, on: date) -> bool:
        """Whether this centre closed on that day or before it."""
        return self.closed_on is not None and self.closed_on <= on

    def is_coming(self, on: date) -> bool:
        """Whether this centre opens only after that day."""
        return self.opened_on is not None and self.opened_on > on

    @property
    def opens(self) -> tuple[date, str]:
        """What orders centres by their opening."""
        return (self.opened_on or date.min, self.code)

    @property
    def closes(self) -> tuple[date, str]:
        """What orders centres by their closing."""
        return (self.closed_on or date.max, self.code)

    def sources_of(self, field: str) -> tuple[str, ...]:
        """The codes of the sources that a field of this centre rests on."""
        return tuple(item.source for item in self.evidence if field in item.about)


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """What agencies do for people, and whose district decides which of them does it."""

    code: str
    name_ko: str
    name_en: str
    gu_rule: DistrictRule


@dataclass(frozen=True, kw_only=True, slots=True)
class Agency:
    """An office outside the network that gives one service; `phone_source` where the number has a source of its own."""

    code: str
    service: str
    name_ko: str
    name_en: str
    phone: str = ""
    web: str = ""
    note_ko: str = ""
    note_en: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    source: str
    phone_source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Jurisdiction:
    """An agency answers for these districts during a span."""

    agency: str
    districts: tuple[str, ...]
    starts_on: date | None = None
    ends_on: date | None = None
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """All rows of the network, in the order of their file or table."""

    sources: tuple[Source, ...]
    regions: tuple[Region, ...]
    districts: tuple[District, ...]
    memberships: tuple[Membership, ...]
    centres: tuple[Centre, ...]
    services: tuple[Service, ...]
    agencies: tuple[Agency, ...]
    jurisdictions: tuple[Jurisdiction, ...]


def holds(starts_on: date | None, ends_on: date | None, on: date) -> bool:
    """Whether a day lies in the half-open span."""
    return (starts_on is None or starts_on <= on) and (ends_on is None or on < ends_on)
