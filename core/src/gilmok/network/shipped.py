"""The network of Seoul as it is shipped: the TOML files in `data/`, read into the values of `places`."""

from pathlib import Path

from gilmok.ground.entries import read_entries
from gilmok.ground.sources import Source
from gilmok.network.places import Agency, Centre, District, Jurisdiction, Membership, Network, Region, Service

DATA = Path(__file__).parent / "data"


def read_shipped(folder: Path = DATA) -> Network:
    """The shipped network. Raises `EntryError` where a file has an unknown, missing or wrong field."""
    return Network(
        sources=read_entries(folder / "sources.toml", "source", Source),
        regions=read_entries(folder / "regions.toml", "region", Region),
        districts=read_entries(folder / "districts.toml", "district", District),
        memberships=read_entries(folder / "districts.toml", "membership", Membership),
        centres=read_entries(folder / "centres.toml", "centre", Centre),
        services=read_entries(folder / "agencies.toml", "service", Service),
        agencies=read_entries(folder / "agencies.toml", "agency", Agency),
        jurisdictions=read_entries(folder / "agencies.toml", "jurisdiction", Jurisdiction),
    )
