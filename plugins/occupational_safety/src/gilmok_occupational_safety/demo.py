"""Fills the tables for the demonstration: reports, some of them checked, visits in every state, relief in cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from gilmok.modules.site import CaseInView, Demo, ViewerSession, atlas, now, receipt_of, sealed, today
from gilmok_occupational_safety.keeping import Sealed
from gilmok_occupational_safety.made_up import (
    AFTER_ABUSE,
    AFTER_CLAIM,
    BEFORE_CLAIM,
    REPORTS,
    VISITS,
    Arranged,
    Recommended,
    Step,
    Told,
    Visited,
)
from gilmok_occupational_safety.near_miss import queries
from gilmok_occupational_safety.near_miss.codes import VISIT, WHAT
from gilmok_occupational_safety.near_miss.models import NearMiss, NearMissCheck
from gilmok_occupational_safety.quarters import quarter_of
from gilmok_occupational_safety.relief.models import Measure, MeasureCount
from gilmok_occupational_safety.scopes import MODULE
from gilmok_occupational_safety.visits.asking import of_report
from gilmok_occupational_safety.visits.codes import ASKED
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove

HUB, REGION = "nodong1", "southwest"


def make(demo: Demo) -> None:
    """Fill the tables, where nothing is there."""
    with demo.session(HUB) as session:
        if queries.waiting(session) or queries.checked(session, 1):
            return
    for login in dict.fromkeys((HUB, *(each.login for each in VISITS))):
        with demo.session(login) as session:
            making = Making(demo, session, demo.people[login].id, atlas(session).acting_hub(REGION, today()).code)
            making.all_of(login)
            session.commit()


@dataclass(frozen=True)
class Making:
    """Making rows in a session of one of the demonstration's people (`by`); `hub` is the centre that does the hub's
    work."""

    demo: Demo
    session: ViewerSession
    by: int
    hub: str

    def all_of(self, login: str) -> None:
        """What this person made: the hub's reports, the visits that they asked for, relief in their centre's cases."""
        for told in REPORTS if login == HUB else ():
            self.report(told)
        for visited in VISITS:
            if visited.login == login:
                self.visit(visited)
        for case in self.demo.cases(self.session, MODULE):
            for arranged in relief_for(case.facts):
                self.measure(case, arranged)

    def add(self, row: Any) -> None:
        """Store a row at once: those that follow look at it."""
        self.session.add(row)
        self.session.flush()

    def words(self, table: type[Sealed], key: UUID, **words: str) -> dict[str, bytes]:
        """The columns that hold the words of a row."""
        said = {name: text for name, text in words.items() if text}
        wrapped, fields = sealed(f"{table.__tablename__}:{key}", said, self.demo.vault)
        return {"wrapped": wrapped, "fields": fields}

    def report(self, told: Told) -> None:
        """A report, and its check the day after it came."""
        receipt = receipt_of(WHAT, uuid4(), {"text": [told.text]}, vault=self.demo.vault)
        chosen = ("district", "kind", "hazard", "industry", "happened", "told_before", "danger_now", "way")
        row = NearMiss(
            id=receipt.key, number=receipt.number, centre_id=self.hub, region=REGION, received_on=day(-told.days),
            version=1, **{name: getattr(told, name) for name in chosen},
            **self.words(NearMiss, receipt.key, text=told.text, employer=told.employer),
        )
        self.add(row)
        if told.verdict:
            self.check(row, told, told.verdict)

    def check(self, row: NearMiss, told: Told, verdict: str) -> None:
        """What a check found; a visit that it proposes is asked for."""
        row.verdict, row.passed_to, row.version = verdict, told.passed_to, 2
        row.checked_on, row.checked_by_id = day(1 - told.days), self.by
        key = uuid4()
        self.add(NearMissCheck(
            id=key, report_id=row.id, at=moment(told.days - 1), by_id=self.by, verdict=verdict,
            passed_to=told.passed_to, **self.words(NearMissCheck, key, note=told.note),
        ))
        if verdict == VISIT:
            self.ask(of_report(row, {"employer": told.employer, "text": told.text}), told.days - 1)

    def ask(self, said: Mapping[str, Any], days: int) -> Visit:
        """A visit that was asked for so many days ago."""
        key, centre = uuid4(), self.session.viewer.centre
        chosen = ("district", "industry", "purpose", "asked_by", "agency", "consent", "report_id")
        row = Visit(
            id=key, centre_id=self.hub, from_centre_id=centre, region=REGION, asked_on=day(-days), state=ASKED,
            version=1, **{name: said.get(name) for name in chosen},
            **self.words(Visit, key, **{name: said.get(name, "") for name in ("workplace", "contact", "about")}),
        )
        self.add(row)
        self.move(row, Step(state=ASKED, days=days))
        return row

    def visit(self, visited: Visited) -> None:
        """A visit as it stands by now, with its recommendations."""
        row = self.ask(vars(visited), visited.days)
        for step in visited.steps:
            row.state, row.version = step.state, row.version + 1
            row.visit_on = None if visited.visit_on is None else day(visited.visit_on)
            row.reason = visited.reason
            self.session.flush()
            self.move(row, step)
        for each in visited.advice:
            self.advise(row, each)

    def move(self, row: Visit, step: Step) -> None:
        """A line of a visit's history."""
        key = uuid4()
        self.add(VisitMove(
            id=key, visit_id=row.id, at=moment(step.days), by_id=self.by, state=step.state, visit_on=row.visit_on,
            reason=row.reason, **self.words(VisitMove, key, note=step.note),
        ))

    def advise(self, row: Visit, said: Recommended) -> None:
        """A recommendation, and what came of it on its day."""
        key = uuid4()
        self.add(Advice(
            id=key, visit_id=row.id, centre_id=row.centre_id, region=row.region, by_id=self.by, due_on=day(said.due),
            result=said.result, answered_on=day(said.due) if said.result else None, version=2 if said.result else 1,
            **self.words(Advice, key, text=said.text, outcome=said.outcome),
        ))

    def measure(self, case: CaseInView, said: Arranged) -> None:
        """Relief in a case, counted as it began and, if it did, ended."""
        key, begun = uuid4(), max(day(-said.days), case.received_on)
        ended = max(day(said.due), begun) if said.result else None
        self.add(Measure(
            id=key, case_id=case.id, case_number=case.number, kind=said.kind, sent_to=said.sent_to,
            consent=said.consent, begun_on=begun, due_on=day(said.due), by_id=self.by, result=said.result,
            ended_on=ended, version=2 if ended else 1,
            **self.words(Measure, key, note=said.note, outcome=said.outcome),
        ))
        for on, result in ((begun, None), (ended, said.result)):
            if on:
                self.add(MeasureCount(
                    id=uuid4(), centre_id=case.centre_id, region=case.region or "", quarter=quarter_of(on).first,
                    kind=said.kind, result=result,
                ))


def relief_for(facts: Mapping[str, Any]) -> tuple[Arranged, ...]:
    """What was arranged in a case with these answers."""
    if facts.get(f"{MODULE}.customer_abuse"):
        return AFTER_ABUSE
    return AFTER_CLAIM if facts.get(f"{MODULE}.claim_filed") else BEFORE_CLAIM


def day(days: int) -> date:
    """The day so many days from today."""
    return today() + timedelta(days=days)


def moment(days: int) -> datetime:
    """The moment so many days ago."""
    return now() - timedelta(days=days)
