"""Reading reports, companies and alerts: each of the viewer's own centre, as row security has it too; an official
reads the figures of all."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from gilmok.modules.site import NotFound, ViewerSession
from gilmok_platform_freelance.reports.codes import CLOSED, COUNTED
from gilmok_platform_freelance.reports.company_models import Alert, AlertStep, Company
from gilmok_platform_freelance.reports.models import Report, ReportCheck, ReportWords
from gilmok_platform_freelance.reports.rules import Counted

MOST = 200
Row = TypeVar("Row")


def here(session: ViewerSession, table: Any) -> ColumnElement[bool]:
    """The condition of the viewer's own centre; without one, of an official, of every centre."""
    centre = session.viewer.centre
    found: ColumnElement[bool] = table.centre_id == centre if centre else table.centre_id.is_not(None)
    return found


def kept() -> ColumnElement[bool]:
    """The condition of the reports that are kept with all that was said; of the others only numbers are left."""
    return Report.erased_on.is_(None)


def waiting(session: ViewerSession) -> list[Report]:
    """The reports that nobody has checked, the oldest first."""
    unchecked = select(Report).where(here(session, Report), kept(), Report.verdict.is_(None))
    return list(session.scalars(unchecked.order_by(Report.received_on, Report.number).limit(MOST)))


def checked(session: ViewerSession, many: int = 50) -> list[Report]:
    """The reports that were checked last."""
    found = select(Report).where(here(session, Report), kept(), Report.verdict.is_not(None))
    return list(session.scalars(found.order_by(Report.checked_on.desc(), Report.number).limit(many)))


def unread(session: ViewerSession) -> set[UUID]:
    """The checked reports to which something was added that nobody has read."""
    added = select(ReportWords.report_id).join(Report, Report.id == ReportWords.report_id).where(
        here(session, Report), ReportWords.read_on.is_(None), Report.verdict.is_not(None),
        ReportWords.id != ReportWords.report_id,
    )
    return set(session.scalars(added))


def report(session: ViewerSession, key: UUID) -> Report:
    """A report of one's own centre that is still kept; raises NotFound."""
    return one(session, Report, key, kept())


def company(session: ViewerSession, key: UUID) -> Company:
    """A company of one's own centre; raises NotFound."""
    return one(session, Company, key)


def alert(session: ViewerSession, key: UUID) -> Alert:
    """An alert of one's own centre; raises NotFound."""
    return one(session, Alert, key)


def one(session: ViewerSession, table: type[Row], key: UUID, *more: ColumnElement[bool]) -> Row:
    """The row of one's own centre that has this id, and for which `more` holds; raises NotFound."""
    columns: Any = table
    found: Row | None = session.scalar(
        select(table).where(columns.id == key, columns.centre_id == session.viewer.centre, *more),
    )
    if found is None:
        raise NotFound
    return found


def numbered(session: ViewerSession, number: str) -> Report | None:
    """The report of a number, of one's own centre."""
    return session.scalar(select(Report).where(here(session, Report), kept(), Report.number == number).limit(1))


def number_of(session: ViewerSession, key: UUID | None) -> str:
    """The number of a report of one's own centre; empty where there is none, or it is no longer kept."""
    return session.scalar(select(Report.number).where(here(session, Report), Report.id == key)) or ""


def words(session: ViewerSession, key: UUID) -> list[ReportWords]:
    """What was written of a report, the first first."""
    written = select(ReportWords).where(ReportWords.report_id == key)
    # What came with the report has its id.
    return sorted(session.scalars(written), key=lambda each: (each.id != key, each.on, each.id))


def checks(session: ViewerSession, key: UUID) -> list[ReportCheck]:
    """The checks of a report, the newest first."""
    found = select(ReportCheck).where(ReportCheck.report_id == key).order_by(ReportCheck.at.desc())
    return list(session.scalars(found))


def companies(session: ViewerSession) -> dict[UUID, Company]:
    """Every company by its id, merged ones too."""
    return {each.id: each for each in session.scalars(select(Company).where(here(session, Company)))}


def roots(found: Iterable[Company]) -> dict[UUID, UUID]:
    """Which company each of these turned out to be."""
    into = {each.id: each.merged_into for each in found}
    return {each: last_of(each, into) for each in into}


def merged_into(found: Iterable[Company], company: UUID) -> list[UUID]:
    """The companies that turned out to be this one."""
    return [each for each, root in roots(found).items() if root == company and each != company]


def last_of(company: UUID, into: dict[UUID, UUID | None]) -> UUID:
    """The company at the end of the mergers; they make no circle, for only what is not merged can be merged into."""
    following = into.get(company)
    return company if following is None else last_of(following, into)


def counted(session: ViewerSession, *, since: date | None = None) -> list[Counted]:
    """The valid reports, each with the company that it turned out to be about."""
    merged = roots(companies(session).values())
    columns = select(Report.id, Report.company_id, Report.kind, Report.region, Report.received_on, Report.same_as)
    valid = columns.where(here(session, Report), Report.verdict.in_(COUNTED))
    if since:
        valid = valid.where(Report.received_on >= since)
    return [
        Counted(row.id, merged.get(row.company_id, row.company_id), row.kind, row.region, row.received_on, row.same_as)
        for row in session.execute(valid)
    ]


def alerts(session: ViewerSession, *, closed: bool = False) -> list[Alert]:
    """The alerts that are not closed, or the closed ones; the newest first."""
    of_state = Alert.state == CLOSED if closed else Alert.state != CLOSED
    found = select(Alert).where(here(session, Alert), of_state)
    return list(session.scalars(found.order_by(Alert.raised_on.desc(), Alert.id).limit(MOST)))


def steps(session: ViewerSession, key: UUID) -> list[AlertStep]:
    """What was done about an alert, the newest first."""
    return list(session.scalars(select(AlertStep).where(AlertStep.alert_id == key).order_by(AlertStep.at.desc())))
