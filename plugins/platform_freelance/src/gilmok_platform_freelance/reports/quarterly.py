"""The quarterly report: worked out from the valid reports, written by one, published by another, each version kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import (
    SMALLEST,
    IllegalMove,
    Invalid,
    NotFound,
    Person,
    Vault,
    ViewerSession,
    change_version,
    log,
    read,
    today,
)
from gilmok_platform_freelance.reports import queries
from gilmok_platform_freelance.reports.alerting import threshold
from gilmok_platform_freelance.reports.codes import DRAFT, KINDS, PROPOSED, PUBLISHED
from gilmok_platform_freelance.reports.companies import said_of
from gilmok_platform_freelance.reports.company_models import Alert
from gilmok_platform_freelance.reports.publicly import is_small, shown
from gilmok_platform_freelance.reports.quarterly_models import PublishedQuarterly, Quarterly
from gilmok_platform_freelance.reports.rules import Counted, Quarter, within

_beginning = insert(Quarterly).on_conflict_do_nothing().returning(Quarterly.id)


class SecondPersonNeeded(Invalid):
    """Somebody else than who wrote the report has to publish it."""


def begin(session: ViewerSession, quarter: Quarter, regions: Sequence[str], *, by: Person) -> UUID:
    """The report of one's own centre on a quarter and regions: the one that is there, or a new one."""
    code = "-".join([f"{quarter.year}q{quarter.number}", *sorted(regions), by.centre_id or ""])
    made = read(session, _beginning, {
        "id": uuid4(), "code": code, "centre_id": by.centre_id, "year": quarter.year, "quarter": quarter.number,
        "regions": sorted(regions), "summary": "", "proposals": "", "change": "", "state": DRAFT,
        "written_by_id": by.id, "named": [], "version": 1,
    }).scalar()
    if made:
        log(session, "platform_freelance_quarterly_begun", report=str(made))
        return UUID(str(made))
    return session.scalars(select(Quarterly.id).where(Quarterly.code == code)).one()


def write(session: ViewerSession, report: Quarterly, said: Mapping[str, Any], *, version: int, by: Person) -> None:
    """Save what a report says; it then waits for a second person. Raises ChangedMeanwhile."""
    change_version(session, report, version, **said, state=PROPOSED, written_by_id=by.id)
    log(session, "platform_freelance_quarterly_written", report=str(report.id))


def name(session: ViewerSession, report: Quarterly, companies: Iterable[str], *, version: int, by: Person) -> None:
    """Let these companies be named where they are reported often enough; raises ChangedMeanwhile."""
    may_be = {str(company) for company, _count in nameable(session, report)}
    named = sorted(may_be & set(companies))
    change_version(session, report, version, named=named, named_by_id=by.id)
    log(session, "platform_freelance_companies_named", report=str(report.id), companies=named)


def publish(session: ViewerSession, report: Quarterly, *, version: int, by: Person, vault: Vault) -> None:
    """Publish the next version, as the figures are now; raises SecondPersonNeeded, IllegalMove where it does not wait
    for that, ChangedMeanwhile."""
    if report.state != PROPOSED:
        raise IllegalMove
    if report.written_by_id == by.id:
        raise SecondPersonNeeded
    change, writer = report.change, report.written_by_id
    change_version(session, report, version, state=PUBLISHED, change="")
    versions = published_versions(session, report.code)
    session.add(PublishedQuarterly(
        code=report.code, version=len(versions) + 1, centre_id=report.centre_id, published_on=today(),
        written_by_id=writer, published_by_id=by.id, change=change, body=body_of(session, report, vault),
    ))
    session.flush()
    log(session, "platform_freelance_quarterly_published", report=str(report.id), version=len(versions) + 1)


def figures(session: ViewerSession, report: Quarterly) -> list[Counted]:
    """The valid reports that a quarterly report is about: of its centre and regions, of its quarter and the one
    before."""
    quarter = quarter_of(report)
    found = queries.counted(session, since=quarter.before.first)
    # An official sees those of every centre; a report is about its own.
    own = {each for each, company in queries.companies(session).items() if company.centre_id == report.centre_id}
    return [
        each for each in found
        if each.region in report.regions and each.company in own and each.on <= quarter.last
    ]


def quarter_of(report: Quarterly) -> Quarter:
    """The quarter that a report is about."""
    return Quarter(report.year, report.quarter)


def nameable(session: ViewerSession, report: Quarterly) -> list[tuple[UUID, int]]:
    """The companies that could be named, with their number of reports in the quarter."""
    least = least_to_name(session)
    counts = Counter(each.company for each in within(figures(session, report), quarter_of(report)))
    return [(company, count) for company, count in counts.most_common() if count >= least]


def least_to_name(session: ViewerSession) -> int:
    """How many reports a company is named from: no small number is shown, and no fewer than an alert takes."""
    return max(SMALLEST, threshold(session).least)


def body_of(session: ViewerSession, report: Quarterly, vault: Vault) -> dict[str, Any]:
    """What anybody may read of a report: figures with small ones hidden, and the companies that may be named."""
    quarter, found = quarter_of(report), figures(session, report)
    now, before = within(found, quarter), within(found, quarter.before)
    counts = Counter((each.kind, each.region) for each in now)
    companies = queries.companies(session)
    named = [
        # Not how many exactly: taken from the sum, it would tell how few are about all others.
        {"name": said_of(companies[company], vault).get("company", ""), "least": least_to_name(session)}
        for company, _count in nameable(session, report)
        if str(company) in report.named and companies[company].wrapped
    ]
    return {
        "year": report.year, "quarter": report.quarter, "regions": report.regions, "summary": report.summary,
        "proposals": report.proposals, "table": shown(counts, list(KINDS), report.regions).stored,
        "before": None if is_small(len(before)) else len(before), "named": named,
        "alerts": alerts_in(session, report),
    }


def alerts_in(session: ViewerSession, report: Quarterly) -> int:
    """How many alerts the centre had in the quarter."""
    quarter = quarter_of(report)
    of_centre = select(func.count()).select_from(Alert).where(Alert.centre_id == report.centre_id)
    return session.scalars(of_centre.where(Alert.raised_on.between(quarter.first, quarter.last))).one()


def quarterlies(session: ViewerSession) -> list[Quarterly]:
    """The reports of one's own centre, or of all for an official; the newest quarter first."""
    found = select(Quarterly).where(queries.here(session, Quarterly))
    return list(session.scalars(found.order_by(Quarterly.year.desc(), Quarterly.quarter.desc(), Quarterly.code)))


def quarterly(session: ViewerSession, key: UUID) -> Quarterly:
    """A report of one's own centre, of any for an official; raises NotFound."""
    found = session.scalar(select(Quarterly).where(queries.here(session, Quarterly), Quarterly.id == key))
    if found is None:
        raise NotFound
    return found


def published_versions(session: ViewerSession, code: str) -> list[PublishedQuarterly]:
    """The published versions of a report, the newest first."""
    found = select(PublishedQuarterly).where(PublishedQuarterly.code == bindparam("code"))
    return list(session.scalars(found.order_by(PublishedQuarterly.version.desc()), {"code": code}))


def newest_published(session: ViewerSession) -> list[PublishedQuarterly]:
    """The newest version of each published report, the latest quarter first."""
    newest: dict[str, PublishedQuarterly] = {}
    for each in session.scalars(select(PublishedQuarterly).order_by(PublishedQuarterly.version)):
        newest[each.code] = each
    return sorted(newest.values(), key=lambda each: (each.body["year"], each.body["quarter"]), reverse=True)
