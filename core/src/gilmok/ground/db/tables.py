"""What every table has in common: one metadata, names that migrations can rely on, and how a table is protected."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, DateTime, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The mapped classes of the core.

    `__table_args__`'s `info` says what the web's database role may do (`"web": "SELECT, UPDATE (stage)"`, columns named
    where they are not all; nothing, if it is left out) and how its rows are protected: `"rows": "case"` where they
    belong to a case (see `protection`), `"rows": "centre"` where their `centre_id` says whose they are.
    """

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB(),
        list[str]: JSONB(),
        list[dict[str, Any]]: JSONB(),
    }


class OfCase:
    """A mapped class whose rows belong to one case: every query of a viewer's session is scoped to the viewer's centre
    by its `case_id`."""

    case_id: Mapped[int] = mapped_column(BigInteger)


def own_tables(package: str) -> set[str]:
    """The names of the tables whose mapped classes stand in this package."""
    mapped = ((each.class_.__module__.partition(".")[0], each.local_table) for each in Base.registry.mappers)
    return {str(table.description) for name, table in mapped if name == package}
