"""What a counsellor does with a founding: consents, changes of two people at once, ticks, days put right, papers."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import browser_of
from support.foundings import NAME, SOMEONE, begun, filled, moved, practised
from support.gatherings import gathered
from support.house import House
from support.page import Browser, Page

from gilmok.ground.clock import now, today
from gilmok.ground.errors import ChangedMeanwhile
from gilmok.programmes.organising import jobs, noting, queries, service
from gilmok.programmes.organising.kinds import PAPERS
from gilmok.programmes.organising.models import Founding, FoundingContact, FoundingMove
from gilmok.programmes.organising.stages import Stage
from gilmok.programmes.organising.steps import steps

CONSENT, SENSITIVE = "연락받을 분의", "노조 설립을 준비한다는"
TODAY = today()


@pytest.fixture
def staff(app: Flask, house: House) -> Browser:
    """The browser of a counsellor."""
    return browser_of(app, house, "sangdam")


def contact(house: House, founding: Founding) -> FoundingContact | None:
    """What is stored of whom to call."""
    with house.session("sangdam") as session:
        return session.get(FoundingContact, founding.id)


def of(house: House, name: str) -> Founding:
    """The only founding there is."""
    with house.session(name) as session:
        return session.scalars(select(Founding)).one()


def with_contact(page: Page, *answers: str) -> Page:
    """The page that comes when somebody is named and answers the two consents so."""
    page.fill("이름", SOMEONE.name).fill("연락처", "010-0000-8888")
    for group, answer in zip((CONSENT, SENSITIVE), answers, strict=False):
        page.choose(group, answer)
    return page.press("저장")


def test_nothing_is_asked_twice_and_nobody_has_to_be_named(staff: Browser, house: House) -> None:
    page = filled(staff).press("저장")
    assert page.heading == NAME
    assert "남긴 연락처가 없습니다" in page.text


def test_an_empty_form_says_what_it_needs(staff: Browser) -> None:
    page = staff.get("/unions/new").press("저장")
    assert page.status == 422
    assert page.errors == [
        "가칭을 적어 주세요.", "노조 형태를 골라 주세요.", "가입하려는 사람 수를 적어 주세요.", "업종을 골라 주세요.",
    ]


@pytest.mark.parametrize("answers", [(), ("동의함",), ("동의함", "동의하지 않음"), ("동의하지 않음", "동의함")])
def test_without_both_consents_nobody_is_kept(staff: Browser, house: House, answers: tuple[str, ...]) -> None:
    page = with_contact(filled(staff), *answers)
    assert page.status == 422
    assert page.value("이름") == SOMEONE.name
    with house.job() as session:
        assert session.scalars(select(Founding)).all() == []


def test_whom_to_call_is_masked_shown_by_a_press_and_erased(staff: Browser, house: House) -> None:
    page = with_contact(filled(staff), "동의함", "동의함")
    assert "010-****-8888" in page.text
    assert SOMEONE.name not in page.text
    page = page.press("전체 보기 (기록됨)")
    assert SOMEONE.said in page.text
    page = page.press("이름·전화번호 지우기")
    assert "남긴 연락처가 없습니다" in page.text
    kept = contact(house, of(house, "sangdam"))
    assert kept is not None
    assert (kept.wrapped, kept.name, kept.phone) == (None, None, None)


def test_a_resident_number_is_refused_and_not_shown_again(staff: Browser) -> None:
    page = filled(staff, **{"가칭": "901010-1234567"}).press("저장")
    assert page.status == 422
    assert "901010-1234567" not in page.response.text


def test_a_form_that_is_sent_twice_begins_one_founding(staff: Browser, house: House) -> None:
    form = filled(staff)
    assert form.press("저장").path == form.press("저장").path
    of(house, "sangdam")


def test_of_two_who_change_it_at_once_the_second_gets_both_texts(staff: Browser, house: House) -> None:
    made = begun(house)
    mine = staff.get(f"/unions/{made.key}/edit").fill("가입하려는 사람 수", "12")
    staff.get(f"/unions/{made.key}/edit").fill("가칭", "가상다른이름 노동조합").press("저장")
    page = mine.press("저장")
    assert page.status == 409
    assert "가상다른이름 노동조합" in page.text
    assert page.value("가입하려는 사람 수") == "12"
    assert NAME in page.press("저장").text


def test_a_move_on_an_older_version_is_refused(house: House) -> None:
    made = begun(house)
    moved(house, made, (Stage.ASSEMBLED, TODAY))
    with house.session("sangdam") as session:
        found = session.get_one(Founding, made.id)
        with pytest.raises(ChangedMeanwhile):
            service.move(session, found, Stage.FILED, on=TODAY, version=1, by=house.people["sangdam"])


@pytest.mark.parametrize(("day", "said"), [
    (TODAY + timedelta(days=1), "오늘이나 지난 날짜를 적어 주세요."), (TODAY - timedelta(days=9), "앞 단계의 날짜보다"),
    (None, "날짜를 적어 주세요."),
])
def test_a_day_that_cannot_be_is_said_beside_its_field(
    staff: Browser, house: House, day: date | None, said: str,
) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY))
    page = staff.get(f"/unions/{made.key}").click("설립신고서를 냈음")
    page = page.fill("행정관청이 접수한 날", day.isoformat() if day else "").press("기록")
    assert page.status == 422
    assert said in page.error("행정관청이 접수한 날")


def test_who_comes_with_a_report_filed_last_week_is_noted_with_its_true_days(house: House) -> None:
    week = TODAY - timedelta(days=7)
    made = moved(house, begun(house), (Stage.ASSEMBLED, week), (Stage.FILED, week))
    assert made.due_on == week + timedelta(days=3)


def test_putting_a_day_right_keeps_by_when_the_supplement_is_wanted(staff: Browser, house: House) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY))
    until = TODAY + timedelta(days=9)
    moved(house, made, (Stage.SUPPLEMENT, TODAY), until=until)
    form = staff.get(f"/unions/{made.key}").click("이 단계의 날짜 고치기")
    assert form.value("바른 날짜") == f"{TODAY.year}.{TODAY.month}.{TODAY.day}"
    form.press("기록")
    assert of(house, "sangdam").due_on == until


def test_a_supplement_is_not_wanted_before_it_was_asked_for(staff: Browser, house: House) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY))
    form = staff.get(f"/unions/{made.key}").click("보완을 요구받았음").fill("그 통지를 받은 날", TODAY.isoformat())
    page = form.fill("보완 기한", (TODAY - timedelta(days=1)).isoformat()).press("기록")
    assert page.error("보완 기한") == "보완을 요구받은 날보다 앞선 날은 적을 수 없습니다."


def test_a_day_is_put_right_and_what_was_written_stays(staff: Browser, house: House) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY))
    assert made.due_on == TODAY + timedelta(days=3)
    form = staff.get(f"/unions/{made.key}").click("이 단계의 날짜 고치기")
    page = form.fill("바른 날짜", TODAY.isoformat()).press("기록")
    assert "날짜 고침" in page.text
    with house.session("sangdam") as session:
        stages = session.scalars(select(FoundingMove.to_stage).order_by(FoundingMove.id)).all()
    assert stages == ["preparing", "assembled", "filed", "filed"]


def test_a_certificate_noted_by_mistake_is_taken_back_with_an_earlier_day(house: House) -> None:
    filed = (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY)
    made = moved(house, begun(house), *filed, (Stage.CERTIFIED, TODAY), (Stage.FILED, TODAY - timedelta(days=1)))
    assert (made.stage, made.due_on) == (Stage.FILED, TODAY + timedelta(days=2))


def test_a_returned_report_asks_for_its_ground(staff: Browser, house: House) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY), (Stage.FILED, TODAY))
    form = staff.get(f"/unions/{made.key}").click("반려되었음").fill("그 통지를 받은 날", TODAY.isoformat())
    page = form.press("기록")
    assert page.errors == ["반려 사유를 골라 주세요."]
    page = page.fill("행정관청의 사유", "기간 안에 보완하지 않음").press("기록")
    assert "반려됨 · 기간 안에 보완하지 않음" in page.text


def test_what_a_colleague_ticked_meanwhile_stays(house: House) -> None:
    made = begun(house)
    with house.session("sangdam") as session:
        found, by = session.get_one(Founding, made.id), house.people["sangdam"]
        noting.tick(session, found, steps()[0], ticked=["first_talk.two"], shown=[], by=by)
        noting.tick(session, found, steps()[0], ticked=["first_talk.kind"], shown=[], by=by)
        assert set(queries.ticks(session, found)) == {"first_talk.two", "first_talk.kind"}
        noting.tick(session, found, steps()[0], ticked=[], shown=["first_talk.two"], by=by)
        assert set(queries.ticks(session, found)) == {"first_talk.kind"}


def test_the_nearest_time_limit_stands_on_the_list_and_on_the_first_page(staff: Browser, house: House) -> None:
    late = begun(house, name="가상먼저 노동조합")
    begun(house, name="가상나중 노동조합")
    practised(house, late, TODAY - timedelta(days=120))
    rows = staff.get("/unions/").rows()
    assert [row[0] for row in rows] == ["가상먼저 노동조합", "가상나중 노동조합"]
    assert "일 지남" in rows[0][2]
    assert "노조 설립 지원 기한이 1건" in staff.get("/").text


def test_a_talk_is_kept_and_an_empty_one_is_refused(staff: Browser, house: House) -> None:
    page = staff.get(f"/unions/{begun(house).key}")
    page = page.fill("상담하고 조언한 내용", "가상의 상담").fill("상담일", "").press("상담 기록 저장")
    assert page.errors == ["날짜를 적어 주세요."]
    assert page.value("상담하고 조언한 내용") == "가상의 상담"
    assert "가상의 상담" in page.fill("상담일", TODAY.isoformat()).press("상담 기록 저장").text


@pytest.mark.parametrize("code", PAPERS)
def test_each_paper_is_filled_with_what_is_known(staff: Browser, house: House, code: str) -> None:
    made = moved(house, begun(house), (Stage.ASSEMBLED, TODAY))
    page = staff.get(f"/unions/{made.key}/papers/{code}")
    assert NAME in page.text
    assert "제출 전 확인" in page.text
    assert staff.get(f"/unions/{made.key}/papers/nothing").status == 404


def test_a_paper_is_a_pdf_too(staff: Browser, house: House) -> None:
    pytest.importorskip("weasyprint", reason="this machine cannot make a PDF")
    answer = staff.client.get(f"/unions/{begun(house).key}/papers/rules/pdf")
    assert answer.data[:5] == b"%PDF-"


def test_a_founding_remembers_the_course_that_it_came_out_of(staff: Browser, house: House) -> None:
    course = gathered(house, kind="union_education", programme="C3", title="가상 노조설립 교실")
    label = next(each for each in staff.get("/unions/new").tree.css("option") if "가상 노조설립 교실" in each.text())
    page = filled(staff, **{"시작된 교육": label.text()}).press("저장")
    assert page.click("가상 노조설립 교실").path == f"/gatherings/{course.key}"


@pytest.mark.parametrize(("stage", "kept", "erased"), [(400, 400, True), (10, 400, False), (400, 10, False)])
def test_a_contact_is_erased_a_year_after_it_was_kept_and_the_last_stage(
    house: House, stage: int, kept: int, erased: bool,
) -> None:
    made = begun(house, contact=SOMEONE)
    with house.job() as session:
        session.get_one(Founding, made.id).stage_on = TODAY - timedelta(days=stage)
        session.get_one(FoundingContact, made.id).at = now() - timedelta(days=kept)
        session.flush()
        jobs.erase(session)
        session.commit()
    row = contact(house, made)
    assert row is not None
    assert ([row.wrapped, row.name, row.phone] == [None, None, None]) is erased
