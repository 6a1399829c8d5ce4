"""What the made-up counsellors of the demonstration do in a case, by what it is mainly about."""

from dataclasses import dataclass
from typing import Any

from gilmok.journey.case.endings import CloseReason, Outcome


@dataclass(frozen=True)
class Plan:
    """What is advised in the first talk and said in the next; what each does then; tasks; the legal action, by kind and
    subkind, with its steps (to which state, how many days later, answers; `won` stands for a sum); and what comes of a
    case that is settled."""

    advised: str
    later: str
    they_do: str
    we_do: str
    tasks: tuple[str, ...]
    action: tuple[str, str] | None = None
    steps: tuple[tuple[str, int, dict[str, Any]], ...] = ()
    settled: tuple[Outcome, ...] = (Outcome.CONDITIONS, Outcome.AGREED)


ARREARS = Plan(
    advised="체불된 달과 금액을 함께 정리했습니다. "
            "노동청 진정 절차와, 진정을 내도 3년 시효는 계속 간다는 점을 설명했습니다.",
    later="사업주가 나눠 갚겠다고 합니다. 구두 약속은 믿지 말고 지급각서를 받으라고 안내했습니다.",
    they_do="통장 거래내역과 급여명세서 모으기", we_do="진정서 초안 쓰기",
    tasks=("진정서 초안 쓰기", "출석 조사에 함께 가기", "체불 금액 다시 계산하기"), action=("petition", "arrears"),
    steps=(("filed", 7, {"receipt_number": "가상-2026-"}), ("attended", 18, {}),
           ("answered", 16, {"finding": "arrears_confirmed", "confirmed": "won"})),
    settled=(Outcome.PAID, Outcome.PAID, Outcome.PAID_IN_PART),
)
DISMISSAL = Plan(
    advised="해고의 효력이 생긴 날부터 3개월 안에 지방노동위원회에 구제신청을 내야 한다고 설명했습니다. "
            "사직서는 쓰지 않도록 했습니다.",
    later="해고 통보 문자와 출근 기록을 확인했습니다. 서면 통지가 없었던 점을 이유서에 넣기로 했습니다.",
    they_do="해고 통보 문자, 출퇴근 기록 캡처해 두기", we_do="구제신청서와 이유서 초안 쓰기",
    tasks=("이유서 초안 쓰기", "심문회의 준비하기", "동료 진술서 받기"), action=("remedy", "dismissal"),
    steps=(("filed", 9, {"receipt_number": "가상-부해-"}), ("hearing", 12, {}), ("served", 24, {"result": "partly"}),
           ("review_filed", 0, {"filed_by": "worker"})),
    settled=(Outcome.REINSTATED, Outcome.AGREED),
)
ACCIDENT = Plan(
    advised="산재는 본인이 근로복지공단에 신청하며 사업주 동의가 필요 없다고 설명했습니다. "
            "진료기록에 다친 경위를 남기도록 했습니다.",
    later="요양급여 신청서의 재해경위를 함께 고쳤습니다.",
    they_do="진단서와 목격자 연락처 받기", we_do="요양급여 신청서 함께 쓰기",
    tasks=("요양급여 신청서 함께 쓰기", "공단 처리 상황 확인하기"), action=("accident", "injury"),
    steps=(("filed", 8, {"receipt_number": "가상-산재-"}), ("approved", 45, {"recovered": "won"})),
    settled=(Outcome.BENEFIT,),
)
HARASSMENT = Plan(
    advised="날짜별로 있었던 일을 적어 두고, 회사에는 서면으로 신고하도록 했습니다. 회사는 지체 없이 조사해야 합니다.",
    later="회사가 조사를 시작하지 않아 진정을 내기로 했습니다.",
    they_do="있었던 일을 날짜별로 적기, 녹음과 메시지 보관", we_do="진정서 초안 쓰기",
    tasks=("회사에 보낼 신고서 봐 드리기", "진정서 초안 쓰기"), action=("petition", "harassment"),
    steps=(("filed", 12, {"receipt_number": "가상-2026-"}), ("attended", 20, {})),
)
USUAL = Plan(
    advised="관련 법과 쓸 수 있는 절차를 설명하고, 필요한 자료를 안내했습니다.",
    later="보내 주신 자료를 보고 다음에 할 일을 함께 정했습니다.",
    they_do="계약서와 주고받은 메시지 모으기", we_do="자료를 보고 다시 연락하기",
    tasks=("자료 보고 다시 연락하기", "관련 기관에 문의하기"),
)
PLANS = {
    "unpaid_wages": ARREARS, "severance_pay": ARREARS, "working_hours": ARREARS, "discipline_dismissal": DISMISSAL,
    "industrial_accident": ACCIDENT, "harassment": HARASSMENT,
}
# How cases end, as often as it stands here.
ENDINGS = (
    *[CloseReason.SETTLED] * 5, *[CloseReason.ADVISED] * 4, CloseReason.REFERRED, CloseReason.WITHDRAWN,
)
# With a legal action, which nobody begins for a piece of advice.
ENDINGS_OF_ACTIONS = (*[CloseReason.SETTLED] * 5, CloseReason.WITHDRAWN)
OUTCOMES = {CloseReason.ADVISED: Outcome.INFORMED, CloseReason.REFERRED: Outcome.ELSEWHERE}
