"""What a case tells for a report: company, kind, month, district and work, from its facts. Pure."""

import re
from collections.abc import Collection, Mapping
from typing import Any

NUMBER = re.compile(r"[0-9]{3}[- .]?[0-9]{2}[- .]?[0-9]{5}")
# The main topic, where nothing else tells more.
BY_TOPIC = {
    "unpaid_wages": "fee", "unfair_trade": "fee", "discipline_dismissal": "terms", "employment_contract": "no_contract",
    "rights_violation": "abuse", "harassment": "abuse", "safety_health": "unsafe", "industrial_accident": "unsafe",
}
BY_CLAUSE = {
    "fee_cut": "fee", "late_payment": "fee", "free_changes": "terms", "penalty": "costs", "rights_taken": "terms",
    "termination": "terms",
}
BY_INDUSTRY = {
    "transport": "delivery", "logistics": "delivery", "care": "care", "it": "it_design", "digital": "it_design",
    "arts": "content", "media": "content", "education": "teaching",
}


def prefilled(facts: Mapping[str, Any], client: str, months: Collection[str]) -> dict[str, str]:
    """The fields of a report as far as the case tells them; `client` is what was told of the company, with its business
    number or without."""
    name = NUMBER.sub(" ", client).strip(" ,;/()\n-")
    dated = facts.get("platform_freelance.payment_due") or facts.get("event_date")
    number, month = NUMBER.search(client), str(dated)[:7]
    return {
        "kind": kind_of(facts), "company": " ".join(name.split())[:100],
        "business_number": number.group() if number else "", "district": str(facts.get("workplace_district", "")),
        "work": BY_INDUSTRY.get(str(facts.get("industry")), ""), "month": month if month in months else "",
    }


def kind_of(facts: Mapping[str, Any]) -> str:
    """The kind of what happened: of a limited account that, else by the first unfair term, else by the main topic."""
    if facts.get("platform_freelance.app_account_status") in ("limited", "suspended"):
        return "account"
    clause, topic = (first(facts.get(each)) for each in ("platform_freelance.unfair_clauses", "topics"))
    return BY_CLAUSE.get(clause) or BY_TOPIC.get(topic, "")


def first(several: Any) -> str:
    """The first of several codes; empty where none was chosen."""
    return str(several[0]) if isinstance(several, (list, tuple)) and several else ""
