"""Patterns of reports, and when they are worth an alert. Pure: reports in, figures out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

MANY, RISE = "many", "rise"


class Quarter(NamedTuple):
    """A quarter of a year."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        """The quarter before."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def after(self) -> "Quarter":
        """The quarter that follows."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)


@dataclass(frozen=True)
class Counted:
    """A valid report as figures see it: about which company, when it came, and of which earlier one it has the
    reporter, as far as that is known."""

    id: UUID
    company: UUID
    kind: str
    region: str
    on: date
    same_as: UUID | None = None


@dataclass(frozen=True)
class Pattern:
    """What was reported of one company, kind and region in a quarter, and in the quarter before."""

    company: UUID
    kind: str
    region: str
    count: int
    reporters: int
    before: int


@dataclass(frozen=True)
class Threshold:
    """When an alert is raised: `least` reports of one company within so many `days`; or, in a quarter, at least
    `rise_least` and so many hundredths (`times`) of the quarter before. The city changes the numbers; each change is a
    version."""

    least: int = 3
    days: int = 90
    times: int = 200
    rise_least: int = 3
    version: int = 0


@dataclass(frozen=True)
class Due:
    """Why an alert is due, and on how many reports by how many people."""

    why: str
    count: int
    reporters: int


def reporters(reports: Iterable[Counted], known: Mapping[UUID, UUID | None] | None = None) -> int:
    """How many people reported, as far as is known: each report is somebody's own but where it is noted that it is by
    the person of another one. `known`: what is noted of reports beside these."""
    these = list(reports)
    noted = {**(known or {}), **notes(these)}
    return len({first_of(each.id, noted) for each in these})


def notes(reports: Iterable[Counted]) -> dict[UUID, UUID | None]:
    """Of which earlier report each has the reporter, as far as that is noted."""
    return {each.id: each.same_as for each in reports}


def first_of(report: UUID, noted: Mapping[UUID, UUID | None]) -> UUID:
    """The first report of the same person; where the notes go in a circle, the same one from wherever one begins."""
    seen: list[UUID] = []
    while report not in seen:
        seen.append(report)
        following = noted.get(report)
        if following is None:
            return report
        report = following
    return min(seen[seen.index(report):])


def patterns(reports: Sequence[Counted], quarter: Quarter) -> list[Pattern]:
    """What was reported in a quarter, by company, kind and region; what was reported most stands first. What was
    reported only in the quarter before is there with none, for a pattern that ended tells something too."""
    now, before = (grouped(within(reports, each)) for each in (quarter, quarter.before))
    noted = notes(reports)
    found = [
        Pattern(*key, len(now.get(key, ())), reporters(now.get(key, ()), noted), len(before.get(key, ())))
        for key in {**before, **now}
    ]
    return sorted(found, key=lambda each: (-each.count, -each.before, each.company, each.kind, each.region))


def within(reports: Iterable[Counted], quarter: Quarter) -> list[Counted]:
    """The reports that came in a quarter."""
    return [each for each in reports if quarter.first <= each.on <= quarter.last]


def grouped(reports: Iterable[Counted]) -> dict[tuple[UUID, str, str], list[Counted]]:
    """The reports by company, kind and region."""
    found: dict[tuple[UUID, str, str], list[Counted]] = {}
    for each in reports:
        found.setdefault((each.company, each.kind, each.region), []).append(each)
    return found


def due(reports: Sequence[Counted], rule: Threshold, on: date, *, since: date | None = None) -> Due | None:
    """Whether the reports about one company are worth an alert on a day; None where they are not. `since`: the day on
    which the last alert about it was closed: what came until then has been worked on."""
    known = notes(reports)
    until = [each for each in reports if each.on <= on]
    fresh = [each for each in until if each.on > (since or date.min)]
    for why, enough in ((MANY, lately(fresh, rule, on)), (RISE, risen(fresh, until, rule, on))):
        if enough:
            return Due(why, len(enough), reporters(enough, known))
    return None


def lately(reports: Sequence[Counted], rule: Threshold, on: date) -> list[Counted]:
    """The reports of the last days, where they are many enough; else none."""
    found = [each for each in reports if each.on > on - timedelta(days=rule.days)]
    return found if len(found) >= rule.least else []


def risen(fresh: Sequence[Counted], reports: Sequence[Counted], rule: Threshold, on: date) -> list[Counted]:
    """The fresh reports of the quarter, where they are that many more than all of the quarter before; else none."""
    now, before = within(fresh, quarter_of(on)), within(reports, quarter_of(on).before)
    enough = before and len(now) >= rule.rise_least and 100 * len(now) >= rule.times * len(before)
    return now if enough else []
