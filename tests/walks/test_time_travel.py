"""`GILMOK_TODAY` moves every list and reminder: what is near, what is due, who is reminded, what is asked."""

from dataclasses import dataclass
from datetime import date

from support.days import Days
from support.page_faults import said
from support.walker import Walker, Walking

NEAR = ("기한 임박", "Time limit near")
DUE = ("기한이 된 할 일", "My tasks that are due")
FIRST = date(2026, 11, 25)
INTAKE = (
    ("주된 문제", "Main matter", "징계·해고", "Discipline and dismissal"),
    ("일하는 곳의 자치구", "District of the workplace", "노원구", "Nowon-gu"),
    ("사업장 규모", "People at the workplace", "10–29인", "10 to 29"), ("이름", "Name", "가상세찬"),
    ("일이 일어난 날", "Day of the event", "2026.11.2"),
)


@dataclass(frozen=True)
class Seen:
    """What is seen on a day: how many limits are near and tasks due; of whom the case is on the first page, with which
    words; whether an appointment stands there; after how many days a closed case is asked about."""

    on: date
    near: int = 0
    due: int = 0
    owner: tuple[str, str] | None = None
    manager: bool = False
    meets: bool = False
    asks: int = 0


DAYS = (
    Seen(date(2026, 12, 24)),
    Seen(date(2026, 12, 25), due=1, asks=30),
    Seen(date(2027, 1, 14), due=1, asks=30, meets=True),
    Seen(date(2027, 1, 18), due=1, asks=30, meets=True),
    Seen(date(2027, 1, 19), due=1, asks=30, meets=True, near=1, owner=("D-14", "14 days left")),
    Seen(date(2027, 1, 21), due=2, asks=30, near=1, owner=("D-12", "12 days left")),
    Seen(date(2027, 1, 29), due=2, asks=30, near=1, owner=("D-4", "4 days left")),
    Seen(date(2027, 1, 30), due=2, asks=30, near=1, owner=("D-3", "3 days left"), manager=True),
    Seen(date(2027, 2, 2), due=2, asks=30, near=1, owner=("오늘", "today"), manager=True),
    Seen(date(2027, 2, 3), due=2, asks=30, near=1, owner=("1일 지남", "1 day overdue"), manager=True),
    Seen(date(2027, 2, 17), due=2, asks=30),
    Seen(date(2027, 2, 22), due=2, asks=30),
    Seen(date(2027, 2, 23), due=2, asks=90),
    Seen(date(2027, 5, 24), due=1),
)


def test_the_day_that_is_set_moves_every_list_and_reminder(walker: Walking, nights: Days) -> None:
    nights(FIRST)
    owner, manager = walker("nowon"), walker("nowon_manager")
    open_case, closed = taken_in(owner), taken_in(owner)
    owner.click("개요", "Overview").click("종결하기", "Close the case")
    owner.choose("종결 사유", "Why does the case end?", "해결됨", "settled").press("종결하기", "Close the case")
    planned(owner, open_case)
    for seen in DAYS:
        nights(seen.on)
        assert looked(owner.start(), manager.start(), open_case, closed) == expected(seen, owner), seen.on


def taken_in(owner: Walker) -> str:
    """A dismissal that the counsellor has; its number."""
    owner.start().click("새 상담 접수", "Take in a new case")
    for each in INTAKE:
        owner.fill(*each)
    owner.choose("이름·연락처 수집·이용", "Keeping name and contact", "동의함", "agrees")
    owner.press("접수하기", "Take the case in").press("내가 맡기", "Take this case")
    return said(owner.page.tree.css_first(".identity .number b"))


def planned(owner: Walker, number: str) -> None:
    """A task and an appointment in January."""
    owner.start().click("내가 맡은 사건", "My open cases").click(number).click("상담", "Counselling")
    owner.fill("할 일 내용", "What is to be done", "이유서 쓰기").fill("기한", "By when", "2027.1.21")
    owner.press("할 일 추가", "Add the task").click("예약하기", "Book an appointment")
    owner.fill("날짜", "Day", "2027.1.20").fill("시작 시각", "From", "14:00").press("예약 저장", "Book the appointment")


def looked(owner: Walker, manager: Walker, number: str, closed: str) -> Seen:
    """What the pages say on this day, in the words of the language."""
    of_owner, of_manager = (row_of(each, number) for each in (owner, manager))
    near, due, meets = figure(owner, *NEAR), figure(owner, *DUE), "14:00" in owner.page.text
    assert len(owner.click(*NEAR).page.rows()) == near
    asks = row_of(owner.start().click(*DUE), closed)
    limit = owner.say("부당해고등 구제신청", "Application for relief from unfair dismissal")
    return Seen(
        date.min, near, due, (of_owner[4].removesuffix(f" {limit}"), "") if of_owner else None, bool(of_manager), meets,
        int(asks[1].removesuffix(owner.say("일", " days"))) if asks else 0,
    )


def row_of(walker: Walker, number: str) -> list[str] | None:
    """The row of a case in the tables of the page."""
    return next((row for row in walker.page.rows() if row[0].startswith(number)), None)


def figure(walker: Walker, ko: str, en: str) -> int:
    """The number above these words on the first page."""
    figures = {said(each.css_first("a")): said(each.css_first("b")) for each in walker.page.tree.css(".figure")}
    return int(figures[walker.say(ko, en)])


def expected(seen: Seen, walker: Walker) -> Seen:
    """What is to be seen, in the walker's language."""
    words = (walker.say(*seen.owner), "") if seen.owner else None
    return Seen(date.min, seen.near, seen.due, words, seen.manager, seen.meets, seen.asks)
