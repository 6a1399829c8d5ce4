"""Openings and placements at the desk: what vanishes, what is refused, and of two who save at once one succeeds."""

from datetime import timedelta
from uuid import uuid4

from flask import Flask
from support.casework import browser_of
from support.gatherings import gathered
from support.house import House
from support.page import Browser
from support.served import NAME, PHONE, opening, person_typed, served

from gilmok.ground import clock
from gilmok.ground.clock import today
from gilmok.programmes.employment import placing


def test_an_opening_that_is_over_closed_or_internal_is_on_no_public_page(app: Flask, house: House) -> None:
    visitor = Browser(app)
    for work, more in (("가상 하나", {}), ("가상 둘", {"public": False}), ("가상 셋", {"valid_until": today()})):
        opening(house, work=work, **more)
    shown = visitor.get("/employment/openings?lang=ko").tree.css("h2")
    assert [each.text() for each in shown] == ["가상 셋", "가상 하나"]
    with clock.at(clock.now() + timedelta(days=1)):
        assert "가상 셋" not in visitor.get("/employment/openings").text
        assert "가상 셋" not in visitor.get("/employment/openings?district=gwanak").text
    staff = browser_of(app, house, "sangdam")
    staff.get("/employment/jobs/").click("가상 하나").press("이 구인정보 마감")
    assert "가상 하나" not in visitor.get("/employment/openings").text
    assert "가상 하나" in staff.get("/employment/jobs/").text


def test_an_opening_needs_its_fields_and_no_day_that_is_past(app: Flask, house: House) -> None:
    form = browser_of(app, house, "sangdam").get("/employment/jobs/new")
    refused = form.fill("유효기간", "2020.1.1").fill("급여", "많이 줌").press("저장")
    assert refused.error("하는 일") == "하는 일을 적어 주세요."
    assert refused.error("유효기간") == "오늘이나 그 뒤의 날짜를 적어 주세요."
    assert refused.error("급여")
    assert refused.value("급여") == "많이 줌"
    assert refused.status == 422


def test_of_two_who_change_an_opening_at_once_the_second_sees_both(app: Flask, house: House) -> None:
    made = opening(house)
    who = [browser_of(app, house, login) for login in ("sangdam", "nomusa")]
    mine, theirs = (each.get(f"/employment/jobs/{made.key}") for each in who)
    assert mine.fill("하는 일", "가상 조립").press("저장").messages == ["저장했습니다."]
    both = theirs.fill("하는 일", "가상 검수").press("저장")
    assert both.status == 409
    assert both.heading == "가상 조립"
    assert both.value("하는 일") == "가상 검수"


def test_of_two_who_move_a_placement_at_once_the_second_is_told(app: Flask, house: House) -> None:
    person, job = served(house), opening(house)
    with house.session("sangdam") as session:
        made = placing.propose(session, person, job, today(), key=uuid4(), by=house.people["sangdam"])
        session.commit()
    pages = [browser_of(app, house, login).get(f"/employment/placements/{made.key}") for login in ("sangdam", "nomusa")]
    assert "지원" in pages[0].choose("진행", "지원").press("저장").text
    told = pages[1].choose("진행", "지원").press("저장")
    assert told.status == 409
    assert "다른 사람이 먼저 고쳤습니다" in told.text


def test_nobody_is_taken_down_without_consent(app: Flask, house: House) -> None:
    form = person_typed(browser_of(app, house, "sangdam").get("/employment/people/new"))
    refused = form.choose("취업지원·복지 연계를 위한 이름", "동의하지 않음").press("상담 기록으로")
    assert refused.errors == ["동의 없이는 개인정보를 저장할 수 없습니다. 기록하지 말고 안내만 해 주세요."]
    assert refused.value("이름") == NAME


def test_somebody_is_found_by_name_and_phone_and_guided_to_a_course(app: Flask, house: House) -> None:
    person = served(house)
    gathered(house, kind="job_education", title="가상 취업교육")
    staff = browser_of(app, house, "sangdam")
    for said in (NAME, PHONE):
        found = staff.get("/employment/").fill("이름이나 연락처로 이용자 찾기", said).press("찾기")
        assert found.click("가**나 · 010-****-9999").path == f"/employment/people/{person.key}"
        assert said not in found.path
    session = staff.get(f"/employment/people/{person.key}/guidance").fill("상담 내용", "교육을 원합니다.")
    kept = session.fill("안내한 취업교육", "가상 취업교육").press("저장")
    assert kept.click("가상 취업교육").heading == "신청 받기"


def test_a_number_that_must_not_be_kept_is_refused(app: Flask, house: House) -> None:
    page = browser_of(app, house, "sangdam").get(f"/employment/people/{served(house).key}/guidance")
    refused = page.fill("상담 내용", "번호는 900101-1234567입니다.").press("저장")
    assert refused.status == 422
    assert "1234567" not in refused.text


def test_a_step_lies_neither_before_its_session_nor_before_the_last_step(app: Flask, house: House) -> None:
    person, job = served(house), opening(house)
    staff = browser_of(app, house, "sangdam")
    yesterday = (today() - timedelta(days=1)).isoformat()
    session = staff.get(f"/employment/people/{person.key}/guidance").fill("상담 내용", "경비 일")
    assert session.fill("기한", yesterday).press("저장").error("기한") == "상담한 날보다 앞선 날짜는 적을 수 없습니다."
    with house.session("sangdam") as db:
        made = placing.propose(db, person, job, today(), key=uuid4(), by=house.people["sangdam"])
        db.commit()
    page = staff.get(f"/employment/placements/{made.key}").choose("진행", "취업").fill("언제", yesterday)
    assert page.press("저장").error("언제") == "앞 단계보다 앞선 날짜는 적을 수 없습니다."
