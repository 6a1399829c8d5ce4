"""An artist of Jungnang whose fee is owed, through pages only: the desk's steps, questions, letters and time limit."""

from datetime import date

from flask import Flask
from support.casework import browser_of
from support.days import Days
from support.house import House
from support.walker import Walker

from gilmok.ground.web import pdf

INTAKE = (
    ("주된 문제", "Main matter", "임금체불", "Unpaid wages"),
    ("내담자의 말", "In the person's words", "공연이 끝났는데 출연료를 못 받았습니다."),
    ("일하는 곳의 자치구", "District of the workplace", "중랑구", "Jungnang-gu"),
    ("업종", "Industry", "문화예술", "Culture and arts"), ("고용 형태", "Kind of employment", "예술인", "Artist"),
    ("이름", "Name", "가상하나"), ("연락처", "Phone number", "010-1234-5670"),
    ("주소", "Address", "서울시 중랑구 만든길 1"),
)
STATED = (
    ("계약금액", "The amount of the contract"), ("계약의 기간·갱신·변경·해지", "Its period, renewal, change and end"),
    ("당사자의 권리와 의무", "Rights and duties of both sides"),
    ("업무의 범위·시간·장소", "Extent, hours and place of the work"), ("분쟁의 해결", "How disputes are settled"),
)
CHECK = ("계약서에 여섯 가지가 적혀 있는지 점검하기", "Check whether the contract states the six things")
FEE_DAY = ("보수를 받기로 한 날 확정하기", "Settle the day on which the fee was due")
DEMAND = ("보수를 서면으로 청구하기", "Demand the fee in writing")
WORK = ("작품·공연과 상대방", "Work or performance, and the client")
LIMIT = ("예술인 보수 소멸시효", "Lapse of an artist's fee")
BLANKS = (
    ("사업장명", "Name of the workplace", "가상극단"), ("대표자 성명", "Representative of the workplace", "박단장"),
    ("사업장 주소", "Address of the workplace", "서울시 중랑구 만든로 2"),
    ("작품·공연", "Work or performance", "만든 공연"),
    ("못 받은 보수", "Fee still owed", "150만"), ("보수를 받기로 한 날", "Day on which the fee was due", "2026.3.2"),
    ("이행 기한", "To be paid until", "2026.12.31"),
)


def test_an_artists_fee_goes_from_the_contract_to_the_demand(
    app: Flask, house: House, language: str, nights: Days
) -> None:
    nights(date(2026, 11, 25))
    at = Walker(browser_of(app, house, "nodong", language), language)
    taken_in(at)
    contract_is_checked(at)
    day_is_settled(at)
    asked_further(at)
    demanded(at)


def taken_in(at: Walker) -> None:
    """The artist comes to the desk, whose counsellor takes the case."""
    at.click("새 상담 접수", "Take in a new case")
    for each in INTAKE:
        at.fill(*each)
    at.choose("이름·연락처 수집·이용", "Keeping name and contact", "동의함", "agrees")
    at.press("접수하기", "Take the case in").press("내가 맡기", "Take this case")
    at.sees("문화예술 상담창구", "Culture and arts desk").click("창구 업무", "Work of the desk")
    at.sees("6개 가운데 0개 마침", "0 of 6 done")


def contract_is_checked(at: Walker) -> None:
    """The first step leads to the check of the six things, and is ticked off."""
    at.click(f"계산기 열기 : {CHECK[0]}", f"Open the calculator : {CHECK[1]}")
    for each in STATED:
        at.choose(*each, "예", "yes")
    at.choose("수익의 배분", "How profits are shared", "아니요", "no").press("계산하고 저장", "Compute and keep")
    at.sees("빠진 것: 수익의 배분.", "Missing: How profits are shared.").click("창구 업무", "Work of the desk")
    done(at, *CHECK)
    at.sees("6개 가운데 1개 마침", "1 of 6 done")


def done(at: Walker, ko: str, en: str) -> None:
    """A step is ticked off."""
    at.press(f"마침 : {ko}", f"Done : {en}").is_told("마친 것으로 표시했습니다.", "The step is ticked off.")


def day_is_settled(at: Walker) -> None:
    """The day from which the fee lapses is entered; the case has its nearest limit from then on."""
    at.click("기한", "Time limits").sees("날짜 확인 필요", "Day unknown: ask")
    at.fill("무슨 일이 있었나요", "What happened", "보수 지급기일", "The fee was due")
    at.fill("언제", "On which day", "2026.3.2").press("날짜 저장", "Enter the day")
    at.sees("2027년 3월 2일(화)까지", "Until 2 March 2027 (Tue)").sees(*LIMIT)
    at.click("창구 업무", "Work of the desk")
    done(at, *FEE_DAY)


def asked_further(at: Walker) -> None:
    """What the desk asks is answered, and stands on the first page of the case."""
    at.fill(*WORK, "가상극단의 만든 공연").press("답변 저장", "Keep the answers")
    at.holds(*WORK, "가상극단의 만든 공연").click("개요", "Overview").sees("가상극단의 만든 공연")


def demanded(at: Walker) -> None:
    """The demand is written from the case, what it lacks is asked, and the step is done."""
    at.click("창구 업무", "Work of the desk").click(f"문서 쓰기 : {DEMAND[0]}", f"Write the letter : {DEMAND[1]}")
    for each in BLANKS:
        at.fill(*each)
    at.press("저장하고 문서 보기", "Save and look at the document")
    at.sees("필요한 내용이 모두 있습니다", "Everything that the document needs is there")
    if pdf.printer() and at.language == "ko":
        printed = at.pdf("PDF로 저장", "Save as PDF")
        for words in ("가상하나", "가상극단", "1,500,000원", "2026년 3월 2일(월)", "민법 제174조"):
            assert words in printed
    at.click("창구 업무", "Work of the desk")
    done(at, *DEMAND)
    at.click("이력", "History").sees(DEMAND[0], DEMAND[1])
