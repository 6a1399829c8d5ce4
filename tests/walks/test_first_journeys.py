"""Cases that come to a desk, through pages only: where they go, and why, in the words that the counsellor reads."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from support.page import Browser, Page

At = Callable[[str], Browser]


@dataclass(frozen=True)
class Told:
    """What a person tells: the answers by question, and where the case must go, with the reason that must be read."""

    id: str
    answers: dict[str, str]
    goes_to: str
    because: tuple[str, ...]
    also: dict[str, str] = field(default_factory=dict)


RIDER = {"주된 문제": "부당대우·인권침해", "고용 형태": "플랫폼", "업종": "물류"}
JOURNEYS = [
    Told(
        "sewing in Jungnang",
        {
            "주된 문제": "임금체불", "고용 형태": "특수고용", "업종": "봉제", "일하는 곳의 자치구": "중랑구",
        },
        "서울노동권익센터 · 봉제 상담창구",
        ("동북권의 봉제 사업장은 동북권 시립 센터의 특화 분야입니다.", "그 일을 서울노동권익센터가 이어받았습니다."),
        {"평소 한 달 작업량 (개/월)": "1200"},
    ),
    Told(
        "cleaner in Geumcheon, living in Gangdong",
        {
            "주된 문제": "징계·해고", "고용 형태": "기간제", "업종": "시설관리·청소·경비",
            "일하는 곳의 자치구": "금천구", "사는 곳의 자치구": "강동구",
        },
        "강동구노동권익센터 · 노동상담",
        ("금천구", "추정입니다"),
    ),
    Told(
        "rider in Gwanak, pilot active",
        {**RIDER, "일하는 곳의 자치구": "관악구"},
        "서울노동권익센터",
        ("플랫폼",),
    ),
    Told(
        "rider in Songpa, pilot not active",
        {**RIDER, "일하는 곳의 자치구": "송파구"},
        "동남권 노동자종합지원센터",
        ("이 권역에서 하지 않는 사업", "동남권"),
    ),
    Told(
        "IT freelancer in Gangnam",
        {
            "주된 문제": "불공정 거래·대금 미지급", "고용 형태": "프리랜서", "업종": "IT",
            "일하는 곳의 자치구": "강남구",
        },
        "동남권 노동자종합지원센터",
        ("IT",),
    ),
    Told(
        "press injury in a print shop",
        {
            "주된 문제": "산업재해", "고용 형태": "정규직", "업종": "도심제조(인쇄·귀금속·금속 등)",
            "일하는 곳의 자치구": "중구",
        },
        "도심권 노동자종합지원센터",
        ("산재",),
    ),
    Told(
        "researcher in Guro and a non-compete",
        {
            "주된 문제": "근로계약", "고용 형태": "기간제", "업종": "R&D", "일하는 곳의 자치구": "구로구",
        },
        "서울노동권익센터",
        ("서남권",),
    ),
    Told(
        "anonymous, 'not paid'", {"주된 문제": "임금체불"}, "서울노동권익센터 · 노동상담",
        ("더 물어볼 것", "일하는 곳의 자치구"),
    ),
    Told(
        "an employer about contracts",
        {
            "주된 문제": "근로계약", "누가 상담을 청했나요": "사용자", "업종": "숙박·음식",
            "일하는 곳의 자치구": "마포구",
        },
        "마포구",
        ("1350",),
    ),
    Told(
        "outside Seoul",
        {
            "주된 문제": "퇴직금", "고용 형태": "정규직",
            "일하는 곳의 자치구": "서울 외", "사는 곳의 자치구": "서울 외",
        },
        "서울노동권익센터",
        ("1350",),
    ),
]


def told_at_the_desk(at: At, told: Told) -> Page:
    """The intake with the answers typed, and the button pressed that shows where it goes."""
    page = at("nodong").get("/intake/")
    for question, answer in told.answers.items():
        page.fill(question, answer)
    return page.press("연결할 곳 보기")


@pytest.mark.parametrize("told", JOURNEYS, ids=lambda told: told.id)
def test_the_counsellor_reads_where_it_goes_and_why_before_it_is_taken_in(at: At, told: Told) -> None:
    page = told_at_the_desk(at, told)
    assert told.goes_to in page.text
    for sentence in told.because:
        assert sentence in page.text


@pytest.mark.parametrize("told", JOURNEYS, ids=lambda told: told.id)
def test_the_case_that_comes_of_it_says_the_same(at: At, told: Told) -> None:
    page = told_at_the_desk(at, told)
    for question, answer in told.also.items():
        page.fill(question, answer)
    page = page.press("접수하기")
    assert page.status == 200, page.errors
    decision = page.click("창구 결정")
    assert told.goes_to.split(" · ")[-1] in decision.text
