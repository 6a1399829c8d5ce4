"""The typed, named, immutable things that a module declares.

Each has an `id` that begins with the module's name and a dot (`northeast.sewing_desk`), so that two modules cannot
clash and ids are stable keys for stored decisions, settings and translations. Texts are English sentences marked with
`_`; their Korean stands in the package's `translations/ko.po`.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from gilmok.modules.conditions import Condition


def _(text: str) -> str:
    """Mark a text of a declaration for translation; it is translated when it is shown, not here."""
    return text


class Band(IntEnum):
    """How strongly a rule speaks. The highest band with a rule that holds wins; the core owns this list."""

    GENERAL = 1
    SPECIALTY = 2
    STATUTORY = 3
    EMERGENCY = 4


class At(StrEnum):
    """The kind of centre at which a target stands."""

    DISTRICT = "district"
    HUB = "hub"
    CITY = "city"


class Kind(StrEnum):
    """What an intake field holds, and so how it is asked, read and checked.

    `CODE` one option, `CODES` one or more in order, `DATE`, `BOOL`, `NUMBER` (whole or decimal), `WON` (whole won),
    `DISTRICT`, `TEXT` (free text: kept encrypted, never seen by a rule).
    """

    CODE = "code"
    CODES = "codes"
    DATE = "date"
    BOOL = "bool"
    NUMBER = "number"
    WON = "won"
    DISTRICT = "district"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class ModuleInfo:
    """What a module says of itself: its name (lower case, `_`), title, the programmes of the city's page that it
    serves (`H1`), which API it was written for, and the scopes that a city can switch on one by one."""

    name: str
    title: str
    summary: str
    programmes: tuple[str, ...]
    requires_api: str
    scopes: tuple["Scope", ...] = ()
    version: str = ""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One part of a module that the city can switch on without the others. Its id has no dot (`monitoring`)."""

    id: str
    title: str
    programme: str = ""


@dataclass(frozen=True, kw_only=True)
class Target:
    """A desk or programme that a case can go to: at which kind of centre it stands, and its programme on the city's
    page; `agency` is the code of an agency outside the network that does the work, if one does."""

    id: str
    title: str
    at: At
    programme: str
    summary: str = ""
    agency: str | None = None


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What a counsellor should know of the people who come to one of the module's desks (`target`): what they face,
    what helps them, a sentence each, and the articles, judgments or reports that say so. Shown on the module's page
    and in each case of that desk."""

    id: str
    target: str
    faces: tuple[str, ...]
    helps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoutingRule:
    """When `when` holds, the case goes to the target `to`, because of `reason` (one plain sentence), by `basis`
    (a programme code of the city's page or an article of law). With `scope`, only while that part of the module is
    switched on. `overrides` names rules of the same band or a lower one that this rule goes before where both hold."""

    id: str
    band: Band
    when: Condition
    to: str
    reason: str
    basis: str
    scope: str | None = None
    overrides: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer of a `CODE` or `CODES` field."""

    code: str
    title: str
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class IntakeField:
    """A question at intake, asked while `ask_when` holds (always, if it is None) in regions where the module is
    active. Its id is the code of the fact (`northeast.worker_kind`); `hint` stands below the label, `unit` after the
    number; `sensitive` fields are asked only with their own consent (Personal Information Protection Act, article
    23). Every question can also be answered with 'not known' and 'rather not say', which are no options."""

    id: str
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    ask_when: Condition | None = None
    sensitive: bool = False
    scope: str | None = None
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Activation:
    """One row of what is switched on: a module in a region (or one centre of it) from a day on, to a day if given,
    for all of its scopes or for the named ones."""

    module: str
    region: str
    starts_on: date
    ends_on: date | None = None
    scope: tuple[str, ...] | None = None
    centre: str | None = None
