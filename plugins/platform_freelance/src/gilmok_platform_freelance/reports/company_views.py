"""Companies and patterns: what was reported of whom in a quarter; a company's spellings, and merging it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    ChangedMeanwhile,
    IllegalMove,
    _,
    db,
    goes_on,
    log,
    needs,
    once,
    opened,
    today,
    vault,
)
from gilmok_platform_freelance.permissions import KEEP_COMPANIES, SEE_MONITORING
from gilmok_platform_freelance.reports import queries
from gilmok_platform_freelance.reports.companies import merge, part, said_of
from gilmok_platform_freelance.reports.company_models import Company
from gilmok_platform_freelance.reports.form_views import TEMPLATES
from gilmok_platform_freelance.reports.models import ReportWords
from gilmok_platform_freelance.reports.months import code_of, quarter_in
from gilmok_platform_freelance.reports.naming import name_of, names_of
from gilmok_platform_freelance.reports.of_company import reports_about
from gilmok_platform_freelance.reports.rules import patterns
from gilmok_platform_freelance.reports.sending import owner
from gilmok_platform_freelance.reports.words import quarter_choices, region_choices, titles

blueprint = Blueprint("platform_freelance_companies", __name__, url_prefix="/reports/companies")


@blueprint.get("/")
@needs(SEE_MONITORING)
def index() -> ResponseReturnValue:
    """What was reported in a quarter, by company, kind and region, with the quarter before."""
    quarter, region = quarter_in(request.args.get("quarter", ""), today()), request.args.get("region", "")
    found = [each for each in patterns(queries.counted(db(), since=quarter.before.first), quarter)
             if region in ("", each.region)]
    companies = queries.companies(db())
    log(db(), "platform_freelance_patterns_seen", quarter=code_of(quarter))
    return render_template(
        f"{TEMPLATES}/companies.html", patterns=found, quarter=quarter, chosen=code_of(quarter), region=region,
        quarters=quarter_choices(), regions=region_choices(), names=names_of(companies.values()), own=own(companies),
        **titles(),
    )


def own(companies: dict[UUID, Company]) -> set[UUID]:
    """The companies whose page the viewer may open: those of their own centre."""
    return {each.id for each in companies.values() if each.centre_id == db().viewer.centre}


def company_of(key: UUID) -> Company:
    """The company that an address names; raises NotFound."""
    return queries.company(db(), key)


@blueprint.get("/<uuid:key>")
@needs(KEEP_COMPANIES, of=company_of)
def company(found: Company) -> ResponseReturnValue:
    """A company, its spellings, what was reported of it."""
    log(db(), "platform_freelance_company_seen", company=str(found.id))
    return page(found)


@blueprint.post("/<uuid:key>/merge", endpoint="merge")
@goes_on
@once
@needs(KEEP_COMPANIES, of=company_of)
def merge_into(found: Company) -> ResponseReturnValue:
    """Let it be another company from now on."""
    try:
        into = queries.company(db(), UUID(request.form.get("into", "")))
    except ValueError:
        return page(found, errors={"into": [_("Please choose the company that it is.")]}), 422
    try:
        merge(db(), found, into, request.form.get("version", 0, int))
    except (ChangedMeanwhile, IllegalMove):
        db().refresh(found)
        return page(found, errors={"into": [_("One of the two was merged meanwhile. Please look again.")]}), 409
    flash(_("The two companies are one from now on."), "success")
    return redirect(url_for("platform_freelance_companies.company", key=found.id), 303)


@blueprint.post("/<uuid:key>/part", endpoint="part")
@goes_on
@once
@needs(KEEP_COMPANIES, of=company_of)
def take_apart(found: Company) -> ResponseReturnValue:
    """Take the merger back."""
    part(db(), found, request.form.get("version", 0, int))
    flash(_("The two companies are apart again."), "success")
    return redirect(url_for("platform_freelance_companies.company", key=found.id), 303)


def page(found: Company, *, errors: dict[str, list[str]] | None = None) -> str:
    """The page of a company."""
    companies = queries.companies(db())
    names = names_of(companies.values())
    reports = reports_about(db(), [found.id, *queries.merged_into(companies.values(), found.id)])
    return render_template(
        f"{TEMPLATES}/company.html", company=found, name=name_of(said_of(found, vault())), reports=reports,
        spellings=spellings([each.id for each in reports]), names=names, errors=errors or {},
        others=others(companies, names, found),
        parts=[(key, names[key]) for key, each in companies.items() if each.merged_into == found.id], **titles(),
    )


def others(companies: dict[UUID, Company], names: dict[UUID, str], found: Company) -> list[tuple[str, str]]:
    """The companies that a company can be merged into: those that have their name and are not merged themselves."""
    able = (each.id for each in companies.values() if each.wrapped and each.merged_into is None and each.id != found.id)
    return sorted([(str(key), names[key]) for key in able], key=lambda each: each[1])


def spellings(reports: list[UUID]) -> list[str]:
    """The ways in which reporters wrote a company's name."""
    rows = [row for key in reports if (row := db().get(ReportWords, key))]
    said = (opened(owner(row.id), row.wrapped, row.fields, vault()).get("company", "") for row in rows)
    return sorted({each for each in said if each})
