"""Every mapped class of the module, for its migrations."""

from gilmok_platform_freelance.reports.company_models import Alert, AlertRule, AlertStep, Company, CompanyMark
from gilmok_platform_freelance.reports.models import Report, ReportCheck, ReportedCase, ReportState, ReportWords
from gilmok_platform_freelance.reports.quarterly_models import PublishedQuarterly, Quarterly

__all__ = [
    "Alert", "AlertRule", "AlertStep", "Company", "CompanyMark", "PublishedQuarterly", "Quarterly", "Report",
    "ReportCheck", "ReportState", "ReportWords", "ReportedCase",
]
