"""Made-up reports for the demonstration: some checked, some waiting, an alert, a quarterly report to be published."""

from typing import Any
from uuid import uuid4

from gilmok.modules.site import Demo, atlas, receipt_of, today
from gilmok_platform_freelance.reports import quarterly, queries
from gilmok_platform_freelance.reports.alerting import take_step
from gilmok_platform_freelance.reports.checking import check
from gilmok_platform_freelance.reports.codes import NOT_CREDIBLE, VALID, WHAT
from gilmok_platform_freelance.reports.months import months
from gilmok_platform_freelance.reports.rules import quarter_of
from gilmok_platform_freelance.reports.sending import Sender, hub_of, send

CHECKER = "nodong1"
# Company, kind, district, work, what was written, and the verdict (empty: it waits).
REPORTS = (
    ("㈜가상배달", "fee", "gwanak", "delivery", "콜을 거절했다고 벌금 3만 원을 정산에서 뺐습니다(가상).", VALID),
    ("가상배달", "account", "guro", "delivery", "설명 없이 사흘 동안 배정이 없었습니다(가상).", VALID),
    ("주식회사 가상배달", "fee", "jungnang", "delivery", "프로모션 금액을 나중에 바꿨습니다(가상).", VALID),
    ("가상 배달", "fee", "gwanak", "delivery", "", VALID),
    ("가상배달(주)", "fee", "dongjak", "delivery", "우천 할증을 주지 않았습니다(가상).", VALID),
    ("지어낸스튜디오", "terms", "jungnang", "content", "수정 요구를 일곱 번 하고 추가금은 없었습니다(가상).", VALID),
    ("지어낸스튜디오", "fee", "nowon", "it_design", "잔금이 석 달째 밀렸습니다(가상).", ""),
    ("만든학습", "costs", "gangseo", "teaching", "교재비를 강사에게 떠넘깁니다(가상).", ""),
    ("모름", "other", "gwanak", "other", "", NOT_CREDIBLE),
)
SAID = {
    "summary": "배달 수수료를 나중에 깎는다는 제보가 가장 많았습니다(가상).",
    "proposals": "정산 기준을 미리 알리도록 업체에 권고합니다(가상).", "change": "",
}


def make(demo: Demo) -> None:
    """Fill the tables for the demonstration, where nothing is there."""
    with demo.session(CHECKER) as session:
        if queries.waiting(session) or queries.checked(session, 1):
            return
    verdicts = [(told(demo, row), row[-1]) for row in REPORTS]
    with demo.session(CHECKER) as session:
        by = demo.people[CHECKER]
        for number, verdict in verdicts:
            if verdict and (found := queries.numbered(session, number)):
                said = {"verdict": verdict, "authority": None, "note": ""}
                check(session, found, said, version=1, same_as=None, by=by, vault=demo.vault)
        for alert in queries.alerts(session):
            said = {"step": "letter", "authority": None, "note": "정산 기준을 묻는 공문을 보냄(가상)"}
            take_step(session, alert, said, version=1, by=by, vault=demo.vault)
        key = quarterly.begin(session, quarter_of(today()), ["northeast", "southwest"], by=by)
        quarterly.write(session, quarterly.quarterly(session, key), SAID, version=1, by=by)
        session.commit()


def told(demo: Demo, row: tuple[str, ...]) -> str:
    """The number of a report that nobody sent."""
    company, kind, district, work, text, _verdict = row
    values: dict[str, Any] = {
        "company": company, "kind": kind, "district": district, "work": work, "text": text, "business_number": None,
        "month": months(today())[0],
    }
    receipt = receipt_of(WHAT, uuid4(), {"company": [company]}, vault=demo.vault)
    with demo.session(CHECKER) as session:
        region = atlas(session).region_of(district, today()) or ""
        sender = Sender("web", "ko", region, hub_of(session, region, today()).code)
        send(session, values, receipt, sender, vault=demo.vault)
        session.commit()
    return receipt.number
