"""Time limits that cases of these desks can have, as the law's own rows are written."""

from gilmok.modules.api import All, Also, CaseLimit, Confidence, LimitKind
from gilmok_southeast.intake import MONEY, ON_CONTRACT
from gilmok_southeast.steps import IT_DESK, TRANSPORT_DESK

LIMITS = (
    CaseLimit(
        code="southeast.fee", targets=IT_DESK + TRANSPORT_DESK, starts="fee_due", day_from="southeast.fee_due",
        when=All(MONEY, ON_CONTRACT), replaces=("FREELANCE_FEE",),
        name_ko="프리랜서 보수·운임 소멸시효", name_en="Lapse of a freelancer's fee or of freight",
        basis_ko="민법 제162조, 제163조, 제164조", basis_en="Civil Act, art. 162, art. 163, art. 164",
        event_ko="보수나 운임을 주기로 한 날", event_en="the day on which the fee or freight was due",
        kind=LimitKind.PRESCRIPTION, period="1 year", stops="prescription",
        also=(
            Also(period="3 years", when_ko="도급받은 공사, 1년 이내의 기간으로 정한 급료 등 (제163조)",
                 when_en="contracted works, fees agreed for a year or less (art. 163)"),
            Also(period="10 years", when_ko="그 밖의 일반 채권 (제162조)", when_en="other claims (art. 162)"),
        ),
        source="statutes", confidence=Confidence.UNVERIFIED,
        note_ko="어느 기간이 맞는지는 일의 성격에 따라 다르니 가장 짧은 기간을 먼저 보고, 변호사가 확인해야 합니다. "
                "근로자로 인정되면 임금이므로 3년입니다(근로기준법 제49조).",
        note_en="Which period holds depends on the kind of work: heed the shortest; a lawyer has to confirm. Of an "
                "employee it is wages, which lapse after three years (Labour Standards Act, art. 49).",
    ),
)
