"""Unpaid wages in Nowon, through pages only: a petition, the certificate of arrears, the substitute payment. Each clock
is right to the day, and the petition stops none of a wage's."""

from datetime import date

from support.days import Days
from support.walker import Walker, Walking

from gilmok.ground.web import pdf

INTAKE = (
    ("주된 문제", "Main matter", "임금체불", "Unpaid wages"),
    ("내담자의 말", "In the person's words", "월급이 밀린 채 그만두었습니다."),
    ("일하는 곳의 자치구", "District of the workplace", "노원구", "Nowon-gu"),
    ("업종", "Industry", "숙박·음식", "Lodging and food"), ("고용 형태", "Kind of employment", "정규직", "Regular"),
    ("사업장 규모", "People at the workplace", "5–9인", "5 to 9"), ("이름", "Name", "가상두리"),
    ("지금도 그곳에서 일하나요", "Still works there", "아니요", "no"), ("연락처", "Phone number", "010-1234-5679"),
    ("주소", "Address", "서울시 노원구 만든길 3"), ("상담 경로", "How they came", "방문", "Visit"),
)
PAYDAY = ("임금을 받지 못한 월급날", "Payday of a wage that was not paid")
DAYS = (
    ("2023.12.10", *PAYDAY), ("2024.1.10", *PAYDAY), ("2026.9.10", *PAYDAY), ("2026.9.30", "퇴직", "Left the job"),
)
WAGES = (
    # payday, until, with days off until
    (("2023. 12. 10.", "10 Dec 2023"), ("2026년 12월 10일(목)", "10 December 2026 (Thu)"), ("", "")),
    (("2024. 1. 10.", "10 Jan 2024"), ("2027년 1월 10일(일)", "10 January 2027 (Sun)"),
     ("2027년 1월 11일(월)", "11 January 2027 (Mon)")),
    (("2026. 9. 10.", "10 Sep 2026"), ("2029년 9월 10일(월)", "10 September 2029 (Mon)"), ("", "")),
)
WAGE = ("임금채권 소멸시효", "Lapse of a wage claim")
FILE_BY = ("간이대지급금(확인서형): 진정 제기", "Simplified substitute payment by certificate: filing the petition")
CLAIM_BY = ("간이대지급금(확인서형): 청구", "Simplified substitute payment by certificate: claim")
OFFICE = ("진정 처리기간", "Processing time of a petition")
ISSUE = ("체불임금등·사업주 확인서 발급", "Issue of the certificate of arrears")
ACTION = ("진정: 임금·퇴직금 체불", "Petition: unpaid wages, severance pay")
CERTIFICATE = ("체불임금등·사업주 확인서 발급신청서", "Request for the certificate of arrears")
BLANKS = (
    ("사업장명", "Name of the workplace", "다라식당"), ("대표자 성명", "Representative of the workplace", "박사장"),
    ("사업장 주소", "Address of the workplace", "서울시 노원구 만든로 4"), ("입사일", "First day of work", "2023.1.2"),
    ("체불 기간", "Months for which wages are owed", "2023.11, 2023.12, 2026.8"),
)


def test_unpaid_wages_in_nowon_go_from_the_petition_to_the_substitute_payment(walker: Walking, nights: Days) -> None:
    nights(date(2026, 10, 1))
    at = walker("nowon")
    taken_in(at)
    days_are_entered(at)
    limits_of_leaving(at)
    nights(date(2026, 10, 12))
    petition(at)
    nights(date(2026, 11, 12))
    extended(at)
    wages_lapse_all_the_same(at, nights)
    certificate(at)
    nights(date(2026, 12, 24))
    payment(at)
    ended(at)


def taken_in(at: Walker) -> None:
    """Someone comes to the desk in Nowon, whose counsellor takes the case."""
    at.click("새 상담 접수", "Take in a new case")
    for each in INTAKE:
        at.fill(*each)
    at.choose("이름·연락처 수집·이용", "Keeping name and contact", "동의함", "agrees")
    at.press("접수하기", "Take the case in").press("내가 맡기", "Take this case").click("기한", "Time limits")
    at.sees("언제인지 물어보세요: 그 임금의 정기지급일.", "When: the payday of that wage?")


def days_are_entered(at: Walker) -> None:
    """Each payday has a clock of its own, with what lapses with it."""
    for day, *event in DAYS:
        at.fill("무슨 일이 있었나요", "What happened", *event).fill("언제", "On which day", day)
        at.fill("못 받은 금액", "Unpaid for it", "124만" if event == list(PAYDAY) else "")
        at.press("날짜 저장", "Enter the day")
    for payday, until, rolled in WAGES:
        said = clock(at, *WAGE, day=at.say(*payday))
        assert at.say(f"{until[0]}까지", f"Until {until[1]}") in said
        assert (at.say("쉬는 날로", "with days off") in said) is bool(rolled[0])
        assert at.say(*rolled) in said
        assert at.say(f"{payday[0]} 지급분 1,240,000원은 그 뒤 소멸",
                      f"1,240,000 won due on {payday[1]} lapse after that") in said


def clock(at: Walker, ko: str, en: str, *, day: str = "") -> str:
    """What the page says of the clock of this name, and of this day where it has several."""
    told = [" ".join(each.text(separator=" ").split()) for each in at.page.tree.css(".clock")]
    found = [each for each in told if each.startswith(at.say(ko, en)) and day in each]
    assert found, "\n".join(told)
    return found[-1]


def limits_of_leaving(at: Walker) -> None:
    """What counts from the day of leaving: the payment of everything, the interest, the substitute payment."""
    for name, ko, en in (
        (("금품청산", "Payment of everything due on leaving"),
         "2026년 10월 14일(수)까지", "Until 14 October 2026 (Wed)"),
        (("지연이자가 붙기 시작하는 날 (퇴직자)", "First day of delay interest (after leaving)"),
         "2026년 10월 15일(목)부터 이자", "Interest from 15 October 2026 (Thu)"),
        (FILE_BY, "2027년 9월 30일(목)까지", "Until 30 September 2027 (Thu)"),
        (("간이대지급금(판결형): 소송 제기", "Simplified substitute payment by judgment: filing the lawsuit"),
         "2028년 9월 30일(토)까지", "Until 30 September 2028 (Sat)"),
    ):
        assert at.say(ko, en) in clock(at, *name), clock(at, *name)
    at.sees("가장 가까운 기한 2026. 12. 10. D-70", "Nearest limit 10 Dec 2026 70 days left")


def petition(at: Walker) -> None:
    """The petition is filed: the office has 25 working days, and the wage clock is said to go on."""
    at.click("법률지원", "Legal aid").click("절차 시작하기", "Begin an action")
    at.click("임금·퇴직금 체불 (진정)", "unpaid wages, severance pay (Petition)")
    at.sees("서울북부지청", "Bukbu").holds("퇴직한 날", "The day of leaving", "2026. 9. 30.", "30 Sep 2026")
    at.holds("청구 금액", "Amount claimed", "3,720,000원", "3,720,000 won").press("시작하기", "Begin")
    at.sees("진정을 내도 임금채권의 소멸시효(3년)는 계속 갑니다.",
            "A petition does not stop the three years in which a wage claim lapses.")
    at.step(("진정 접수", "File the petition"), ("접수된 날", "Received on"), "2026.10.12")
    assert at.say("지킴", "kept") in clock(at, *FILE_BY)
    assert at.say("처리 기한 2026. 11. 13. D-32", "Due by 13 Nov 2026 32 days left") in clock(at, *OFFICE)
    assert at.say("한 번 연장되었을 때: 2026년 12월 18일(금)",
                  "if extended once: 18 December 2026 (Fri)") in clock(at, *OFFICE)


def extended(at: Walker) -> None:
    """The office takes more time, once and again."""
    at.step(("처리기간 연장 통지", "Time extended once"), ("통지받은 날", "Told on"), "2026.11.12")
    assert at.say("처리 기한 2026. 12. 18. D-36", "Due by 18 Dec 2026 36 days left") in clock(at, *OFFICE)
    at.step(("동의하여 다시 연장", "Extended again, by consent"), ("동의한 날", "Consented on"), "2026.11.12")
    assert at.say("처리 기한 2027. 1. 26. D-75", "Due by 26 Jan 2027 75 days left") in clock(at, *OFFICE)


def wages_lapse_all_the_same(at: Walker, nights: Days) -> None:
    """On the last day of the oldest wage it still runs; on the next it has lapsed, petition or not."""
    nights(date(2026, 12, 10))
    payday = at.say(*WAGES[0][0])
    at.click("기한", "Time limits")
    assert at.say("진행 중 2026년 12월 10일(목)까지 오늘",
                  "running Until 10 December 2026 (Thu) today") in clock(at, *WAGE, day=payday)
    assert at.say("노동청 진정이나 고소 (체불 임금의 소멸시효는 계속 갑니다)",
                  "A petition or complaint at the labour office: the time of a wage claim runs on",
                  ) in clock(at, *WAGE, day=payday)
    nights(date(2026, 12, 11))
    at.click("기한", "Time limits")
    assert at.say("기한 지남", "time is over") in clock(at, *WAGE, day=payday)
    at.sees("2023. 12. 10. 지급분 1,240,000원은 이미 소멸", "1,240,000 won due on 10 Dec 2023 have lapsed")
    at.sees("2024. 1. 10. 지급분 1,240,000원은 그 뒤 소멸", "1,240,000 won due on 10 Jan 2024 lapse after that")


def certificate(at: Walker) -> None:
    """The request for the certificate is filled, what the case knows standing in it, and is asked for."""
    at.click("문서", "Documents").click(*CERTIFICATE)
    at.holds("퇴사일", "When they left", "2026.9.30").holds("체불임금 총액", "Sum of unpaid wages", "3,720,000원")
    for each in BLANKS:
        at.fill(*each)
    at.press("저장하고 문서 보기", "Save and look at the document")
    if pdf.printer():
        printed = at.pdf("PDF로 저장", "Save as PDF")
        for words in ("가상두리", "다라식당", "3,720,000원", "2026년 9월 30일(수)", "서울북부지청 귀중"):
            assert words in printed
        assert "주민등록번호 - 본인이 종이에 직접 적습니다." in printed
    at.click("법률지원", "Legal aid").click(*ACTION)
    at.step(("체불 확인서 신청", "Request the certificate of arrears"), ("신청한 날", "Requested on"), "2026.12.11")
    assert at.say("처리 기한 2026. 12. 14. D-3", "Due by 14 Dec 2026 3 days left") in clock(at, *ISSUE)


def payment(at: Walker) -> None:
    """The certificate comes late; six months from its first issue the substitute payment can be claimed."""
    confirmed = ("확인된 체불액", "Arrears confirmed", "248만")
    issued = ("체불 확인서 발급", "Certificate issued")
    at.step(issued, ("처음 발급받은 날", "First issued on"), "2026.12.24", confirmed)
    assert at.say("안전일 2027. 6. 24. D-182", "Safe day 24 Jun 2027 182 days left") in clock(at, *CLAIM_BY)
    at.step(("간이대지급금 청구", "Claim the substitute payment"), ("청구한 날", "Claimed on"), "2026.12.24")
    assert at.say("지킴", "kept") in clock(at, *CLAIM_BY)
    substituted = ("대지급금", "Substitute payment", "248만")
    at.step(("대지급금 받음", "Substitute payment received"), ("받은 날", "Received on"), "2026.12.24", substituted)


def ended(at: Walker) -> None:
    """Action and case are closed with the money that came."""
    at.click("종결하기", "Close the action")
    at.fill("끝난 날", "Ended on", "2026.12.24").fill("결과", "Outcome", "일부를 얻음", "a part of it")
    at.fill("기관 접수번호·사건번호", "The agency's receipt number", "2026-1234")
    at.holds("받은 금액", "Amount recovered", "2,480,000원", "2,480,000 won").press("저장", "Save")
    at.click("개요", "Overview").click("종결하기", "Close the case")
    at.choose("종결 사유", "Why does the case end?", "해결됨", "settled")
    at.fill("결과", "What came of it", "일부 받음", "Paid in part")
    at.holds("받은 금액", "Money that the person got", "2,480,000원", "2,480,000 won")
    at.press("종결하기", "Close the case").sees("받은 금액: 2,480,000원", "money: 2,480,000 won")
