"""From the form that anybody sends to the quarterly report that anybody reads, in Korean and with English looked at."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from support.casework import browser_of, taken_in
from support.house import House, make_case
from support.monitoring import DESK, FORM, STATE, checked, filled, kept, reported, standing
from support.page import Browser, Page

from gilmok.ground.clock import today
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

Login = Callable[[str], Browser]
QUARTERLY = f"{DESK}quarterly/"


def switch(house: House, region: str = "southwest", **about: object) -> None:
    """Switch the pilot on or off in a region."""
    row = Activation(**{"module": "platform_freelance", "region": region, "starts_on": date(2020, 1, 1), **about})
    with house.session("sicheong") as session:
        apply(session, [row], by=None, note="")
        session.commit()


def quarter_now(said: str = "{0}년 {1}분기") -> str:
    """The quarter in which the test runs, as a page says it."""
    return said.format(today().year, (today().month + 2) // 3)


def written(desk: Browser) -> Page:
    """A quarterly report that a counsellor wrote."""
    page = desk.get(QUARTERLY).choose("권역", "동북권", "서남권").press("보고서 쓰기")
    assert page.status == 200, page.errors
    page.fill("요약", "대금을 깎는다는 제보가 많았습니다.").fill("제안 내용", "표준계약서를 권합니다.")
    return page.press("저장")


def test_from_a_report_without_a_name_to_what_anybody_reads(app: Flask, house: House, at: Login) -> None:
    names = ("㈜가나배달", "가나 배달", "주식회사 가나배달", "가나배달", "(주)가나배달")
    reports = [reported(app, name) for name in names]
    other = reported(app, "한빛대리", district="중랑구")
    desk = at("nodong")
    assert "아직 아무도 읽지 않았습니다" in standing(app, reports[0]).text
    for report in reports:
        checked(desk, report)
    checked(desk, other, "신빙성 없음: 집계하지 않음")
    assert "모니터링에 집계했습니다" in standing(app, reports[0]).text
    assert "집계하지 못했습니다" in standing(app, other).text

    alert = desk.get(DESK).click("㈜가나배달")
    assert "짧은 기간에 제보가 몰림" in alert.text
    alert = alert.choose("조치", "업체에 공문 발송").fill("동료에게 남기는 메모", "11월 공문").press("기록하기")
    assert "11월 공문" in alert.text
    assert "업체에 공문을 보냈습니다" in standing(app, reports[4]).text
    assert "업체에 공문" not in standing(app, other).text
    desk.get(alert.path).choose("조치", "마감").press("기록하기")
    assert "진행 중인 경보가 없습니다" in desk.get(DESK).text

    page = written(desk)
    assert "가나배달" in page.text
    assert "직접 쓰신 보고서입니다" in page.text
    city = at("sicheong").get(page.path)
    assert "㈜가나배달 · 5" in city.text
    city = city.choose("이름을 공개할 업체", "㈜가나배달 · 5").press("업체명 공개 결정 저장")
    done = city.press("모두에게 공개")
    assert (done.heading, done.messages) == (f"모니터링 보고서, {quarter_now()}", ["보고서를 공개했습니다."])
    public = done.click("공표된 보고서")
    assert "표준계약서를 권합니다." in public.text
    assert "㈜가나배달 · 제보 5건 이상" in public.text
    read = Browser(app).get("/m/platform_freelance/reports/published/").click(f"{quarter_now()} · 동북권, 서남권")
    assert read.rows() == [["대금을 깎거나 주지 않음", "5", "0", "5"]]
    lines = read.click("CSV").response.text.splitlines()
    kind = "대금을 깎거나 주지 않음"
    cells = [f"{kind},전체,5", f"{kind},동북권,0", f"{kind},서남권,5"]
    assert lines[1:] == ["전체,전체,5", *cells, "㈜가나배달,전체,5건 이상"]
    assert Browser(app).get(f"{read.path}?lang=en").heading == f"Monitoring report, {quarter_now('Q{1} {0}')}"


def test_a_phone_without_script_gets_the_form_in_four_languages(app: Flask) -> None:
    headings = {"ko": "부당대우 익명 제보", "en": "Report unfair treatment", "zh": "匿名举报不公待遇",
                "vi": "Tố giác ẩn danh việc đối xử bất công"}
    for language, heading in headings.items():
        page = Browser(app).get(f"{FORM}?lang={language}")
        assert page.heading == heading
        assert not page.tree.css("script")
    assert "112" in page.text


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(app: Flask) -> None:
    page = Browser(app).get(FORM).fill("업체·플랫폼 이름", "가나").press("이름 없이 보내기")
    assert (page.status, page.value("업체·플랫폼 이름")) == (422, "가나")
    assert page.errors == [
        "무슨 일인지 골라 주세요.", "일한 자치구를 골라 주세요.", "언제 있었던 일인지 골라 주세요.",
        "하는 일을 골라 주세요.",
    ]


def test_a_resident_number_is_refused_and_not_shown_again(app: Flask) -> None:
    page = filled(Browser(app).get(FORM), story="제 번호는 900101-1234567 입니다.").press("이름 없이 보내기")
    assert (page.status, "900101" in page.response.text) == (422, False)
    assert "보관할 수 없는 번호를 지웠습니다" in page.error("더 알리고 싶은 내용 (안 적어도 됩니다)")


def test_the_same_form_sent_twice_is_one_report(app: Flask, at: Login) -> None:
    form = filled(Browser(app).get(FORM))
    first, again = kept(form.press("이름 없이 보내기")), kept(form.press("이름 없이 보내기"))
    assert first == again
    assert at("nodong").get(DESK).response.text.count(first.number) == 1


def test_where_nobody_monitors_it_is_said_and_where_else_to_turn(app: Flask) -> None:
    page = filled(Browser(app).get(FORM), district="강남구").press("이름 없이 보내기")
    assert (page.status, "지금 모으지 않습니다" in page.error("일한 곳의 자치구")) == (422, True)
    assert "1661-2020" in page.text


def test_where_it_is_on_nowhere_the_form_is_not_there_and_old_reports_go_on(
    app: Flask, house: House, at: Login
) -> None:
    report = reported(app)
    for region in ("northeast", "southwest"):
        switch(house, region, ends_on=today() - timedelta(days=1))
    assert Browser(app).get(FORM).status == 404
    assert "부당대우 익명 제보" not in Browser(app).get("/find").text
    assert checked(at("nodong"), report).status == 200
    page = standing(app, report)
    assert "모니터링에 집계했습니다" in page.text
    assert "덧붙였습니다" in page.fill("전할 말", "통장 사본도 있습니다.").press("덧붙이기").text
    assert written(at("nodong")).status == 200


@pytest.mark.parametrize(("number", "secret"), [("AAAA-AAAA", "right"), ("right", "AAAA-AAAA-AAAA"), ("", "")])
def test_a_wrong_secret_and_a_wrong_number_are_told_apart_by_nothing(app: Flask, number: str, secret: str) -> None:
    report = reported(app)
    page = Browser(app).get(STATE).fill("제보번호", report.number if number == "right" else number)
    page = page.fill("확인코드", report.secret if secret == "right" else secret).press("보기")
    assert (page.status, page.errors) == (422, ["제보번호와 확인코드가 맞지 않습니다. 두 가지를 다시 확인해 주세요."])


@pytest.mark.usefixtures("still")
def test_ten_tries_are_the_most(app: Flask) -> None:
    report = reported(app)
    page = Browser(app).get(STATE).fill("제보번호", report.number).fill("확인코드", report.secret)
    assert [page.press("보기").status for _try in range(11)] == [200] * 10 + [429]


def test_what_is_added_reaches_the_desk(app: Flask, at: Login) -> None:
    report, desk = reported(app), at("nodong")
    checked(desk, report)
    standing(app, report).fill("전할 말", "같은 일을 당한 동료가 있습니다.").press("덧붙이기")
    listed = desk.get(DESK)
    assert "덧붙인 내용 있음" in listed.text
    assert "동료가 있습니다" in listed.click(report.number).text
    assert "덧붙인 내용 있음" not in desk.get(DESK).text


def test_of_two_who_check_at_once_the_second_sees_both(app: Flask, house: House) -> None:
    report = reported(app)
    first, second = (browser_of(app, house, "nodong").get(DESK).click(report.number) for _each in range(2))
    first.choose("확인 결과", "유효: 집계함").fill("동료에게 남기는 메모", "통화함").press("확인 결과 저장")
    late = second.choose("확인 결과", "신빙성 없음: 집계하지 않음").fill("동료에게 남기는 메모", "모호함")
    late = late.press("확인 결과 저장")
    assert late.status == 409
    assert "통화함" in late.text
    assert late.value("동료에게 남기는 메모") == "모호함"


def test_a_duplicate_and_the_same_person_are_counted_once(app: Flask, at: Login) -> None:
    first, again, more = reported(app), reported(app, story="같은 일"), reported(app, story="다른 일")
    desk = at("nodong")
    checked(desk, first)
    assert checked(desk, again, "같은 일의 중복 제보").errors == ["다른 제보의 번호를 적어 주세요."]
    checked(desk, again, "같은 일의 중복 제보", same_as=first.number)
    checked(desk, more, same_as=first.number)
    assert [row[3:6] for row in desk.get(f"{DESK}companies/").rows()] == [["2", "1", "0"]]


def test_companies_are_merged_and_taken_apart(app: Flask, at: Login) -> None:
    desk = at("nodong")
    for name in ("가나배달", "가나딜리버리"):
        checked(desk, reported(app, name))
    page = desk.get(f"{DESK}companies/").click("가나딜리버리").fill("같은 업체", "가나배달").press("두 업체 합치기")
    assert "다음 업체로 합쳐졌습니다" in page.text
    assert [row[3] for row in desk.get(f"{DESK}companies/").rows()] == ["2"]
    page.press("합친 것 되돌리기")
    assert [row[3] for row in desk.get(f"{DESK}companies/").rows()] == ["1", "1"]


def test_the_city_sets_the_numbers_and_the_next_check_goes_by_them(app: Flask, house: House, at: Login) -> None:
    page = at("sicheong").get(f"{DESK}alerts/threshold")
    page.fill("한 업체의 유효 제보 수", "2").fill("기준을 바꾸는 까닭", "시범 초기").press("이 기준으로 정하기")
    late = at("sicheong").get(page.path)
    late.typed["version"] = ["0"]
    late = late.fill("한 업체의 유효 제보 수", "9").fill("기준을 바꾸는 까닭", "늦음").press("이 기준으로 정하기")
    assert (late.status, late.value("한 업체의 유효 제보 수")) == (409, "9")
    desk = at("nodong")
    for _each in range(2):
        checked(desk, reported(app, story=f"이야기 {_each}"))
    assert "㈜가나배달" in desk.get(DESK).text
    assert "진행 중인 경보가 없습니다" not in desk.get(DESK).text


def test_nobody_publishes_what_they_wrote_and_a_new_version_says_what_changed(app: Flask, at: Login) -> None:
    page = written(at("nodong"))
    token, key = (
        page.tree.css_first(f"input[name={name}]").attributes["value"] or "" for name in ("csrf_token", "form_key")
    )
    mine = page.browser.post(
        f"{page.path}/publish", {"csrf_token": [token], "form_key": [key[:-4] + "0000"], "version": ["2"]},
    )
    assert (mine.status, "다른 사람이 공표해야 합니다" in mine.text) == (422, True)
    public = at("sicheong").get(page.path).press("모두에게 공개").click("공표된 보고서")
    assert "제1판" in public.text
    again = at("nodong").get(page.path).fill("요약", "고친 요약").press("저장")
    assert again.status == 422
    again.fill("제1판과 달라진 점", "오타").press("저장")
    newest = at("sicheong").get(page.path).press("모두에게 공개").click("공표된 보고서")
    assert "고친 요약" in newest.text
    assert "대금을 깎는다는" in newest.click("제1판").text


def test_a_case_is_reported_in_two_presses_once_and_nothing_leads_back(app: Flask, house: House, at: Login) -> None:
    case = taken_in(
        house, app.extensions["registry"], "nodong", topics=("unfair_trade",), employment_type="platform",
        industry="transport", event_date=today().isoformat(),
    )
    desk = at("nodong")
    form = desk.get(f"/cases/{case.number}").click("모니터링에 제보하기")
    assert form.value("일한 곳의 자치구") == "관악구"
    form.fill("업체·플랫폼 이름", "가나배달")
    first, again = (kept(form.press("내담자가 동의함: 제보하기")) for _press in range(2))
    assert first == again
    assert "이름 없이 모니터링에 제보했습니다" in desk.get(f"/cases/{case.number}").text
    assert "이미 제보로 남긴 사건입니다" in desk.get(form.path).text
    assert "사건에서, 동의 받음" in desk.get(DESK).click(first.number).text


def test_a_unions_case_of_the_monitoring_desk_can_be_reported(app: Flask, house: House, at: Login) -> None:
    case = make_case(house, "nodong", target="platform_freelance.monitoring", facts={"topics": ["rights_violation"]})
    page = at("nodong").get(f"/cases/{case.number}").click("모니터링에 제보하기")
    assert page.value("무슨 일이 있었나요? (가장 큰 것 하나)") == "폭언·괴롭힘·성희롱"


def test_a_counsellor_of_the_district_enters_what_they_hear_and_hands_out_the_receipt(app: Flask, at: Login) -> None:
    desk = at("sangdam")
    receipt = filled(desk.get(DESK).click("제보 입력")).press("제보 저장")
    assert "지금 제보자에게 전해 주세요" in receipt.text
    report = kept(receipt)
    assert report.number not in desk.get(DESK).text
    assert "상담원 입력" in at("nodong").get(DESK).click(report.number).text
