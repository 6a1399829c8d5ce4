"""A dismissal in Nowon, through pages only: from the call to the money, and what is asked after that."""

import re
from datetime import date, timedelta

from support.days import Days
from support.walker import Walker, Walking

from gilmok.ground.web import pdf

DISMISSED = ("해고 등의 효력이 생긴 날 (통보일이 아님)",
             "The day on which the dismissal took effect, not the day on which it was told")
BLANKS = (
    ("사업장명", "Name of the workplace", "가나마트"), ("대표자 성명", "Representative of the workplace", "김사장"),
    ("사업장 주소", "Address of the workplace", "서울시 노원구 만든로 2"), ("입사일", "First day of work", "2024.3.4"),
    ("사용자의 처분", "The employer's measure", "해고", "dismissal"),
    ("통보 방법", "How it was told", "문자·메신저", "by a message"),
    ("구제 내용", "What is applied for", "원직복직", "reinstatement"),
    ("부당한 이유", "Why it is unfair", "정당한 이유도 서면 통지도 없었습니다."),
)
INTAKE = (
    ("주된 문제", "Main matter", "징계·해고", "Discipline and dismissal"),
    ("내담자의 말", "In the person's words", "내일부터 나오지 말라는 문자를 받았습니다."),
    ("일하는 곳의 자치구", "District of the workplace", "노원구", "Nowon-gu"),
    ("업종", "Industry", "도소매", "Wholesale and retail"), ("고용 형태", "Kind of employment", "정규직", "Regular"),
    ("사업장 규모", "People at the workplace", "10–29인", "10 to 29"), ("이름", "Name", "가상하나"),
    ("지금도 그곳에서 일하나요", "Still works there", "아니요", "no"),
    ("일이 일어난 날", "Day of the event", "2026.11.30"), ("연락처", "Phone number", "010-1234-5678"),
    ("주소", "Address", "서울시 노원구 만든길 1"), ("상담 경로", "How they came", "전화", "Phone"),
)


def test_a_dismissal_in_nowon_goes_from_the_call_to_the_money(walker: Walking, nights: Days) -> None:
    nights(date(2026, 12, 1))
    number = called(walker("nodong"))
    at = taken_up(walker("nowon"), number)
    talked(at)
    opened(at)
    filled_in(at)
    nights(date(2027, 2, 16))
    filed(at, number)
    nights(date(2027, 4, 28))
    decided(at)
    nights(date(2027, 5, 5))
    near_its_limit(at, number)
    nights(date(2027, 6, 2))
    ended(at, number)
    asked_afterwards(at, number, nights)


def called(desk: Walker) -> str:
    """A person rings the Labour Rights Centre, which sends the case on; its number."""
    desk.click("새 상담 접수", "Take in a new case")
    for each in INTAKE:
        desk.fill(*each)
    desk.press("연결할 곳 보기", "Show where it goes")
    desk.sees("노원노동복지센터 · 노동상담", "Nowon Labour Welfare Centre · Labour counselling")
    desk.sees("일하는 곳의 자치구를 먼저 봅니다: 노원구.", "The district of the workplace comes first: Nowon-gu.")
    agrees = ("동의함", "agrees")
    desk.choose("이름·연락처 수집·이용", "Keeping name and contact", *agrees)
    desk.choose("도울 수 있는 센터로 사건 보내기", "Passing the case on to the centre that can help", *agrees)
    desk.press("접수하기", "Take the case in")
    desk.is_told("사건을 보낸 곳: 노원노동복지센터", "It was sent on to: Nowon Labour Welfare Centre")
    found = re.search(r"\w{4}-26-\w{6}", desk.page.text)
    assert found
    return found[0]


def taken_up(at: Walker, number: str) -> Walker:
    """A counsellor in Nowon finds it waiting, reads why it came and takes it; its clock runs already."""
    at.click("배정 대기", "Waiting for a counsellor").click(number)
    at.click("창구 결정", "Decision").sees("노원구", "Nowon-gu").click("개요", "Overview")
    at.press("내가 맡기", "Take this case").is_told("이제 맡으신 사건입니다.", "The case is yours now.")
    at.sees("가장 가까운 기한 2027. 2. 28. D-89", "Nearest limit 28 Feb 2027 89 days left")
    at.click("기한", "Time limits").sees("부당해고등 구제신청", "Application for relief from unfair dismissal")
    at.sees("2027년 2월 28일(일)까지", "Until 28 February 2027 (Sun)")
    return at.sees("(쉬는 날로 2027년 3월 2일(화)까지)", "(with days off until 2 March 2027 (Tue))")


def talked(at: Walker) -> None:
    """The talk is written down."""
    at.click("상담", "Counselling").click("상담 기록하기", "Write down a talk")
    at.fill("상담 시각", "Time of the talk", "00:00").choose("상담 경로", "By which way", "전화", "Phone")
    at.fill("상담·조언 내용", "What was advised", "석 달 안에 구제신청을 하기로 했습니다.")
    at.fill("내담자가 할 일", "What the person does next", "문자와 급여명세서를 모아 둡니다.")
    at.press("상담 기록 저장", "Keep the talk").sees("상담 1회 · 분야 1건", "1 talk · 1 topic")


def opened(at: Walker) -> None:
    """The remedy application is begun: the day is known already, and the competent office is proposed."""
    at.click("법률지원", "Legal aid").click("절차 시작하기", "Begin an action")
    at.click("부당해고·징계·전직 (구제신청)", "unfair dismissal, discipline, transfer (Remedy application)")
    at.sees("서울지방노동위원회 02-3218-6078", "Seoul Regional Labour Relations Commission 02-3218-6078")
    at.holds("기관", "Agency", "서울지방노동위원회", "Seoul Regional Labour Relations Commission")
    at.holds(*DISMISSED, "2026. 11. 30.", "30 Nov 2026")
    at.press("시작하기", "Begin").sees("준비 중", "being prepared")


def filled_in(at: Walker) -> None:
    """What is missing in the application is listed, filled in, and stands in its PDF."""
    at.click("문서", "Documents").click("부당해고등 구제신청서", "Application for remedy")
    at.sees("제출 전에 채울 것:", "Missing before it can be filed:")
    listed = [each.text() for each in at.page.tree.css("ul.missing a")]
    assert listed == [at.say(*each[:2]) for each in BLANKS]
    for each in BLANKS:
        at.fill(*each)
    at.press("저장하고 문서 보기", "Save and look at the document")
    at.sees("필요한 내용이 모두 있습니다.", "Everything that the document needs is there.")
    if pdf.printer() is None:  # the machine has no Pango, and the page says so
        at.sees("PDF를 만들 수 없습니다.", "cannot make a PDF")
        return
    printed = at.pdf("PDF로 저장", "Save as PDF")
    for words in ("가상하나", "010-1234-5678", "서울시 노원구 만든길 1", "가나마트", "2024년 3월 4일(월)", "원직복직",
                  "2026년 11월 30일(월)", "서울지방노동위원회 귀중", "제출 전 확인", "내일부터 나오지 말라는 문자를"):
        assert words in printed
    assert not re.search(r"\d{6}\s*-\s*\d{7}", printed)


RELIEF = ("부당해고등 구제신청", "Application for relief from unfair dismissal")
REVIEW = ("중앙노동위원회 재심신청 (부당해고)",
          "Application for review by the National Labour Relations Commission (dismissal)")
ACTION = ("구제신청: 부당해고·징계·전직", "Remedy application: unfair dismissal, discipline, transfer")


def near(at: Walker, number: str, left: tuple[str, str], limit: tuple[str, str]) -> None:
    """The case stands in the list of near limits, with what is left and which limit it is; it is opened."""
    at.start().click("기한 임박", "Time limit near")
    row = next(row for row in at.page.rows() if any(each.startswith(number) for each in row))
    assert f"{at.say(*left)} {at.say(*limit)}" in row
    at.click(number)


def filed(at: Walker, number: str) -> None:
    """The limit is near, the application is filed in time, a hearing is set."""
    near(at, number, ("D-12", "12 days left"), RELIEF)
    at.click("법률지원", "Legal aid").click(*ACTION)
    receipt = ("기관 접수번호·사건번호", "The agency's receipt number", "2027부해123")
    at.step(("구제신청서 접수", "File the application"), ("접수한 날", "Filed on"), "2027.2.16", receipt)
    at.sees(*both(RELIEF, " 지킴", " kept")).misses("가장 가까운 기한", "Nearest limit")
    at.step(("심문 기일 통지", "A hearing is set"), ("심문 기일", "Day of the hearing"), "2027.4.12")
    at.sees("심문 기일 잡힘", "hearing set")


def decided(at: Walker) -> None:
    """The decision is served; ten days for a review run from it, on the action and on the case."""
    result = ("판정·판결 결과", "Result", "일부 인정", "granted in part")
    at.step(("판정서 송달", "The decision is served"), ("판정서를 받은 날", "Served on"), "2027.4.28", result)
    at.sees("안전일 2027. 5. 8. D-10", "Safe day 8 May 2027 10 days left")
    at.sees("최종일 2027. 5. 10. D-12", "Latest day 10 May 2027 12 days left")
    at.sees("가장 가까운 기한 2027. 5. 8. D-10", "Nearest limit 8 May 2027 10 days left").click("기한", "Time limits")
    at.sees(*both(REVIEW, " : 2027년 5월 8일(토)까지 D-10", " : Until 8 May 2027 (Sat) 10 days left"))


def near_its_limit(at: Walker, number: str) -> None:
    """Three days before, the review stands among the near limits, and is applied for."""
    near(at, number, ("D-3", "3 days left"), REVIEW)
    at.click("법률지원", "Legal aid").click(*ACTION)
    by_us = ("낸 쪽", "Filed by", "노동자", "the worker")
    at.click("재심신청서 접수", "A review is applied for")
    at.sees("중앙노동위원회", "National Labour Relations Commission")
    at.fill("재심신청서를 낸 날", "Filed on", "2027.5.5").fill(*by_us).press("저장", "Save")
    at.sees(*both(REVIEW, " 지킴", " kept"))


def ended(at: Walker, number: str) -> None:
    """Both sides settle; the case is closed with what came of it, and the sum is not typed again."""
    recovered = ("받은 금액", "Amount recovered", "372만")
    at.step(("화해·합의로 끝남", "Settled"), ("끝난 날", "Ended on"), "2027.6.2", recovered)
    at.click("개요", "Overview").click("종결하기", "Close the case")
    at.choose("종결 사유", "Why does the case end?", "해결됨", "settled")
    at.fill("결과", "What came of it", "그 밖의 합의", "Agreed on something else")
    at.holds("받은 금액", "Money that the person got", "3,720,000원", "3,720,000 won")
    at.press("종결하기", "Close the case").sees("받은 금액: 3,720,000원", "money: 3,720,000 won")


def asked_afterwards(at: Walker, number: str, nights: Days) -> None:
    """Thirty days later, and ninety, two questions come up by themselves; not a day before."""
    due = ("기한이 된 할 일", "My tasks that are due")
    for day, days in ((date(2027, 7, 2), 30), (date(2027, 8, 31), 90)):
        nights(day - timedelta(days=1))
        at.start().sees(f"0 {due[0]}", f"0 {due[1]}")
        nights(day)
        at.start().sees(f"1 {due[0]}", f"1 {due[1]}").click(*due)
        at.sees("종결 뒤 확인할 사건", "Ask how it went").click(number)
        at.choose("돈을 받았습니까?", "Did the money come?", "모두 받음", "Yes, all of it")
        at.choose("문제가 해결되었습니까?", "Is the matter settled?", "해결됨", "Yes, it is settled")
        at.press("답변 저장", "Keep the answers").sees(f"종결 {days}일 뒤", f"{days} days after closing")


def both(words: tuple[str, str], ko: str, en: str) -> tuple[str, str]:
    """Words of both languages, followed by others."""
    return words[0] + ko, words[1] + en
