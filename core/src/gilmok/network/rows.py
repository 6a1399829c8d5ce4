"""Rows and values of the network: which table holds which kind of entry, and how one becomes the other."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sqlalchemy import inspect

from gilmok.ground.entries import value_of
from gilmok.ground.sources import Source
from gilmok.network.models import (
    AgencyRow,
    CentreRow,
    DistrictRow,
    FromFile,
    JurisdictionRow,
    MembershipRow,
    RegionRow,
    ServiceRow,
    SourceRow,
)
from gilmok.network.places import Agency, Centre, District, Jurisdiction, Membership, Network, Region, Service

Columns = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """One table: the kind of its values, where `Network` has them, and the columns that tell its rows apart.

    `order`: the columns that its values are read by, if not by the key. `whole`: the columns of what an installation
    takes over as a whole with its first row of its own (the regions of a district, say); rows of such a table follow
    the file also when the file drops them.
    """

    name: str
    row: type[Any]
    kind: type[Any]
    key: tuple[str, ...] = ("code",)
    order: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


# In the order in which rows may name each other.
SHELVES = (
    Shelf(name="sources", row=SourceRow, kind=Source),
    Shelf(name="regions", row=RegionRow, kind=Region),
    Shelf(name="districts", row=DistrictRow, kind=District, order=("code_mois",)),
    Shelf(name="memberships", row=MembershipRow, kind=Membership, key=("district", "starts_on"), whole=("district",)),
    Shelf(name="centres", row=CentreRow, kind=Centre),
    Shelf(name="services", row=ServiceRow, kind=Service),
    Shelf(name="agencies", row=AgencyRow, kind=Agency),
    Shelf(
        name="jurisdictions", row=JurisdictionRow, kind=Jurisdiction, key=("agency", "district", "starts_on"),
        whole=("service", "district"),
    ),
)


def columns_of(shelf: Shelf, network: Network) -> list[Columns]:
    """The columns of each row that the network has on a shelf; a jurisdiction is a row for each of its districts."""
    return [columns for item in getattr(network, shelf.name) for columns in flat(plain(item))]


def flat(columns: Columns) -> Iterable[Columns]:
    """One set of columns for each of the `districts`, where there are several; else just these."""
    if "districts" not in columns:
        return [columns]
    districts = columns.pop("districts")
    return [{**columns, "district": district} for district in districts]


def plain(value: Any) -> Any:
    """A value as JSON and columns hold it: dataclasses as dictionaries, tuples as lists."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def network_of(rows: Mapping[str, Iterable[FromFile]]) -> Network:
    """The network from the rows of each shelf, by the shelf's name."""
    return Network(**{
        shelf.name: tuple(value_of_row(shelf, row) for row in rows[shelf.name]) for shelf in SHELVES
    })


def value_of_row(shelf: Shelf, row: FromFile) -> Any:
    """The value that a row holds."""
    own = {"id", "origin"}
    entry = {name: value for name, value in columns_from(row).items() if value is not None and name not in own}
    if shelf.kind is Jurisdiction:
        entry["districts"] = [entry.pop("district")]
    return value_of(shelf.kind, entry, shelf.row.__tablename__)


def columns_from(row: FromFile) -> Columns:
    """The columns of a row by name."""
    return {column.key: getattr(row, column.key) for column in inspect(type(row)).columns}


def key_of(columns: Mapping[str, Any], names: tuple[str, ...]) -> Hashable:
    """What tells a row apart, from its columns."""
    return tuple(columns[name] for name in names)
