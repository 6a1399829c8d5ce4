"""Companies: found again by name or business number, made where there is none, merged, and taken apart again."""

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from gilmok.modules.site import IllegalMove, Vault, ViewerSession, change_version, log, opened, read, sealed, today
from gilmok_platform_freelance.reports import queries
from gilmok_platform_freelance.reports.company_models import Company, CompanyMark
from gilmok_platform_freelance.reports.models import Report, ReportWords
from gilmok_platform_freelance.reports.sending import owner as owner_of_words

_marking = insert(CompanyMark).on_conflict_do_nothing().inline()


def owner(company: UUID) -> str:
    """The name under which a company's key is wrapped."""
    return f"platform_freelance_company:{company}"


def found_again(session: ViewerSession, report: Report) -> UUID | None:
    """The company that a report is about, if it was reported before: by its business number, else by its name. Another
    number is another company, even of the same name."""
    if report.number_mark is None:
        return marked(session, report, report.name_mark)
    if (by_number := marked(session, report, report.number_mark)) is not None:
        return by_number
    by_name = marked(session, report, report.name_mark)
    return by_name if by_name and not has_number(session, by_name, report.name_mark) else None


def marked(session: ViewerSession, report: Report, mark: bytes) -> UUID | None:
    """The company of a mark, as the report's centre keeps it."""
    of_centre = CompanyMark.centre_id == report.centre_id
    return session.scalar(select(CompanyMark.company_id).where(of_centre, CompanyMark.mark == mark))


def has_number(session: ViewerSession, company: UUID, name: bytes) -> bool:
    """Whether a company is known by a business number, so that another one is another company's."""
    others = select(Report.id).where(
        Report.company_id == company, Report.name_mark == name, Report.number_mark.is_not(None),
    )
    return session.scalar(others.limit(1)) is not None


def company_for(session: ViewerSession, report: Report, *, vault: Vault) -> UUID:
    """The company that a report is about; made, with its name sealed, where it was not reported before."""
    found = found_again(session, report)
    if found is None:
        said = typed(session, report, vault)
        key = uuid4()
        wrapped, fields = sealed(owner(key), said, vault)
        session.add(Company(
            id=key, centre_id=report.centre_id, made_on=today(), wrapped=wrapped, fields=fields, version=1,
        ))
        session.flush()
        found = key
    for mark in (report.name_mark, report.number_mark):
        if mark:
            read(session, _marking, {"centre_id": report.centre_id, "mark": mark, "company_id": found})
    return found


def typed(session: ViewerSession, report: Report, vault: Vault) -> dict[str, str]:
    """Name and business number of the company as the reporter typed them."""
    first = session.get(ReportWords, report.id)
    said = opened(owner_of_words(report.id), first.wrapped, first.fields, vault) if first else {}
    return {name: said[name] for name in ("company", "business_number") if said.get(name)}


def said_of(company: Company, vault: Vault) -> dict[str, str]:
    """Name and business number of a company."""
    return opened(owner(company.id), company.wrapped, company.fields, vault)


def merge(session: ViewerSession, company: Company, into: Company, version: int) -> None:
    """Let a company be another one from now on; raises IllegalMove where either is merged already or they are one,
    ChangedMeanwhile for the second of two who merge it."""
    # Two who merge two companies into each other at once would make a circle: the other one is held meanwhile.
    session.refresh(into, with_for_update={"read": True})
    if company.id == into.id or company.merged_into or into.merged_into:
        raise IllegalMove
    change_version(session, company, version, merged_into=into.id)
    log(session, "platform_freelance_companies_merged", company=str(company.id), into=str(into.id))


def part(session: ViewerSession, company: Company, version: int) -> None:
    """Take a merger back."""
    log(session, "platform_freelance_companies_parted", company=str(company.id), of=str(company.merged_into))
    change_version(session, company, version, merged_into=None)


def one_of(session: ViewerSession, company: UUID) -> set[UUID]:
    """The companies that are one with this one."""
    merged = queries.roots(queries.companies(session).values())
    root = merged.get(company, company)
    return {each for each, last in merged.items() if last == root} | {root}
