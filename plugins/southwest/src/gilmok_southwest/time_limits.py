"""Time limits that cases of these desks can have, as the law's own rows are written."""

from datetime import date

from gilmok.modules.api import All, CaseLimit, LimitKind
from gilmok_southwest.intake import ARREARS
from gilmok_southwest.steps import CLOSING, DIGITAL_DESK, LEFT

LIMITS = (
    CaseLimit(
        code="southwest.insolvency_in_fact", targets=DIGITAL_DESK, starts="left", when=All(ARREARS, CLOSING, LEFT),
        replaces=("SUB_INSOLV_FACT",),
        name_ko="문 닫은 회사의 도산등사실인정 신청",
        name_en="Application to recognise a closed firm's insolvency in fact",
        basis_ko="임금채권보장법 시행령 제5조 제2항", basis_en="Wage Claim Guarantee Decree, art. 5 (2)",
        event_ko="퇴직한 날", event_en="the day of leaving",
        kind=LimitKind.CUT_OFF, period="1 year", stops="cut_off",
        source="statutes", verified_on=date(2026, 11, 22),
        note_ko="상시 300명 이하이고 사업이 폐지되었거나 그 과정에 있어야 합니다. "
                "사무실 폐쇄, 계좌 압류, 국세 체납은 살펴볼 사정일 뿐 그것만으로 인정되는 것은 아닙니다.",
        note_en="For workplaces of 300 or fewer that closed or are closing; a closed "
                "office, seized accounts and taxes owed are things to look at, and settle nothing alone.",
    ),
)
