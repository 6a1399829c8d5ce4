"""The mapped classes of every part of this module, for whoever needs them all: migrations, and checks of tables."""

from gilmok_platform_freelance.experts.consultation_models import (
    ClientLetter,
    Consultation,
    ConsultationStep,
    ExpertAnswer,
)
from gilmok_platform_freelance.experts.models import Expert, ExpertCount, ExpertUse
from gilmok_platform_freelance.prices.models import PriceComparison, PriceKind, PriceObservation, PriceRelease
from gilmok_platform_freelance.reports.company_models import Alert, AlertRule, AlertStep, Company, CompanyMark
from gilmok_platform_freelance.reports.models import Report, ReportCheck, ReportedCase, ReportState, ReportWords
from gilmok_platform_freelance.reports.quarterly_models import PublishedQuarterly, Quarterly

__all__ = [
    "Alert", "AlertRule", "AlertStep", "ClientLetter", "Company", "CompanyMark", "Consultation", "ConsultationStep",
    "Expert", "ExpertAnswer", "ExpertCount", "ExpertUse", "PriceComparison", "PriceKind", "PriceObservation",
    "PriceRelease", "PublishedQuarterly", "Quarterly", "Report", "ReportCheck", "ReportState", "ReportWords",
    "ReportedCase",
]
