"""The steps of a founding, what rules must contain, and where a report goes: read from `data/`, which a labour attorney
can correct."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gilmok.ground.entries import read_entries
from gilmok.ground.sources import Confidence, Source
from gilmok.programmes.organising.stages import Stage

DATA = Path(__file__).parent / "data"
RULE = "rule"


@dataclass(frozen=True, kw_only=True)
class Basis:
    """An article, or what else a step rests on."""

    text_ko: str
    text_en: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Check:
    """A line that is ticked; `source` where it is less sure than its step."""

    code: str
    text_ko: str
    text_en: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a founding."""

    code: str
    stages: tuple[Stage, ...]
    title_ko: str
    title_en: str
    what_ko: str
    what_en: str
    who_ko: str
    who_en: str
    basis: tuple[Basis, ...]
    check: tuple[Check, ...]
    kinds: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    starts: str = ""

    @property
    def items(self) -> tuple[str, ...]:
        """Under what its ticks are kept; of the draft rules also each thing that they must contain."""
        own = tuple(f"{self.code}.{each.code}" for each in self.check)
        return (*own, *(f"{RULE}.{each.code}" for each in rules())) if self.code == "rules" else own


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that a union's rules must contain, with a clause to begin with."""

    code: str
    title_ko: str
    title_en: str
    draft_ko: str


@dataclass(frozen=True, kw_only=True)
class Office:
    """Where a report goes; `%(district)s` in its name is the district."""

    area: str
    outside: bool
    name_ko: str
    name_en: str


@cache
def steps() -> tuple[Step, ...]:
    """Every step, in order."""
    return read_entries(DATA / "steps.toml", "step", Step)


@cache
def rules() -> tuple[Rule, ...]:
    """What rules must contain, in the order of the article."""
    return read_entries(DATA / "rules.toml", "rule", Rule)


@cache
def sources() -> Mapping[str, Source]:
    """The sources by their codes."""
    return {each.code: each for each in read_entries(DATA / "sources.toml", "source", Source)}


@cache
def offices() -> tuple[Office, ...]:
    """Where reports go, by area."""
    return read_entries(DATA / "sources.toml", "office", Office)


def steps_for(kind: str) -> tuple[Step, ...]:
    """The steps of founding a union of this kind."""
    return tuple(each for each in steps() if not each.kinds or kind in each.kinds)


def at_hand(course: Iterable[Step], stage: Stage, ticked: Collection[str]) -> Step | None:
    """The first step of this stage of which something is not ticked yet; None where all of it is."""
    of_stage = (each for each in course if stage in each.stages)
    return next((each for each in of_stage if not set(each.items) <= set(ticked)), None)


def step(code: str) -> Step | None:
    """The step of this code; None if there is none."""
    return next((each for each in steps() if each.code == code), None)


def unsure(code: str) -> Confidence | None:
    """How sure a source is where it is not official; None where it is, or where there is none."""
    sure = sources()[code].confidence if code else Confidence.OFFICIAL
    return None if sure is Confidence.OFFICIAL else sure


def office(area: str, district: object | None) -> Office:
    """Where the report of a union of this area goes, its name with the district in it (None: outside Seoul)."""
    found = next(each for each in offices() if each.area == area and each.outside == (district is None))
    named = {"ko": getattr(district, "name_ko", ""), "en": getattr(district, "name_en", "")}
    return Office(
        area=area, outside=found.outside, name_ko=found.name_ko % {"district": named["ko"]},
        name_en=found.name_en % {"district": named["en"]},
    )
