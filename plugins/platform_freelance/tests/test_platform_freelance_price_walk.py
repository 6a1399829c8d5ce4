"""From observed prices to a published page and a case, through pages, in Korean and with a look in English."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from gilmok_platform_freelance.prices.demo import make
from support.casework import browser_of
from support.house import PASSWORD, House, make_case
from support.page import Browser, Page

from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person
from gilmok.ground.clock import today
from gilmok.modules.service import apply
from gilmok.modules.site import Demo
from gilmok.modules.things import Activation

BASE = "/m/platform_freelance/prices"
DESK = "platform_freelance.unfair_harm_desk"
At = Callable[[str], Browser]
KIND = {
    "분야(한국어)": "디자인", "분야(영어)": "Design", "작업 종류(한국어)": "웹페이지 디자인",
    "작업 종류(영어)": "Web page design", "단위(한국어)": "쪽", "단위(영어)": "page", "코드": "web-page",
}
HEAD = "kind,won,quantity,month,experience,region,source,evidence,reference"


@pytest.fixture
def by(app: Flask, house: House) -> At:
    """A browser of this person; the Labour Rights Centre, which stands for the closed hubs, has a manager."""
    with house.job() as session:
        person = make_person(
            session, "gwonik", password=PASSWORD, name="권익 센터장", role=Role.MANAGER, centre="labour_rights_centre",
        )
        session.commit()
        house.people["gwonik"] = person
    return lambda login: browser_of(app, house, login)


def fill(page: Page, values: dict[str, str]) -> Page:
    """Type into several fields."""
    for label, value in values.items():
        page.fill(label, value)
    return page


def add_kind(official: Browser, **other: str) -> Page:
    return fill(official.get(f"{BASE}/kinds/new"), KIND | other).press("저장")


def line(won: int, reference: str, *, month: str = "2026-03", kind: str = "web-page") -> str:
    return f"{kind},{won},1,{month},3_to_9,anywhere,survey,yes,{reference}"


def imported(official: Browser, *lines: str) -> Page:
    return official.get(f"{BASE}/import/").fill("또는 파일 내용", "\n".join([HEAD, *lines])).press("가져오기")


def note(counsellor: Browser, won: str, reference: str = "") -> Page:
    page = fill(counsellor.get(f"{BASE}/desk/"), {
        "작업 종류": "웹페이지 디자인 · 쪽당", "받은 금액(세전)": won, "수량": "3", "계약 월": "2026년 2월",
        "이 일의 경력": "3년 미만", "작업 지역": "장소 무관(온라인)", "출처": "계약서 확인", "관리 번호": reference,
    })
    return page.choose("증빙을 확인했나요?", "증빙 확인").press("단가 기록")


def compute(official: Browser) -> Page:
    page = official.get(f"{BASE}/releases/new").fill("시작 월", "2026-01").fill("끝 월", "2026-06")
    page.fill("조사 방법(한국어)", "상담과 설문에서 모았습니다.")
    return page.fill("조사 방법(영어)", "From counselling and surveys.").press("산정하기")


def review(browser: Browser, path: str, verdict: str = "공표해도 됩니다") -> Page:
    page = browser.get(path).fill("무엇을 확인했고 어떻게 판단하는지", "이상치와 건수를 확인했습니다.")
    return page.choose("검토 결과", verdict).press("검토 의견 저장")


def publish(by: At, change: str = "") -> Page:
    """A version of all that was observed, worked out by one and reviewed by another."""
    path = compute(by("sicheong")).path
    review(by("gwonik"), path)
    return by("sicheong").get(path).fill("앞 판과 달라진 점(한 문장)", change).press("모두에게 공개")


def prices(*won: int) -> list[str]:
    return [line(each, f"S{number}") for number, each in enumerate(won)]


def test_from_a_price_noted_at_the_desk_to_the_page_for_anybody_and_the_case(app: Flask, house: House, by: At) -> None:
    add_kind(by("sicheong"))
    page = note(by("sangdam"), "45만", "계약 7")
    assert (page.messages, page.rows()[0][1]) == (["단가를 기록했습니다."], "150,000")
    assert "이미 세었습니다" in note(by("sangdam"), "60만", "계약 7").error("관리 번호")
    imported(by("sicheong"), *prices(*range(140_000, 158_000, 2_000)))
    draft = compute(by("sicheong"))
    assert "다른 서울시 담당자나 권역 센터장이 검토합니다" in draft.text
    reviewed = review(by("gwonik"), draft.path)
    assert "검토 마침" in reviewed.text
    published = by("sicheong").get(draft.path).press("모두에게 공개")
    assert published.messages == ["제1판을 공표했습니다."]

    anybody = Browser(app).get(f"{BASE}/")
    assert "법정 최저 단가도 상한도 아니고" in anybody.text
    assert anybody.rows()[0] == [
        "웹페이지 디자인", "쪽", "149,000", "145,000 – 152,000", "140,000 – 156,000", "10",
    ]
    english = Browser(app).get(f"{BASE}/v/1?lang=en")
    assert ("no legal minimum" in english.text, english.rows()[0][0]) == (True, "Web page design")

    case = make_case(house, target=DESK)
    counsellor = by("sangdam")
    page = counsellor.get(f"/cases/{case.number}").click("받은 단가 비교").fill("작업 종류", "웹페이지 디자인 · 쪽당")
    page = page.fill("받은 금액(세전)", "185,000").fill("수량", "2").press("비교하기")
    assert page.messages == ["비교 결과를 사건에 남겼습니다."]
    shown = counsellor.get(f"/cases/{case.number}").text
    assert "공표된 중앙값의 62%를 받음" in shown
    assert "(제1판, n = 10" in shown
    assert "제1판의 중앙값 149,000원(10건)의 62%입니다" in shown

    page = page.click("이 계약을 표준단가 조사에 포함하기").fill("계약 월", "2026-05").fill("이 일의 경력", "10년 이상")
    page = page.fill("작업 지역", "서울 밖").fill("출처", "상담에서 들음").choose("증빙을 확인했나요?", "말로만 들음")
    refused = page.press("단가 기록")
    assert (refused.status, refused.value("계약 월")) == (422, "2026-05")
    assert refused.choose("이 계약을 표준단가 조사에 포함", "동의함").press("단가 기록").messages == [
        "사건과 이어지지 않게 단가를 기록했습니다.",
    ]


def test_a_published_version_never_changes_and_the_next_one_says_what_did(app: Flask, by: At) -> None:
    add_kind(by("sicheong"))
    imported(by("sicheong"), *prices(*range(100_000, 110_000, 1_000)))
    publish(by)
    anybody = Browser(app)
    first = json.loads(anybody.get(f"{BASE}/v/1.json").response.text)
    imported(by("sicheong"), *[line(180_000 + number, f"L{number}") for number in range(12)])
    assert json.loads(anybody.get(f"{BASE}/v/1.json").response.text) == first
    assert publish(by).error("앞 판과 달라진 점(한 문장)")
    publish(by, "봄 조사를 더했습니다.")
    assert json.loads(anybody.get(f"{BASE}/v/1.json").response.text)["prices"] == first["prices"]
    log = anybody.get(f"{BASE}/").click("판마다 달라진 점").text
    assert "봄 조사를 더했습니다." in log
    assert "오름: 105,000원 → 180,000원" in log
    assert "더 새로운 판이 있습니다" in anybody.get(f"{BASE}/v/1").text


def test_files_have_their_stable_shape(app: Flask, by: At) -> None:
    add_kind(by("sicheong"), **{"작업 종류(한국어)": "=1+1", "작업 종류(영어)": "@sum"})
    imported(by("sicheong"), *prices(*range(100_000, 110_000, 1_000)))
    publish(by)
    file = Browser(app).get(f"{BASE}/v/1.csv").response
    assert file.headers["Content-Disposition"] == 'attachment; filename="unit-prices-1.csv"'
    (row,) = csv.DictReader(io.StringIO(file.text.lstrip("\ufeff"), newline=""))
    assert (row["code"], row["kind_ko"], row["kind_en"], row["median"]) == ("web-page", "'=1+1", "'@sum", "105000")
    data = json.loads(Browser(app).get(f"{BASE}/v/1.json").response.text)
    assert (data["shape"], data["version"], data["state"], data["currency"]) == (1, 1, "published", "KRW")
    assert (data["method"]["least"], data["sample"]["survey"]) == (5, 10)
    assert data["prices"][0]["kind"] == {"ko": "=1+1", "en": "@sum"}


def test_of_few_nothing_is_told_but_that_they_are_few(app: Flask, by: At) -> None:
    add_kind(by("sicheong"))
    imported(by("sicheong"), *prices(100_000, 777_000, 101_000, 102_000))
    publish(by)
    page = Browser(app).get(f"{BASE}/").text
    assert "건수가 적어 단가를 공표하면" in page
    assert not [each for each in ("100,000", "777,000", "101,000") if each in page]
    assert json.loads(Browser(app).get(f"{BASE}/v/1.json").response.text)["sample"]["observations"] == 0


def test_who_worked_it_out_cannot_review_it_nor_can_the_manager_of_another_centre(app: Flask, by: At) -> None:
    add_kind(by("sicheong"))
    path = compute(by("sicheong")).path
    for login in ("sicheong", "senteojang"):
        browser = by(login)
        assert "검토 의견 저장" not in browser.get(path).response.text
        app.config["WTF_CSRF_ENABLED"] = False
        sent = {"review": "x", "verdict": "reviewed", "version": "1", "form_key": str(uuid4())}
        refused = browser.client.post(f"{path}review", data=sent)
        app.config["WTF_CSRF_ENABLED"] = True
        assert refused.status_code == 403
    sent_back = review(by("gwonik"), path, "돌려보냅니다")
    assert "돌려보냄" in sent_back.text
    assert "모두에게 공개" not in by("sicheong").get(path).response.text


def test_a_withdrawn_version_stays_readable_with_its_reason_and_is_compared_with_no_more(app: Flask, by: At) -> None:
    add_kind(by("sicheong"))
    imported(by("sicheong"), *prices(*range(100_000, 110_000, 1_000)))
    page = publish(by)
    late = by("sicheong").get(page.path)
    withdrawn = page.fill("사유", "단위를 잘못 모았습니다.").press("이 판 철회하기")
    assert "철회" in withdrawn.messages[0]
    assert "단위를 잘못 모았습니다." in Browser(app).get(f"{BASE}/v/1").text
    assert "마지막 판은 철회되었습니다" in Browser(app).get(f"{BASE}/").text
    again = late.fill("사유", "같은 까닭으로").press("이 판 철회하기")
    assert (again.status, "같은 까닭으로" in again.text) == (409, True)


def test_every_wrong_line_of_a_file_is_named_and_nothing_is_kept_by_halves(by: At) -> None:
    official = by("sicheong")
    add_kind(official)
    bad = [line(100, "A"), line(0, "B"), line(100, "C", month="2099-01"), line(100, "D", kind="=cmd"), line(100, "A")]
    page = imported(official, *bad)
    assert (page.status, page.rows()) == (422, [
        ["3", "won", "1에서 100,000,000,000까지의 숫자로 적어 주세요."], ["4", "month", "아직 오지 않은 달입니다."],
        ["5", "kind", "목록에 있는 답에서 골라 주세요."],
    ])
    assert page.value("또는 파일 내용").splitlines()[1:] == bad
    assert official.get(f"{BASE}/desk/").rows() == []
    kept = page.fill("맞는 2줄만 저장하고 틀린 줄은 빼기", "yes").press("가져오기")
    assert kept.messages == ["1줄을 저장했습니다.", "이미 센 계약이라 뺀 줄: 6", "틀려서 뺀 줄: 3, 4, 5"]


def test_a_file_as_korean_spreadsheets_save_it_is_read(app: Flask, by: At) -> None:
    official = by("sicheong")
    add_kind(official)
    app.config["WTF_CSRF_ENABLED"] = False
    content = "\r\n".join([HEAD, line(100, "설문 1")]).encode("cp949")
    sent = {"file": (io.BytesIO(content), "a.csv"), "form_key": "00000000-0000-4000-8000-000000000001"}
    official.client.post(f"{BASE}/import/", data=sent)
    app.config["WTF_CSRF_ENABLED"] = True
    assert [row[1] for row in official.get(f"{BASE}/desk/").rows()] == ["100"]
    no_table = official.get(f"{BASE}/import/").fill("또는 파일 내용", "a,b\n1,2").press("가져오기")
    assert "첫 줄에 있어야 할 열 이름" in no_table.errors[0]


def test_of_two_who_change_a_kind_the_second_sees_both_texts(by: At) -> None:
    official = by("sicheong")
    add_kind(official)
    slow = official.get(f"{BASE}/kinds/web-page")
    official.get(f"{BASE}/kinds/web-page").fill("단위(한국어)", "화면").press("저장")
    stale = slow.fill("단위(한국어)", "장").press("저장")
    assert (stale.status, stale.value("단위(한국어)"), "화면" in stale.text) == (409, "장", True)
    assert "저장했습니다" in stale.press("저장").messages[0]


def test_a_price_that_is_left_out_counts_no_more_and_may_be_noted_anew(by: At) -> None:
    add_kind(by("sicheong"))
    page = note(by("sangdam"), "30만", "7").click("빼기 웹페이지 디자인 · 쪽당").fill("사유", "잘못 적음").press("빼기")
    assert "뺌 잘못 적음" in page.rows()[0]
    assert "단가를 기록했습니다." in note(by("sangdam"), "33만", "7").messages


def test_the_demonstration_looks_made_up_and_is_made_once(app: Flask, house: House, by: At) -> None:
    named = {"city": "sicheong", "nodong0": "gwonik", "gwanak1": "sangdam", "jungnang1": "jungnang"}
    people = {login: house.people[name] for login, name in named.items()}
    demo = Demo(people=people, database=house.installed.database, vault=house.installed.vault)
    make(demo)
    make(demo)
    page = Browser(app).get(f"{BASE}/").text
    assert ("제2판" in page, "디자인(가상)" in page, "제3판" in page) == (True, True, False)


def test_when_the_pilot_has_ended_the_prices_stay_readable_and_nothing_is_taken(
    app: Flask, house: House, by: At
) -> None:
    add_kind(by("sicheong"))
    imported(by("sicheong"), *prices(*range(100_000, 110_000, 1_000)))
    publish(by)
    desk = by("sangdam").get(f"{BASE}/desk/")
    rows = [Activation(module="platform_freelance", region=region, starts_on=date(2020, 12, 1),
                       ends_on=today() - timedelta(days=1)) for region in ("northeast", "southwest")]
    with house.session("sicheong") as session:
        apply(session, rows, by=None, note="")
        session.commit()
    assert "제1판" in Browser(app).get(f"{BASE}/").text
    assert Browser(app).get(f"{BASE}/v/1.csv").status == 200
    assert desk.press("단가 기록").status == 403
