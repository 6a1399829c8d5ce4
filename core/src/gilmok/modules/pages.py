"""What the pages of modules show, worked out from registry and activations: values that templates only print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gilmok.modules.activation import Activations, holds
from gilmok.modules.declarations import CORE
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.registry import Registry
from gilmok.modules.things import Activation, At, Band, Kind, _


class State(StrEnum):
    """What a module is in one place on one day."""

    ON = "on"
    LATER = "later"
    ENDED = "ended"
    OFF = "off"
    SUSPENDED = "suspended"


STATES: Mapping[State, str] = {
    State.ON: _("Active"),
    State.LATER: _("Not yet"),
    State.ENDED: _("Ended"),
    State.OFF: _("Not active"),
    State.SUSPENDED: _("Suspended"),
}
TONES: Mapping[State, str] = {State.ON: "success", State.LATER: "information", State.SUSPENDED: "danger"}


BANDS: Mapping[Band, str] = {
    Band.GENERAL: _("general"),
    Band.SPECIALTY: _("specialty"),
    Band.STATUTORY: _("by law"),
    Band.EMERGENCY: _("emergency"),
}
AT_WORDS: Mapping[At, str] = {
    At.DISTRICT: _("at every centre"),
    At.HUB: _("at the region's hub"),
    At.CITY: _("at the city's Labour Rights Centre"),
}
KIND_WORDS: Mapping[Kind, str] = {
    Kind.DATE: _("a day"),
    Kind.BOOL: _("yes or no"),
    Kind.NUMBER: _("a number"),
    Kind.WON: _("a sum in won"),
    Kind.DISTRICT: _("a district"),
    Kind.TEXT: _("free text"),
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A module in a region (or one centre of it): its state, and the row that says so, if any."""

    region: str
    state: State
    row: Activation | None = None

    @property
    def tone(self) -> str:
        """The tone of the state's badge."""
        return TONES.get(self.state, "")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A module in the table of places: the regions in order, and the centres that have rows of their own."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    centres: tuple[Cell, ...]


def state_of(row: Activation | None, on: date, suspended: bool = False) -> State:
    """What a place's newest row makes of the module on that day."""
    if row is None or row.scope == ():
        return State.OFF
    if holds(row, on):
        return State.SUSPENDED if suspended else State.ON
    return State.LATER if on < row.starts_on else State.ENDED


def line(module: LoadedModule, activations: Activations, regions: tuple[str, ...], on: date) -> Line:
    """One module in all regions on that day."""
    suspended = module.name in activations.suspended

    def cell(region: str, row: Activation | None) -> Cell:
        return Cell(region=region, state=state_of(row, on, suspended), row=row)

    own = [row for row in activations.newest.values() if row.module == module.name]
    whole = {row.region: row for row in own if row.centre is None}
    return Line(
        name=module.name, title=module.info.title,
        cells=tuple(cell(region, whole.get(region)) for region in regions),
        centres=tuple(cell(row.region, row) for row in own if row.centre is not None),
    )


def lines(registry: Registry, activations: Activations, regions: tuple[str, ...], on: date) -> list[Line]:
    """Every installed module but the core, which is always on."""
    return [line(module, activations, regions, on) for module in installed(registry)]


def installed(registry: Registry) -> list[LoadedModule]:
    """The modules that can be switched, in the order of their names."""
    return [module for name, module in registry.modules.items() if name != CORE]


def gone(registry: Registry, activations: Activations) -> list[str]:
    """Modules that were switched on once and are not installed any more; their cases and decisions stay readable."""
    failed = {failure.module or failure.entry_point for failure in registry.failures}
    return sorted({row.module for row in activations.rows} - set(registry.modules) - failed)
