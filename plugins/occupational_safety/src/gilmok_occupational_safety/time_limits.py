"""The one time limit that the law's own list does not start by itself: what the employer pays for the shortest
injuries.

Benefits, examination, re-examination and lawsuit are the core's (legal aid, accident claim) and stand there alone.
"""

from datetime import date

from gilmok.modules.api import CaseLimit, LimitKind
from gilmok_occupational_safety.scopes import COUNSELLING as PART
from gilmok_occupational_safety.steps import DESK, SHORT

LIMITS = (
    CaseLimit(
        code="occupational_safety.short_injury_compensation", targets=DESK, scope=PART, starts="accident", when=SHORT,
        asked=False,
        name_ko="3일 이내 부상: 사업주 재해보상 청구권 소멸시효",
        name_en="Injury of up to three days: lapse of the employer's compensation",
        basis_ko="근로기준법 제92조", basis_en="Labour Standards Act, art. 92",
        event_ko="재해보상 사유가 생긴 날", event_en="the day on which the claim arose",
        kind=LimitKind.PRESCRIPTION, period="3 years", stops="prescription",
        source="statutes", verified_on=date(2026, 11, 22),
        note_ko="산재보험은 3일 이내의 요양·휴업에 급여를 주지 않습니다(산업재해보상보험법 제40조 제3항·제52조). "
                "이때는 사업주가 보상합니다(근로기준법 제78조·제79조, 모든 사업장). "
                "4일 이상이면 산재보험 급여의 기한을 봅니다.",
        note_en="For up to three days of treatment or absence the accident insurance pays nothing (its Act, art. 40 "
                "(3), 52); the employer does (Labour Standards Act, art. 78 and 79, workplaces of any size). From the "
                "fourth day on the limits of the insurance count.",
    ),
)
