"""What the hub's staff do with a report: read it, and say what their check found."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import update

from gilmok.modules.site import Person, Vault, ViewerSession, change_version, log, now, sealed, today
from gilmok_platform_freelance.reports.alerting import raise_alert
from gilmok_platform_freelance.reports.codes import COUNTED, PASSED_ON, RECEIVED, SEEN
from gilmok_platform_freelance.reports.companies import company_for
from gilmok_platform_freelance.reports.models import Report, ReportCheck, ReportState, ReportWords


def note_opened(session: ViewerSession, report: Report) -> None:
    """Note that somebody reads a report: in the access log each time, and the first time for the reporter."""
    log(session, "platform_freelance_report_opened", report=str(report.id))
    tell(session, report.id, instead_of=RECEIVED, state=SEEN)
    unread = update(ReportWords).where(ReportWords.report_id == report.id, ReportWords.read_on.is_(None))
    session.execute(unread.values(read_on=today()), execution_options={"synchronize_session": False})


def check(
    session: ViewerSession, report: Report, found: Mapping[str, Any], *, version: int, same_as: UUID | None,
    by: Person, vault: Vault,
) -> None:
    """Say what a check found: the report is counted or not, under its company; raises ChangedMeanwhile for the second
    of two who check it at once. An alert is raised where it is due now."""
    verdict = found["verdict"]
    authority = found["authority"] if verdict == PASSED_ON else None
    company = company_for(session, report, vault=vault) if verdict in COUNTED else report.company_id
    change_version(
        session, report, version, verdict=verdict, authority=authority, same_as=same_as, company_id=company,
        checked_on=today(), checked_by_id=by.id,
    )
    key = uuid4()
    wrapped, fields = sealed(owner(key), {"note": found["note"]}, vault)
    session.add(ReportCheck(
        id=key, report_id=report.id, at=now(), by_id=by.id, verdict=verdict, authority=authority, wrapped=wrapped,
        fields=fields,
    ))
    tell(session, report.id, state=verdict, authority=authority)
    log(session, "platform_freelance_report_checked", report=str(report.id), verdict=verdict)
    session.flush()
    if company and verdict in COUNTED:
        raise_alert(session, company, report.centre_id)


def tell(session: ViewerSession, report: UUID, *, instead_of: str | None = None, **values: Any) -> None:
    """Let the reporter find their report so."""
    of_report = [ReportState.report_id == report]
    if instead_of:
        of_report.append(ReportState.state == instead_of)
    session.execute(
        update(ReportState).where(*of_report).values(**values), execution_options={"synchronize_session": False},
    )


def owner(key: UUID) -> str:
    """The name under which the key of a check's note is wrapped."""
    return f"platform_freelance_report_check:{key}"
