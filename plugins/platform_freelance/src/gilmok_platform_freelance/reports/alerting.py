"""Alerts: raised where the city's numbers are reached, worked on step by step, closed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import (
    ChangedMeanwhile,
    IllegalMove,
    Person,
    Vault,
    ViewerSession,
    change_version,
    log,
    now,
    read,
    sealed,
    today,
)
from gilmok_platform_freelance.reports import queries
from gilmok_platform_freelance.reports.codes import CLOSED, COUNTED, DONE, NOTED, OPEN
from gilmok_platform_freelance.reports.companies import one_of
from gilmok_platform_freelance.reports.company_models import Alert, AlertRule, AlertStep
from gilmok_platform_freelance.reports.models import Report, ReportState
from gilmok_platform_freelance.reports.rules import Threshold, due

REFERRAL = "referral"
_setting = insert(AlertRule).on_conflict_do_nothing().returning(AlertRule.version)


def threshold(session: ViewerSession) -> Threshold:
    """The numbers that hold now: as the city set them last, else as shipped."""
    found = session.scalar(select(AlertRule).order_by(AlertRule.version.desc()).limit(1))
    if found is None:
        return Threshold()
    return Threshold(found.least, found.days, found.times, found.rise_least, found.version)


def thresholds(session: ViewerSession) -> list[AlertRule]:
    """Every version that the city set, the newest first."""
    return list(session.scalars(select(AlertRule).order_by(AlertRule.version.desc())))


def set_threshold(session: ViewerSession, numbers: Mapping[str, Any], *, version: int, by: Person) -> None:
    """Set the numbers anew, after this version; raises ChangedMeanwhile where another official did so before."""
    values = {**numbers, "version": version + 1, "set_on": today(), "set_by_id": by.id}
    # Versions leave no gap, so that what is added after an older one finds its number taken.
    if threshold(session).version != version or read(session, _setting, values).scalar() is None:
        raise ChangedMeanwhile
    log(session, "platform_freelance_threshold_set", version=version + 1)


def raise_alert(session: ViewerSession, company: UUID, centre: str) -> Alert | None:
    """Raise an alert about a company where it is due and none is open; None where it is not."""
    # One after the other, so that two who check at once raise one.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"alert/{centre}", 0))))
    together, rule = one_of(session, company), threshold(session)
    before = list(session.scalars(
        select(Alert).where(Alert.centre_id == centre, Alert.company_id.in_(together)).order_by(Alert.raised_on.desc()),
    ))
    if any(each.state != CLOSED for each in before):
        return None
    since = max((each.closed_on for each in before if each.closed_on), default=None)
    about = [each for each in queries.counted(session) if each.company in together]
    found = due(about, rule, today(), since=since)
    if found is None:
        return None
    raised = Alert(
        id=uuid4(), centre_id=centre, company_id=about[0].company, why=found.why, count=found.count,
        reporters=found.reporters, rule_version=rule.version, raised_on=today(), state=OPEN, version=1,
    )
    session.add(raised)
    session.flush()
    log(session, "platform_freelance_alert_raised", alert=str(raised.id), why=found.why)
    return raised


def take_step(
    session: ViewerSession, alert: Alert, found: Mapping[str, Any], *, version: int, by: Person, vault: Vault
) -> None:
    """Note what was done about an alert; raises ChangedMeanwhile for the second of two who do so at once, IllegalMove
    where it is closed."""
    if alert.state == CLOSED:
        raise IllegalMove
    step, key = found["step"], uuid4()
    state, closed_on = (CLOSED, today()) if step == CLOSED else (NOTED, None)
    change_version(session, alert, version, state=state, last_step=step, closed_on=closed_on)
    wrapped, fields = sealed(owner(key), {"note": found["note"]}, vault)
    session.add(AlertStep(
        id=key, alert_id=alert.id, at=now(), by_id=by.id, step=step,
        authority=found["authority"] if step == REFERRAL else None, wrapped=wrapped, fields=fields,
    ))
    log(session, "platform_freelance_alert_step", alert=str(alert.id), step=step)
    if step in DONE:
        tell_all(session, alert, step)


def tell_all(session: ViewerSession, alert: Alert, step: str) -> None:
    """Let everybody whose report about the company is counted find what was done."""
    about = select(Report.id).where(
        Report.company_id.in_(one_of(session, alert.company_id)), Report.verdict.in_(COUNTED),
        Report.centre_id == alert.centre_id,
    )
    session.execute(
        update(ReportState).where(ReportState.report_id.in_(about)).values(done=step),
        execution_options={"synchronize_session": False},
    )


def owner(key: UUID) -> str:
    """The name under which the key of a step's note is wrapped."""
    return f"platform_freelance_alert_step:{key}"
