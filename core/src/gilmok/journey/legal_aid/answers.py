"""What steps ask beside their day: codes, days and amounts, never free text; and which of them are columns."""

from dataclasses import dataclass

from gilmok.journey.legal_aid.table import Both

AGENCY, DAY, WON, CODE, LINE = "agency", "day", "won", "code", "line"
# The answers that belong to the action itself; `filed_on` corrects the day of its filing.
COLUMNS = ("agency", "receipt_number", "claimed", "recovered", "outcome")


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: what kind of value it holds, its label, and its options by code."""

    code: str
    holds: str
    label: Both
    options: tuple[tuple[str, Both], ...] = ()


RESULTS = (
    ("granted", Both("인정 (인용)", "granted")), ("partly", Both("일부 인정", "granted in part")),
    ("rejected", Both("기각", "rejected")), ("inadmissible", Both("각하", "inadmissible")),
)
OUTCOMES = (
    ("won", Both("구하던 것을 다 얻음", "everything asked for")), ("partly", Both("일부를 얻음", "a part of it")),
    ("lost", Both("얻지 못함", "nothing")), ("other", Both("그 밖의 결과", "another result")),
)
WITHDRAWN_FOR = (
    ("paid", Both("돈을 받음", "was paid")), ("reinstated", Both("복직함", "was reinstated")),
    ("wish", Both("본인이 원함", "the person's wish")), ("other_way", Both("다른 절차로 감", "another procedure")),
)
FINDINGS = (
    ("arrears_confirmed", Both("체불 확인", "arrears confirmed")),
    ("violation", Both("법 위반 확인", "violation found")),
    ("no_violation", Both("위반 없음", "no violation found")), ("put_right", Both("시정 완료", "put right")),
    ("prosecuted", Both("검찰 송치", "sent to the prosecutor")),
)
SIDES = (("worker", Both("노동자", "the worker")), ("employer", Both("사용자", "the employer")))

FIELDS = {each.code: each for each in (
    Asked("agency", AGENCY, Both("기관", "Agency")),
    Asked("receipt_number", LINE, Both("기관 접수번호·사건번호", "The agency's receipt number")),
    Asked("claimed", WON, Both("청구 금액", "Amount claimed")),
    Asked("recovered", WON, Both("받은 금액", "Amount recovered")),
    Asked("outcome", CODE, Both("결과", "Outcome"), OUTCOMES),
    Asked("filed_on", DAY, Both("접수한 날", "Filed on")),
    Asked("result", CODE, Both("판정·판결 결과", "Result"), RESULTS),
    Asked("withdrawn_for", CODE, Both("취하 이유", "Why it was withdrawn"), WITHDRAWN_FOR),
    Asked("finding", CODE, Both("처리 결과", "What the office found"), FINDINGS),
    Asked("pay_by", DAY, Both("시정 기한", "To be put right by")),
    Asked("confirmed", WON, Both("확인된 체불액", "Arrears confirmed")),
    Asked("substituted", WON, Both("대지급금", "Substitute payment")),
    Asked("filed_by", CODE, Both("낸 쪽", "Filed by"), SIDES),
)}
