"""A made-up panel for the demonstration: nobody on it exists, and it looks it."""

from datetime import timedelta
from typing import Any

from gilmok.modules.site import Demo, today
from gilmok_platform_freelance.experts import panel, queries

OFFICIAL = "city"
TAX = ("tax_withholding", "invoices", "income_tax")
EXPERTS: tuple[dict[str, Any], ...] = (
    {"name": "가상 세무사 하나", "profession": "tax_accountant", "matters": TAX, "days": ("1", "3"), "hours": 8},
    {"name": "가상 변호사 두리", "profession": "lawyer", "matters": ("fee_claims", "contract_terms", "copyright"),
     "ways": ("in_person", "written"), "languages": ("ko", "en"), "hours": 6},
    {"name": "가상 노무사 세나", "profession": "labour_attorney",
     "matters": ("fee_claims", "platform_accounts", "treatment"), "regions": ("northeast", "southwest"), "hours": 10},
    {"name": "가상 변호사 네온", "profession": "lawyer", "matters": ("fee_claims", "platform_accounts"),
     "regions": ("southwest",), "days": ("1",), "ways": ("written",), "hours": 4},
)
USUAL: dict[str, Any] = {
    "regions": (), "languages": ("ko",), "ways": ("phone", "written"), "days": (), "until": None, "email": "",
    "phone": "02-000-0000", "note": "시연용으로 지어낸 사람입니다.",
}


def make(demo: Demo) -> None:
    """Put experts on the city's panel, where nobody is on it."""
    with demo.session(OFFICIAL) as session:
        if queries.experts(session):
            return
        for each in EXPERTS:
            values = USUAL | {"since": today() - timedelta(days=60)} | each
            panel.add(session, values, by=demo.people[OFFICIAL], vault=demo.vault)
        session.commit()
