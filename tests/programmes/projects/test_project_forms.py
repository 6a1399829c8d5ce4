"""The forms: errors beside their fields, nothing typed lost, two who change it lose nothing, sent twice done once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support.gatherings import gathered
from support.house import House
from support.page import Page
from support.projects import action_of, note_of, project_of, question_of

from gilmok.ground.clock import today
from gilmok.ground.db import NOBODY
from gilmok.programmes.projects import note_queries, note_service
from gilmok.programmes.projects.models import Project, ProjectAction, ProjectRevision
from gilmok.programmes.projects.note_models import PolicyNote, PolicyNoteVersion

from .conftest import By

TODAY = today()


def filled(by: By, **more: str) -> Page:
    """The form of a new project, filled."""
    page = by("sangdam").get("/projects/new?kind=joint")
    typed = {
        "제목": "가상 사업", "목표": "가상 목표", "시작일": TODAY.isoformat(),
        "함께하는 곳 (1)": "그 밖의 기관·단체(직접 입력)", "그 밖의 이름 (1)": "가상 모임",
        "맡은 일 (1)": "안내", **more,
    }
    for label, value in typed.items():
        page.fill(label, value)
    return page


@pytest.mark.parametrize(("label", "typed", "said"), [
    ("제목", "", "제목을 적어 주세요"), ("목표", "", "사업 목표를 적어 주세요"), ("시작일", "언젠가", "날짜"),
    ("종료일", (TODAY - timedelta(days=2)).isoformat(), "시작일보다"), ("맡은 일 (1)", "", "맡은 일을 적어 주세요"),
    ("그 밖의 이름 (1)", "", "어느 기관·단체인지"), ("목표", "900101-1234567", "주민등록번호"),
])
def test_what_is_wrong_with_a_project_is_said_beside_its_field(by: By, label: str, typed: str, said: str) -> None:
    page = filled(by, **{label: typed}).press("저장")
    assert page.status == 422
    assert said in page.error(label)
    assert page.value("사업 구분").startswith("C7")


@pytest.mark.parametrize(("label", "typed"), [
    ("활동", ""), ("날짜", ""), ("시작 시각", "저녁"), ("끝 시각", "13:00"), ("만난 사람(추정, 명)", "많이"),
    ("나눠 준 홍보물(장)", "-3"), ("언론 보도(건)", "1.5"),
])
def test_what_is_wrong_with_an_action_is_said_beside_its_field(by: By, house: House, label: str, typed: str) -> None:
    page = by("sangdam").get(f"/projects/{project_of(house).key}/actions/new").fill("종류", "회의")
    page = page.fill("활동", "가상 회의").fill("시작 시각", "14:00").fill(label, typed).press("저장")
    assert (page.status, bool(page.error(label))) == (422, True)


def test_an_end_without_a_beginning_is_asked_about(by: By, house: House) -> None:
    page = by("sangdam").get(f"/projects/{project_of(house).key}/actions/new").fill("종류", "회의")
    assert "시작 시각도" in page.fill("활동", "가상 회의").fill("끝 시각", "13:00").press("저장").error("시작 시각")


def test_who_can_be_chosen_is_the_city_open_centres_and_agencies(by: By) -> None:
    page = by("sangdam").get("/projects/new")
    codes = {each.attributes["value"] or "" for each in page.field("함께하는 곳 (1)").css("option")}
    assert {"city", "other", "centre:labour_rights_centre", "centre:jungnang"} <= codes
    assert any(each.startswith("agency:") for each in codes)
    assert "centre:northeast_hub" not in codes


def test_a_programme_of_a_module_can_be_chosen_where_it_is_switched_on(by: By) -> None:
    page = by("sangdam").get("/projects/new")
    codes = {each.attributes["value"] for each in page.field("사업 구분").css("option")}
    assert {"C4", "C7", "C8", "H1", "H2", "H4d"} <= codes
    assert "H3" not in codes
    assert not {"C1", "C5"} & codes


@pytest.mark.parametrize(("path", "label"), [
    ("{project}/edit", "목표"), ("{project}/outcome", "사업 결과"), ("actions/{action}", "활동 내용"),
    ("{asked}/agenda", "안건 내용"), ("{asked}/answer", "공동 입장"), ("notes/{note}/edit", "현안과 문제점"),
])
def test_of_two_who_change_it_the_second_sees_both_texts(by: By, house: House, path: str, label: str) -> None:
    made = project_of(house)
    keys = {"project": made.key, "action": action_of(house, made).key, "note": note_of(house).key,
            "asked": question_of(house, "sangdam").key}
    first, second = (by(each).get("/projects/" + path.format(**keys)) for each in ("sangdam", "senteojang"))
    assert first.fill(label, "첫 번째 글").press("저장").status == 200
    late = second.fill(label, "두 번째 글").press("저장")
    assert late.status == 409
    assert "첫 번째 글" in late.text
    assert late.value(label) == "두 번째 글"
    assert late.press("저장").status == 200


def test_two_of_one_centre_who_begin_a_position_at_once_lose_nothing(by: By, house: House) -> None:
    path = f"/projects/{question_of(house).key}/position"
    first, second = by("sangdam").get(path), by("senteojang").get(path)
    assert first.fill("의견", "첫 번째 글").press("저장").status == 200
    late = second.fill("의견", "두 번째 글").press("저장")
    assert (late.status, "첫 번째 글" in late.text) == (409, True)
    page = late.press("저장")
    assert "두 번째 글" in page.text
    assert "첫 번째 글" not in page.text


def test_no_position_is_taken_once_the_joint_answer_stands_and_the_text_is_kept(by: By, house: House) -> None:
    asked = question_of(house, "sangdam")
    page = by("jungnang").get(f"/projects/{asked.key}/position").fill("의견", "늦은 의견")
    by("sangdam").get(f"/projects/{asked.key}/answer").fill("공동 입장", "정했습니다").press("저장")
    late = page.press("저장")
    assert (late.status, late.value("의견")) == (422, "늦은 의견")


def test_an_agenda_item_without_an_answer_is_not_published(by: By, house: House) -> None:
    asked = question_of(house, "sangdam")
    page = by("sangdam").get(f"/projects/{asked.key}")
    assert not page.tree.css("form[action$=publish]")
    sent = {"csrf_token": [""], "form_key": ["00000000-0000-4000-8000-000000000001"], "version": ["1"]}
    page.browser.post(f"/projects/{asked.key}/publish", sent)
    with house.job() as session:
        assert session.scalars(select(Project.published_at)).one() is None


def test_a_form_that_is_sent_twice_makes_one_project(by: By, house: House) -> None:
    page = filled(by)
    assert page.press("저장").path == page.press("저장").path
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(Project)) == 1


def test_what_stood_there_before_can_still_be_read(by: By, house: House) -> None:
    made = project_of(house)
    lead = by("sangdam")
    page = lead.get(f"/projects/{made.key}/edit").fill("목표", "다른 목표").press("저장")
    assert "목표: 가상 목표" in page.text
    action = action_of(house, made)
    lead.get(f"/projects/actions/{action.key}").fill("활동", "다른 활동").press("저장")
    assert "활동 내용" in lead.get(f"/projects/actions/{action.key}").text
    with house.job() as session:
        kept = session.execute(select(ProjectRevision.what, ProjectRevision.version)).all()
    assert sorted(map(tuple, kept)) == [("project", 1), ("project", 2), ("project_action", 1), ("project_action", 2)]


def test_what_is_taken_back_is_read_by_nobody_else_any_more(by: By, house: House) -> None:
    made = project_of(house, published=True)
    page = by("sangdam").get(f"/projects/{made.key}").press("공개 거두기")
    assert "공개를 거두었습니다" in page.messages[0]
    assert by("nodong").get(f"/projects/published/{made.key}").status == 404


def test_courses_and_reports_are_chosen_of_what_is_public(by: By, house: House) -> None:
    made, course = project_of(house, published=True), gathered(house, title="가상 강좌 하나")
    gathered(house, title="가상 직원용", public=False)
    page = by("sangdam").get(f"/projects/{made.key}/links")
    assert "가상 직원용" not in page.text
    page = page.choose("이 사업의 강좌·행사", "가상 강좌 하나").press("저장")
    assert page.click("가상 강좌 하나").path == f"/programmes/{course.key}"


def test_a_published_note_stays_as_it_is_until_it_is_published_anew(by: By, house: House) -> None:
    note = note_of(house)
    writer, path = by("senteojang"), f"/projects/published/notes/{note.key}"
    page = writer.get(f"/projects/notes/{note.key}/edit").fill("제안 내용", "새 제안").press("저장")
    assert "새 제안" not in writer.get(path).text
    page.fill("달라진 점", "제안을 고쳤습니다").press("새 판 공개하기")
    newest = writer.get(path)
    assert "새 제안" in newest.text
    assert "제안을 고쳤습니다" in newest.text
    old = writer.get(f"{path}/3")
    assert ("가상 제안" in old.text, "새 제안" in old.text) == (True, False)
    assert "더 새로운 판이 있습니다" in old.text
    assert writer.get(f"{path}/1").status == 404


def test_a_note_is_published_only_once_it_is_adopted(house: House) -> None:
    made, by = note_of(house, published=False), house.people["sangdam"]
    with house.session("sangdam") as session:
        note = session.get_one(PolicyNote, made.id)
        with pytest.raises(note_service.NotItsTurn):
            note_service.publish(session, note, "", version=1, by=by)
        note_service.adopt(session, note, version=1, by=by)
        assert (note.state, note_queries.published(session)) == ("adopted", [])


@pytest.mark.parametrize(("asked", "found"), [
    ({}, 2), ({"region": "northeast"}, 1), ({"programme": "C4"}, 2), ({"region": "northeast", "programme": "H1"}, 0),
])
def test_published_notes_are_found_by_region_and_programme(house: House, asked: dict[str, str], found: int) -> None:
    note_of(house, region="northeast")
    note_of(house)
    note_of(house, published=False, region="northeast")
    with house.installed.database.session(NOBODY) as session:
        assert len(note_queries.published(session, **asked)) == found


def test_a_step_that_does_not_fit_any_more_is_said_and_nothing_typed_is_lost(by: By, house: House) -> None:
    note = note_of(house)
    first, second = (by(each).get(f"/projects/notes/{note.key}") for each in ("sangdam", "senteojang"))
    first.fill("회신과 결과", "첫 회신").press("회신을 저장하고 공개")
    late = second.fill("회신과 결과", "둘째 회신").press("회신을 저장하고 공개")
    assert (late.status, late.value("회신과 결과")) == (409, "둘째 회신")
    with house.job() as session:
        assert session.scalar(select(func.count()).select_from(PolicyNoteVersion)) == 4


def test_an_action_that_is_called_off_stays_and_says_so(by: By, house: House) -> None:
    action = action_of(house, project_of(house), people_reached=5)
    page = by("sangdam").get(f"/projects/actions/{action.key}")
    page.typed["called_off"] = ["yes"]
    page = page.press("저장")
    assert "취소됨" in page.text
    with house.job() as session:
        assert session.scalars(select(ProjectAction.called_off)).one()
