"""From the panel to a closed consultation and a letter, through pages, in Korean and with a look in English."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from gilmok_platform_freelance.experts.demo import make
from gilmok_platform_freelance.mapped import Consultation
from sqlalchemy import update
from support.casework import browser_of
from support.house import PASSWORD, House, make_case
from support.page import Browser, Page

from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person
from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.modules.service import apply
from gilmok.modules.site import Demo
from gilmok.modules.things import Activation

BASE = "/m/platform_freelance/experts"
DESK = "platform_freelance.unfair_harm_desk"
FACTS = {
    "topics": ["unfair_trade"], "platform_freelance.unpaid_fee": 2_000_000, "platform_freelance.delivery": "delivered",
    "platform_freelance.payment_due": "2026-09-30", "platform_freelance.contract_channel": "spoken",
}
At = Callable[[str], Browser]


@pytest.fixture
def by(app: Flask, house: House) -> At:
    """A browser of this person; the Labour Rights Centre, which stands for the closed hubs, has a manager."""
    with house.job() as session:
        house.people["gwonik"] = make_person(
            session, "gwonik", password=PASSWORD, name="권익 센터장", role=Role.MANAGER, centre="labour_rights_centre",
        )
        session.commit()
    return lambda login: browser_of(app, house, login)


@pytest.fixture
def case(house: House) -> Case:
    """A case of the desk, of the southwest."""
    return make_case(house, target=DESK, region="southwest", facts=FACTS)


def add(browser: Browser, name: str = "김가상", **more: str) -> Page:
    """Put somebody on the panel."""
    page = browser.get(f"{BASE}/panel/new").fill("이름", name).choose("자격", "변호사")
    page = page.choose("분야", "보수 청구", "계약 조건").choose("자문 방식", "전화", "서면")
    page = page.fill("전화번호", "02-123-4567").fill("월 최대 시간", more.get("hours", "4"))
    if "regions" in more:
        page.choose("권역", more["regions"])
    return page.press("저장")


def ask(browser: Browser, case: Case, question: str = "약정한 보수를 받으려면?", agrees: str = "동의하지 않음") -> Page:
    """Ask the first expert who fits."""
    page = browser.get(f"{BASE}/case/{case.number}").click("이 전문가에게 의뢰 김가상")
    return page.fill("질문", question).choose("전문가에게 개인정보 제공", agrees).press("질문 저장")


def note(page: Page, link: str, **values: str) -> Page:
    """Note what happened next in a consultation."""
    page = page.click(link)
    for label, value in values.items():
        page.fill(label, value)
    return page.press("기록")


def closed(page: Page, outcome: str = "의뢰인이 지급함") -> Page:
    """Close a consultation that was answered."""
    return page.click("종결").choose("결과", outcome).press("기록")


def test_from_the_panel_to_a_closed_consultation_and_a_letter(app: Flask, house: House, by: At, case: Case) -> None:
    assert add(by("gwonik")).messages == ["전문가를 명단에 올렸습니다."]
    counsellor = by("sangdam")
    page = counsellor.get(f"/cases/{case.number}").click("전문가 찾기")
    assert page.rows()[0][:2] == ["김가상 변호사", "분야 1개 중 1개 일치 · 이번 달 4시간 중 0시간 사용"]
    page = ask(counsellor, case, agrees="동의함")
    assert page.messages == ["질문을 저장했습니다. 전문가는 길목에 로그인하지 않으니 지금 질문을 보내 주세요."]
    assert "김가상 (변호사)" in page.text
    assert "자문이 끝날 때까지, 끝나면 바로 파기" in page.text
    page = note(page, "전문가가 수락함")
    later = today() + timedelta(days=2)
    page = note(page, "상담 일정", 날짜=later.isoformat(), 시각="오후 2:30", 방식="대면")
    assert "14:30" in page.text
    file = page.click("일정 파일 받기(.ics)").response
    assert (case.number in file.text, "김가상" in file.text) == (True, False)
    page = note(page, "서면 답변", **{"답변 내용": "내용증명을 먼저 보내세요."})
    page = note(page, "답변 정정", **{"답변 내용": "지급명령을 신청하세요."})
    assert "앞선 판 제1판" in page.text
    english = browser_of(app, house, "sangdam", "en").get(page.path)
    assert "Version 2" in english.text
    assert "answer received" in english.text

    page = closed(page)
    assert "종결 의뢰인이 지급함" in page.text
    assert "지급명령을 신청하세요." in page.text
    assert "종결" in counsellor.get(f"/cases/{case.number}").text

    numbers = by("sicheong").get(f"{BASE}/numbers")
    assert numbers.rows() == [["보수 청구", "1"], ["변호사", "1"], ["의뢰인이 지급함", "1"]]
    assert "첫 답변까지 걸린 날(중앙값) 0" in numbers.text
    assert not {"김가상", case.number} & set(numbers.text.split())


def test_a_letter_is_put_together_from_the_case_and_kept_by_version(by: At, case: Case) -> None:
    counsellor = by("sangdam")
    empty = counsellor.get(f"{BASE}/case/{case.number}/letter/")
    refused = empty.fill("의뢰인", "가상기획").press("초안 만들기")
    assert (refused.status, refused.value("의뢰인"), bool(refused.error("발신인"))) == (422, "가상기획", True)
    page = refused.fill("발신인", "홍길동").fill("계약과 일", "3월 2일 계약, 삽화 12점")
    page = page.fill("요구 사항", "보수 전액을 지급해 주십시오.").press("초안 만들기")
    text = page.value("문서 내용")
    for said in (
        "수신: 가상기획 귀중", "구두와 메시지로", "1. ", "납품하였습니다", "2,000,000원의 지급기일은 2026년 9월 30일",
        "보수 전액을", "법원에 지급명령 신청, 서울 프리랜서 온 분쟁상담 이용", "발신: 홍길동",
    ):
        assert said in text
    slow = page
    assert page.press("사건에 남기기").messages == ["문서를 사건에 남겼습니다."]
    stale = browser_page(slow).fill("문서 내용", "나중 글")
    # Two who keep at once: the second sees the first one's version, and keeps theirs after it.
    again = stale.press("사건에 남기기")
    assert (again.status, again.value("문서 내용")) == (409, "나중 글")
    kept = again.press("사건에 남기기")
    assert "제2판" in kept.text
    assert "6개월" in kept.text


def test_a_letter_is_in_korean_on_an_english_page(app: Flask, house: House, case: Case) -> None:
    page = browser_of(app, house, "sangdam", "en").get(f"{BASE}/case/{case.number}/letter/")
    page = page.fill("Client who gave the work", "가상기획").fill("Sender", "홍길동")
    page = page.fill("Contract and work", "삽화 12점").fill("What is asked for", "보수 지급")
    page = page.press("Put the letter together")
    assert page.value("Text of the letter").startswith("수신: 가상기획 귀중")
    assert page.tree.css_first("html").attributes["lang"] == "en"


def browser_page(page: Page) -> Page:
    """The same page as if it had been opened by another form: with a key of its own."""
    fresh = Page(page.browser, page.response)
    for field in fresh.tree.css("input[name=form_key]"):
        field.attrs["value"] = "00000000-0000-4000-8000-000000000009"
    return fresh


def test_where_nobody_fits_it_says_what_is_missing_and_the_next_best_way(by: At, case: Case) -> None:
    assert "이 분야의 전문가가 명단에 없습니다" in by("sangdam").get(f"{BASE}/case/{case.number}").text
    add(by("sicheong"), regions="동북권")
    page = by("sangdam").get(f"{BASE}/case/{case.number}")
    assert "맞는 사람이 다른 권역에서만 일합니다(이 조건만 빼면 1명)" in page.text
    assert "서울 프리랜서 온" in page.text
    assert "근로자이음센터" in page.text
    assert "의뢰 김가상" not in page.text


def test_without_consent_nothing_that_reaches_the_person_stands_in_the_question(by: At, case: Case) -> None:
    add(by("sicheong"))
    page = ask(by("sangdam"), case, "010-1234-5678로 연락 주세요")
    assert page.status == 422
    assert "동의가 없으면" in page.error("질문")
    nothing = ask(by("sangdam"), case, "880101-1234567")
    assert nothing.status == 422
    kept = page.fill("질문", "어떻게 할까요?").press("질문 저장")
    assert "누구인지 알 수 있는 정보는 제공하지 않았습니다." in kept.text


def test_consent_that_is_taken_back_is_dated_and_says_what_to_do(by: At, case: Case) -> None:
    add(by("sicheong"))
    page = ask(by("sangdam"), case, agrees="동의함").press("본인이 동의를 철회함")
    assert "파기를 요청하고" in page.text
    assert "본인이 동의를 철회함" not in page.text


def test_what_is_overdue_stands_on_top_with_words(house: House, by: At, case: Case) -> None:
    add(by("sicheong"), hours="9")
    counsellor = by("sangdam")
    first, second = ask(counsellor, case), ask(counsellor, case)
    for page, days in ((first, 3), (second, 1)):
        due = page.click("답변 기한 변경").fill("답변 기한", (today() + timedelta(days=days)).isoformat()).press("기록")
        assert f"D-{days}" in due.text
    lines = counsellor.get(f"{BASE}/").rows()
    assert [row[-1].split()[-1] for row in lines] == ["D-1", "D-3"]
    with house.job() as session:
        session.execute(update(Consultation).where(Consultation.answer_by == today() + timedelta(days=3)).values(
            answer_by=today() - timedelta(days=3)))
        session.commit()
    assert [row[-1].split()[-2:] for row in counsellor.get(f"{BASE}/").rows()][0] == ["3일", "지남"]
    past = first.click("답변 기한 변경").fill("답변 기한", "2020-01-01").press("기록")
    assert past.error("답변 기한") == "오늘부터 1년 안의 날짜를 적어 주세요."


def test_used_hours_count_at_every_centre_and_a_declined_question_frees_them(house: House, by: At, case: Case) -> None:
    add(by("sicheong"), hours="1")
    page = ask(by("sangdam"), case)
    other = make_case(house, "jungnang", target=DESK, region="northeast", facts=FACTS)
    assert "이번 달 시간이 남지 않았습니다" in by("jungnang").get(f"{BASE}/case/{other.number}").text
    note(page, "전문가가 거절함")
    assert "1시간 중 0시간 사용" in by("jungnang").get(f"{BASE}/case/{other.number}").text


def test_of_two_who_change_an_entry_the_second_sees_both_and_so_with_a_step(by: At, case: Case) -> None:
    official = by("sicheong")
    add(official)
    slow = official.get(f"{BASE}/panel/").click("김가상")
    official.get(slow.path).fill("메모", "오전만").press("저장")
    stale = slow.fill("메모", "오후만").press("저장")
    assert (stale.status, stale.value("메모"), "오전만" in stale.text) == (409, "오후만", True)
    assert stale.press("저장").messages == ["저장했습니다."]
    page = ask(by("sangdam"), case)
    second = by("nomusa").get(page.path).click("전문가가 거절함")
    note(page, "전문가가 수락함")
    assert second.press("기록").status == 409


def test_a_day_before_the_step_before_it_is_refused_beside_its_field(by: At, case: Case) -> None:
    add(by("sicheong"))
    page = note(ask(by("sangdam"), case), "전문가가 수락함", **{"언제": "2020-01-01"})
    assert (page.status, page.error("언제")) == (422, "앞 단계의 날짜보다 이릅니다.")


def test_only_managers_of_hubs_and_officials_keep_the_panel(by: At) -> None:
    add(by("gwonik"))
    for login in ("senteojang", "sangdam", "nodong"):
        assert by(login).get(f"{BASE}/panel/new").status == 403
        assert "김가상" in by(login).get(f"{BASE}/panel/").text
    assert by("unyeong").get(f"{BASE}/panel/").status == 403
    own = by("gwonik").get(f"{BASE}/panel/").click("김가상")
    assert own.status == 200
    assert by("senteojang").get(own.path).status == 403


def test_the_demonstration_looks_made_up_and_is_made_once(house: House, by: At) -> None:
    people, installed = {"city": house.people["sicheong"]}, house.installed
    demo = Demo(people=people, database=installed.database, vault=installed.vault)
    make(demo)
    make(demo)
    names = [row[0] for row in by("sicheong").get(f"{BASE}/panel/").rows()]
    assert (len(names), all(name.startswith("가상") for name in names)) == (4, True)


def test_when_the_pilot_has_ended_running_consultations_go_on_and_no_new_ones_begin(
    house: House, by: At, case: Case
) -> None:
    add(by("sicheong"))
    counsellor = by("sangdam")
    asking = counsellor.get(f"{BASE}/case/{case.number}").click("이 전문가에게 의뢰 김가상")
    asking.fill("질문", "나중에").choose("전문가에게 개인정보 제공", "동의하지 않음")
    page = ask(counsellor, case)
    rows = [Activation(module="platform_freelance", region=region, starts_on=today().replace(year=2020),
                       ends_on=today() - timedelta(days=1)) for region in ("northeast", "southwest")]
    with house.session("sicheong") as session:
        apply(session, rows, by=None, note="")
        session.commit()
    assert asking.press("질문 저장").status == 403
    assert "이 전문가에게 의뢰" not in counsellor.get(f"{BASE}/case/{case.number}").text
    page = note(page, "전문가가 수락함")
    assert closed(note(page, "서면 답변", **{"답변 내용": "끝까지 갑니다."})).messages == ["기록했습니다."]
