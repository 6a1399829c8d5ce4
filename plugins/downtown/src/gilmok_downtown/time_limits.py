"""Time limits that cases of these desks can have, as the law's own rows are written."""

from datetime import date

from gilmok.modules.api import All, Also, CaseLimit, Confidence, Is, LimitKind, Not
from gilmok_downtown.steps import BY_THE_PIECE, FEE_OWED, PLATFORM, SHOPS

LIMITS = (
    CaseLimit(
        code="downtown.settlement", targets=PLATFORM, starts="fee_due", day_from="downtown.app_settlement_due",
        when=FEE_OWED, replaces=("FREELANCE_FEE",),
        name_ko="플랫폼 정산금 소멸시효", name_en="Lapse of a platform settlement",
        basis_ko="민법 제162조, 제163조, 제164조", basis_en="Civil Act, art. 162, art. 163, art. 164",
        event_ko="정산금을 주기로 한 날", event_en="the day on which the settlement was due",
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
    CaseLimit(
        code="downtown.piece_severance", targets=SHOPS, starts="left",
        when=All(BY_THE_PIECE, Not(Is("still_employed", True))), replaces=("SEV_PRESC",),
        name_ko="도심제조 개수임금 노동자 퇴직금 소멸시효", name_en="Lapse of a shop pieceworker's severance pay",
        basis_ko="근로자퇴직급여 보장법 제10조", basis_en="Retirement Benefits Act, art. 10",
        event_ko="퇴직한 날", event_en="the day of leaving",
        kind=LimitKind.PRESCRIPTION, period="3 years", stops="prescription",
        source="statutes", verified_on=date(2026, 11, 22),
        note_ko="근로자로 인정되어야 퇴직금이 있습니다. 5인 미만 사업장도 같습니다. "
                "시작하는 날은 판례에 따른 것으로 원문 확인이 필요합니다.",
        note_en="There is severance pay only if they are held to be employees, below five employees too. The first day "
                "follows from case law, which a person should check.",
    ),
)
