"""In which time a fee without employment lapses: three periods by the kind of work, of which a lawyer says which."""

from gilmok.modules.api import Also, CaseLimit, Confidence, LimitKind
from gilmok_platform_freelance.steps import HARM, MONEY, PART

LIMITS = (
    CaseLimit(
        code="platform_freelance.fee", targets=HARM, scope=PART, starts="fee_due", when=MONEY,
        day_from="platform_freelance.payment_due", replaces=("FREELANCE_FEE",),
        name_ko="플랫폼·프리랜서 보수 소멸시효", name_en="Lapse of a fee without employment",
        basis_ko="민법 제162조, 제163조, 제164조", basis_en="Civil Act, art. 162, art. 163, art. 164",
        event_ko="보수를 주기로 한 날", event_en="the day on which the fee was due",
        kind=LimitKind.PRESCRIPTION, period="1 year", stops="prescription",
        also=(
            Also(period="3 years", when_ko="도급받은 공사, 1년 이내의 기간으로 정한 급료 등 (제163조)",
                 when_en="contracted works, fees agreed for a year or less (art. 163)"),
            Also(period="10 years", when_ko="그 밖의 일반 채권 (제162조)", when_en="other claims (art. 162)"),
        ),
        source="statutes", confidence=Confidence.UNVERIFIED,
        note_ko="1년은 노역인·연예인의 임금 등입니다(제164조). 어느 기간이 맞는지는 일의 성격에 따라 다르니 가장 짧은 "
                "기간을 먼저 보고, 변호사가 확인해야 합니다. 근로자로 인정되면 임금의 기한을 봅니다.",
        note_en="One year is for the pay of labourers and entertainers and the like (art. 164). Which period holds "
                "depends on the kind of work: heed the shortest; a lawyer has to confirm. For who is held to be an "
                "employee the limits of wages count.",
    ),
)
