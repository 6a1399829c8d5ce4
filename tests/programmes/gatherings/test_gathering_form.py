"""The form of a gathering: errors stand beside their fields, nothing typed is lost, two who change it lose nothing."""

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import browser_of
from support.gatherings import DAY, filled, gathered, registered, told
from support.house import House
from support.page import Browser

from gilmok.programmes.gatherings import attendance, service
from gilmok.programmes.gatherings.models import Gathering, GatheringRevision
from gilmok.programmes.gatherings.people_models import Registration


@pytest.mark.parametrize(("label", "typed", "said"), [
    ("제목", "", "제목을 적어 주세요"),
    ("정원", "많이", "정수"),
    ("끝 (1)", "18:00", "시작 시각보다 늦은 시각"),
    ("시작 (2)", "저녁", "14:30"),
    ("장소 (2)", "", "장소를 적어 주세요"),
    ("내용", "900101-1234567", "주민등록번호"),
])
def test_what_is_wrong_is_said_beside_its_field(staff: Browser, label: str, typed: str, said: str) -> None:
    page = filled(staff, **{label: typed}).press("저장")
    assert page.status == 422
    assert said in page.error(label)
    assert page.value("날짜 (1)") == f"{DAY.year}.{DAY.month}.{DAY.day}"


def test_a_gathering_has_at_least_one_session(staff: Browser) -> None:
    empty = {f"{part} ({number})": "" for part in ("날짜", "장소", "시작", "끝") for number in (1, 2)}
    assert "회차를 하나 이상" in filled(staff, **empty).press("저장").error("날짜 (1)")


def test_a_programme_of_a_module_can_be_chosen(staff: Browser) -> None:
    page = staff.get("/gatherings/new")
    codes = [each.attributes["value"] for each in page.field("사업 구분").css("option")]
    assert {"C3", "C5", "C6", "H4c", "H4d"} <= set(codes)
    assert not {"C1", "C2"} & set(codes)


def test_of_two_who_change_it_the_second_sees_both_texts_and_overwrites_nothing(
    staff: Browser, app: Flask, house: House
) -> None:
    made = gathered(house)
    manager = browser_of(app, house, "senteojang")
    first, second = (each.get(f"/gatherings/{made.key}/edit") for each in (staff, manager))
    assert first.fill("내용", "첫 번째 글").press("저장").status == 200
    late = second.fill("내용", "두 번째 글").press("저장")
    assert late.status == 409
    assert "첫 번째 글" in late.text
    assert late.value("내용") == "두 번째 글"
    assert late.press("저장").status == 200
    with house.session("sangdam") as session:
        texts = [each.told["about"] for each in session.scalars(select(GatheringRevision).order_by("version"))]
    assert texts == ["임금명세서를 함께 읽습니다.", "첫 번째 글", "두 번째 글"]
    assert "첫 번째 글" in staff.get(f"/gatherings/{made.key}").text


def test_a_session_that_people_attended_stays(staff: Browser, house: House) -> None:
    made = gathered(house)
    row = registered(house, made)
    with house.session("sangdam") as session:
        attendance.mark(session, made, 2, [row], there=True, by=house.people["sangdam"])
        session.commit()
    page = staff.get(f"/gatherings/{made.key}/edit")
    for part in ("날짜", "장소", "시작", "끝"):
        page.fill(f"{part} (2)", "")
    assert "출석이 기록된 회차" in page.press("저장").error("날짜 (1)")


def test_more_places_let_those_who_wait_move_up(house: House) -> None:
    made = gathered(house, places=1)
    rows = [registered(house, made) for _ in range(3)]
    with house.session("sangdam") as session:
        found = session.get_one(Gathering, made.id)
        service.tell(session, found, told(places=2), version=2, by=house.people["sangdam"])
        session.commit()
        states = [session.get_one(Registration, row.id).state for row in rows]
    assert states == ["registered", "registered", "waiting"]


def test_it_is_called_off_with_a_reason_that_everybody_reads(staff: Browser, visitor: Browser, house: House) -> None:
    made = gathered(house)
    page = staff.get(f"/gatherings/{made.key}/cancel")
    assert page.press("취소 확정").error("취소하는 까닭")
    assert "취소됨" in page.fill("취소하는 까닭", "강사 사정").press("취소 확정").text
    public = visitor.get(f"/programmes/{made.key}")
    assert "취소되었습니다: 강사 사정" in public.text
    assert "신청이 마감되었습니다." in public.text


def test_calling_off_what_another_changed_meanwhile_keeps_the_reason(
    staff: Browser, app: Flask, house: House
) -> None:
    made = gathered(house)
    page = staff.get(f"/gatherings/{made.key}/cancel").fill("취소하는 까닭", "강사 사정")
    browser_of(app, house, "senteojang").get(f"/gatherings/{made.key}/edit").fill("내용", "새 글").press("저장")
    late = page.press("취소 확정")
    assert (late.status, late.value("취소하는 까닭")) == (409, "강사 사정")
    assert "새 글" in late.text


def test_a_second_press_on_publish_changes_nothing(staff: Browser, house: House) -> None:
    made = gathered(house, published=False)
    page = staff.get(f"/gatherings/{made.key}")
    assert page.press("공개하기").messages == ["공개했습니다. 이제 신청할 수 있습니다."]
    assert page.press("공개하기").messages == []
