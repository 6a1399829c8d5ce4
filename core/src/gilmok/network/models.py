"""The network in the database. Columns are named as the fields of `places`, so that a row and a value are one to one.

`origin` says whose a row is: `shipped` rows follow the packaged file at each load; any other row belongs to the
installation and is never touched. Spans are half-open and may be open at either end.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

SHIPPED = "shipped"
INSTALLATION = "installation"

READ_ONLY = {"info": {"web": "SELECT"}}


def _source() -> ForeignKey:
    return ForeignKey("network_source.code")


def _district() -> ForeignKey:
    return ForeignKey("district.code")


class FromFile:
    """What every row of the network has: whose it is. A row typed in by hand is the installation's."""

    origin: Mapped[str] = mapped_column(default=INSTALLATION, server_default=INSTALLATION)


class SourceRow(FromFile, Base):
    """Where facts of the network come from, and how sure that is."""

    __tablename__ = "network_source"
    __table_args__ = READ_ONLY

    code: Mapped[str] = mapped_column(primary_key=True)
    title_ko: Mapped[str]
    title_en: Mapped[str]
    confidence: Mapped[str]
    published: Mapped[str]
    verified_on: Mapped[date | None]


class RegionRow(FromFile, Base):
    """A region of the network (권역)."""

    __tablename__ = "region"
    __table_args__ = READ_ONLY

    code: Mapped[str] = mapped_column(primary_key=True)
    name_ko: Mapped[str]
    name_en: Mapped[str]
    source: Mapped[str] = mapped_column(_source())


class DistrictRow(FromFile, Base):
    """A district (자치구). The two code systems share numbers with different meanings, so each has its column."""

    __tablename__ = "district"
    __table_args__ = READ_ONLY

    code: Mapped[str] = mapped_column(primary_key=True)
    name_ko: Mapped[str]
    name_en: Mapped[str]
    code_mois: Mapped[str] = mapped_column(unique=True)
    code_kostat: Mapped[str] = mapped_column(unique=True)
    lat: Mapped[float]
    lon: Mapped[float]
    tile: Mapped[list[int]] = mapped_column(JSONB)
    neighbours: Mapped[list[str]]
    across_river: Mapped[list[str]]
    point_contacts: Mapped[list[str]]
    living_zone: Mapped[str]
    page_status: Mapped[str]
    notes: Mapped[list[dict[str, Any]]]


class MembershipRow(FromFile, Base):
    """A district belongs to a region during a span."""

    __tablename__ = "district_region"
    __table_args__ = (
        UniqueConstraint("district", "starts_on", postgresql_nulls_not_distinct=True),
        CheckConstraint("starts_on < ends_on", name="span"),
        READ_ONLY,
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    district: Mapped[str] = mapped_column(_district())
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    assumed: Mapped[bool]
    source: Mapped[str] = mapped_column(_source())


class CentreRow(FromFile, Base):
    """A desk of the network, from its opening to its closing. Empty text means 'not verified'."""

    __tablename__ = "centre"
    __table_args__ = (
        CheckConstraint("kind IN ('district', 'hub', 'city')", name="kind"),
        CheckConstraint("opened_on < closed_on", name="span"),
        READ_ONLY,
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name_ko: Mapped[str]
    name_en: Mapped[str]
    other_names: Mapped[list[str]]
    district: Mapped[str | None] = mapped_column(_district())
    region: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    opened_on: Mapped[date | None]
    opened_precision: Mapped[str]
    closed_on: Mapped[date | None]
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("centre.code"))
    address: Mapped[str]
    phone: Mapped[str]
    fax: Mapped[str]
    email: Mapped[str]
    web: Mapped[str]
    hours_ko: Mapped[str]
    hours_en: Mapped[str]
    serves_ko: Mapped[str]
    serves_en: Mapped[str]
    on_city_page: Mapped[bool]
    evidence: Mapped[list[dict[str, Any]]]
    notes: Mapped[list[dict[str, Any]]]


class ServiceRow(FromFile, Base):
    """What agencies do for people, and whose district decides which of them does it."""

    __tablename__ = "agency_service"
    __table_args__ = (CheckConstraint("gu_rule IN ('workplace', 'home', 'none')", name="gu_rule"), READ_ONLY)

    code: Mapped[str] = mapped_column(primary_key=True)
    name_ko: Mapped[str]
    name_en: Mapped[str]
    gu_rule: Mapped[str]


class AgencyRow(FromFile, Base):
    """An office outside the network that gives one service."""

    __tablename__ = "agency"
    __table_args__ = (CheckConstraint("starts_on < ends_on", name="span"), READ_ONLY)

    code: Mapped[str] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(ForeignKey("agency_service.code"))
    name_ko: Mapped[str]
    name_en: Mapped[str]
    phone: Mapped[str]
    web: Mapped[str]
    note_ko: Mapped[str]
    note_en: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(_source())
    phone_source: Mapped[str]


class JurisdictionRow(FromFile, Base):
    """An agency answers for a district during a span."""

    __tablename__ = "agency_district"
    __table_args__ = (
        UniqueConstraint("agency", "district", "starts_on", postgresql_nulls_not_distinct=True),
        CheckConstraint("starts_on < ends_on", name="span"),
        READ_ONLY,
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    agency: Mapped[str] = mapped_column(ForeignKey("agency.code"))
    district: Mapped[str] = mapped_column(_district())
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(_source())


class NetworkVersion(Base):
    """One row: how often the network has changed, and a stamp that no two states share, for caches."""

    __tablename__ = "network_version"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), READ_ONLY)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
    stamp: Mapped[UUID]
