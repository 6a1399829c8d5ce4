"""What is erased of the monitoring once its time is over: words, notes, receipts, and the companies that nothing else
names. The numbers of every quarter, and what was published, stay. See docs/decisions/0020-what-modules-keep.md."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from uuid import UUID

from sqlalchemy import Date, Executable, ScalarSelect, cast, delete, exists, func, or_, select, union, update

from gilmok.modules.site import ViewerSession, kept_since, moment_of, today
from gilmok_platform_freelance.reports.codes import CLOSED
from gilmok_platform_freelance.reports.company_models import Alert, AlertStep, Company, CompanyMark
from gilmok_platform_freelance.reports.models import Report, ReportCheck, ReportedCase, ReportState, ReportWords

OF_REPORT = (ReportWords, ReportCheck, ReportState)


def erase(session: ViewerSession) -> None:
    """Erase what came before the days that are kept."""
    since = kept_since(today())
    carry_out(
        session, *of_reports(since), delete(AlertStep).where(AlertStep.at < moment_of(since, time())),
        delete(ReportedCase).where(ReportedCase.year < since.year),
    )
    carry_out(session, *of_companies(unnamed(session, since)))


def carry_out(session: ViewerSession, *statements: Executable) -> None:
    """Carry statements out one after the other."""
    for each in statements:
        session.execute(each, execution_options={"synchronize_session": False})


def of_reports(since: date) -> Iterator[Executable]:
    """What erases reports of earlier days: words, checks, and the digest of number and secret with what it found; of
    the report all by which its sender might be known, so that no more is left than a quarter is counted by."""
    earlier = (Report.received_on < since, Report.erased_on.is_(None))
    old: ScalarSelect[UUID] = select(Report.id).where(*earlier).scalar_subquery()
    yield from (delete(table).where(table.report_id.in_(old)) for table in OF_REPORT)
    yield update(Report).where(*earlier).values(
        number="", district="", language="", month=None, erased_on=today(),
        received_on=cast(func.date_trunc("quarter", Report.received_on), Date),
    )


def unnamed(session: ViewerSession, since: date) -> list[UUID]:
    """The companies with a name of which nothing that is kept tells: no report, and no alert on which somebody worked
    since this day; of those merged into each other none."""
    worked_on = or_(Alert.raised_on >= since, exists().where(AlertStep.alert_id == Alert.id))
    named = session.scalars(union(
        select(Report.company_id).where(Report.erased_on.is_(None), Report.company_id.is_not(None)),
        select(Alert.company_id).where(worked_on),
    ))
    into = {row.id: row.merged_into for row in session.execute(select(Company.id, Company.merged_into))}
    alive = {each for start in named for each in chain(start, into)}
    readable = session.scalars(select(Company.id).where(Company.wrapped.is_not(None)))
    return [each for each in readable if each not in alive]


def chain(company: UUID | None, into: Mapping[UUID, UUID | None]) -> Iterator[UUID]:
    """A company and those that it turned out to be, one after the other."""
    while company is not None:
        yield company
        company = into.get(company)


def of_companies(gone: Collection[UUID]) -> Iterator[Executable]:
    """What erases companies: name, number, and all by which one would be found again. They stay as ids to count by, and
    nobody works on an alert about them any more."""
    yield update(Company).where(Company.id.in_(gone)).values(wrapped=None, fields=None)
    yield delete(CompanyMark).where(CompanyMark.company_id.in_(gone))
    yield update(Report).where(
        Report.erased_on.is_not(None), or_(Report.company_id.is_(None), Report.company_id.in_(gone)),
    ).values(name_mark=b"", number_mark=None)
    yield update(Alert).where(Alert.company_id.in_(gone), Alert.state != CLOSED).values(
        state=CLOSED, closed_on=today(), version=Alert.version + 1,
    )
