"""What is switched on, in the database: rows that are only added, and a counter that tells every process of a change.

Regions, centres and modules are codes without foreign keys: history outlives a module that is taken away and a centre
that is merged, and what a new row may name is checked when it is planned.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.db import Base

ADDED_ONLY = {"info": {"web": "SELECT, INSERT"}}


class Changed:
    """Which change a row belongs to, who made it (None: from the command line, or shipped), when and why."""

    version: Mapped[int] = mapped_column(index=True)
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    note: Mapped[str]


class ActivationRow(Changed, Base):
    """A module is switched on in a region, or one centre of it; see `things.Activation`. The newest of a place counts.

    `settings` is what the module is set to there; modules declare no settings yet, so it is empty.
    """

    __tablename__ = "module_activation"
    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="span"), ADDED_ONLY)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    module: Mapped[str]
    region: Mapped[str]
    centre: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    scope: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")


class SuspensionRow(Changed, Base):
    """The operator stops a module everywhere at once, or lets it go on; the newest row of a module counts."""

    __tablename__ = "module_suspension"
    __table_args__ = (ADDED_ONLY,)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    module: Mapped[str]
    suspended: Mapped[bool]


class ActivationVersion(Base):
    """One row: how often the two tables above have changed, and a stamp that no two states share, for caches."""

    __tablename__ = "module_version"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), {"info": {"web": "SELECT, INSERT, UPDATE"}})

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
    stamp: Mapped[UUID]
