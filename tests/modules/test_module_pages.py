"""The pages of modules, walked through as staff do."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from support.casework import taken_in
from support.house import House
from support.modules import Raising, core_module, info, made_module, question, raises
from support.page import Browser, Page

from gilmok.modules.activation import Activations
from gilmok.modules.api import Kind, Option, Scope
from gilmok.modules.queries import activations
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation
from gilmok.modules.tools import Collision, Tools

SCOPES = (Scope(id="harm", title="Harm"), Scope(id="monitoring", title="Monitoring"))
FIELDS = (question("pilot", kind=Kind.CODE, options=(Option(code="a", title="First answer"),)),)
PILOT = made_module(
    "pilot", module_info=lambda: info("pilot", title="The pilot", scopes=SCOPES), intake_fields=lambda: FIELDS,
)
REGISTRY = Registry.load(core=core_module(), entry_points=[PILOT, Raising(raises(ImportError("no such library")))])
COLLISION = Collision(rules=("pilot.rule", "core.rule"), sentence="both")


@pytest.fixture
def staff(app: Flask, house: House) -> Callable[[str], Browser]:
    """The browser of a person who is logged in."""

    def browser_of(login: str) -> Browser:
        browser = Browser(app)
        with browser.client.session_transaction() as session:
            session["_user_id"] = house.people[login].get_id()
        return browser

    return browser_of


@pytest.fixture(autouse=True)
def only_the_pilot(app: Flask, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Installed are the pilot and one that fails, unless the test is about what is really installed."""
    if "installed" not in request.fixturenames:
        monkeypatch.setitem(app.extensions, "registry", REGISTRY)
        monkeypatch.setitem(app.extensions, "module_tools", Tools(collisions=lambda registry: [COLLISION]))


@pytest.fixture
def installed(app: Flask) -> Registry:
    """What is really installed."""
    found: Registry = app.extensions["registry"]
    return found


@pytest.fixture
def official(staff: Callable[[str], Browser]) -> Browser:
    return staff("sicheong")


def filled(browser: Browser, **changes: str) -> Page:
    """The form that switches the pilot on in the northeast, filled in."""
    page = browser.get("/modules/pilot/switch")
    page.fill("시행할 곳", changes.get("place", "동북권 전체")).fill("시작일", changes.get("starts_on", "2026. 1. 1."))
    page.fill("종료일", changes.get("ends_on", "")).fill("사유", changes.get("note", "공문 1호"))
    return page


def switched_on(house: House, on: date = date(2026, 6, 1)) -> frozenset[str]:
    with house.job() as session:
        return activations(session, REGISTRY).active("northeast", on)


def test_everyone_sees_what_is_installed(staff: Callable[[str], Browser]) -> None:
    page = staff("sangdam").get("/modules/")
    assert page.heading == "모듈"
    assert ["The pilot", "gilmok-pilot 1.2", "H1", "1", "1", "1"] in page.rows()


def test_everyone_sees_what_failed_at_which_stage_and_why(staff: Callable[[str], Browser]) -> None:
    page = staff("sangdam").get("/modules/")
    assert "모듈 raising: 불러오지 못했습니다." in page.text
    assert "‘패키지 불러오기’ 단계에서 멈췄습니다" in page.text
    assert "ImportError: no such library" in page.text


def test_what_was_switched_on_and_is_no_longer_installed_is_named(staff: Callable[[str], Browser]) -> None:
    assert "모듈 southwest: 시행한 적이 있으나 지금은 설치되어 있지 않습니다." in staff("sangdam").get("/modules/").text


def test_what_was_switched_on_and_cannot_be_imported_is_not_called_uninstalled(
    app: Flask, staff: Callable[[str], Browser], monkeypatch: pytest.MonkeyPatch,
) -> None:
    failing = Raising(raises(SystemExit("bye")), name="southwest")
    monkeypatch.setitem(app.extensions, "registry", Registry.load(core=core_module(), entry_points=[failing]))
    said = staff("sangdam").get("/modules/").text
    assert "모듈 southwest: 불러오지 못했습니다." in said
    assert "모듈 southwest: 시행한 적이 있으나" not in said


@pytest.mark.parametrize(
    ("on", "said"), [("2025. 12. 31.", "시행 전"), ("2026. 1. 1.", "시행 중"), ("2027. 1. 1.", "종료")],
)
def test_the_table_says_where_a_module_is_active_as_of_a_day(
    staff: Callable[[str], Browser], house: House, on: str, said: str,
) -> None:
    row = Activation(module="pilot", region="northeast", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    with house.session("sicheong") as session:
        apply(session, [row], by=house.people["sicheong"].id, note="")
        session.commit()
    cells = staff("sangdam").get(f"/modules/?on={on}").rows()[0]
    assert cells[:2] == ["The pilot", "시행 안 함"]
    assert said in cells[2]


def test_a_day_that_is_none_is_refused_beside_its_field(staff: Callable[[str], Browser]) -> None:
    page = staff("sangdam").get("/modules/?on=gestern")
    assert page.status == 422
    assert page.error("기준일")


def test_a_rule_is_read_aloud(staff: Callable[[str], Browser]) -> None:
    page = staff("sangdam").get("/modules/pilot")
    assert "업종이 봉제일 때" in page.text
    assert "Because." in page.text


def test_the_core_is_shown_as_what_is_always_on(staff: Callable[[str], Browser]) -> None:
    page = staff("sicheong").get("/modules/core")
    assert "언제나, 모든 곳에서" in page.text
    assert not page.tree.css("a[href$=switch]")


@pytest.mark.parametrize("path", ["raising", "nothing", "core/switch", "nothing/switch"])
def test_there_is_no_page_of_what_is_not_loaded_or_cannot_be_switched(official: Browser, path: str) -> None:
    assert official.get(f"/modules/{path}").status == 404


def test_an_official_sees_what_would_change_and_then_saves_it(official: Browser, house: House) -> None:
    plan = filled(official).press("바뀌는 내용 보기")
    assert plan.heading == "바뀌는 내용"
    assert "2026. 1. 1.부터, 전체" in plan.text
    assert "pilot" not in switched_on(house)
    saved = plan.press("저장")
    assert saved.messages == ["저장했습니다. 이 기간에 접수되는 사건부터 적용됩니다."]
    assert {"pilot", "pilot/harm", "pilot/monitoring"} <= switched_on(house)


def test_the_plan_names_rules_that_could_then_disagree(official: Browser) -> None:
    assert "창구: Because. pilot.rule · 창구: Because. core.rule" in filled(official).press("바뀌는 내용 보기").text


def test_the_plan_counts_cases_that_would_have_gone_elsewhere_and_names_none(
    installed: Registry, house: House, official: Browser
) -> None:
    cases = [taken_in(house, installed, industry="sewing", workplace_district="jungnang") for _each in range(2)]
    page = official.get("/modules/northeast/switch").fill("시행할 곳", "동북권 전체").fill("시작일", "2030. 1. 1.")
    page = page.fill("사유", "공문 1호").press("바뀌는 내용 보기")
    assert "사건(많아야 10,000건) 가운데 2건이" in page.text
    assert ["봉제 상담창구 · 서울노동권익센터", "노동상담 · 중랑구 노동자종합지원센터", "2"] in page.rows()
    assert [case.number for case in cases if case.number in page.text] == []


def test_only_the_chosen_parts_are_switched_on(official: Browser, house: House) -> None:
    filled(official).choose("시행 범위", "일부만").choose("부분", "Harm").press("바뀌는 내용 보기").press("저장")
    assert switched_on(house) & {"pilot", "pilot/harm", "pilot/monitoring"} == {"pilot", "pilot/harm"}


def test_the_form_comes_back_as_it_was_to_change_it(official: Browser) -> None:
    page = filled(official, ends_on="2026-12-31").press("바뀌는 내용 보기").press("고치기")
    assert (page.status, page.value("종료일"), page.value("시행할 곳")) == (200, "2026.12.31", "동북권 전체")


@pytest.mark.parametrize(
    ("field", "typed", "label", "said"),
    [
        ("place", "선택해 주세요", "시행할 곳", "시행할 곳을 선택해 주세요."),
        ("starts_on", "", "시작일", "시작일을 입력해 주세요."),
        ("starts_on", "내일모레글피", "시작일", "날짜"),
        ("ends_on", "2025. 1. 1.", "종료일", "종료일이 시작일보다 앞섭니다."),
        ("note", " ", "사유", "사유를 적어 주세요."),
    ],
)
def test_a_mistake_is_shown_beside_its_field(official: Browser, field: str, typed: str, label: str, said: str) -> None:
    page = filled(official, **{field: typed}).press("바뀌는 내용 보기")
    assert page.status == 422
    assert said in page.error(label)


def test_mistakes_are_told_in_the_order_of_the_page(official: Browser) -> None:
    page = filled(official, place="선택해 주세요", starts_on="", note=" ").press("바뀌는 내용 보기")
    links = [line.attributes["href"] for line in page.tree.css("[data-summary] a")]
    assert links == ["#field-place", "#field-starts_on", "#field-note"]


def test_saving_twice_what_is_so_already_changes_nothing(official: Browser) -> None:
    filled(official).press("바뀌는 내용 보기").press("저장")
    again = filled(official).press("바뀌는 내용 보기").press("저장")
    assert again.messages == ["이미 같은 내용이어서 바뀐 것이 없습니다."]


def test_every_change_stays_readable_with_its_reason(official: Browser) -> None:
    assert "공문 1호" in filled(official).press("바뀌는 내용 보기").press("저장").text


def test_the_file_says_what_is_switched_on(official: Browser) -> None:
    answer = official.client.get("/modules/activation.toml")
    assert answer.headers["Content-Disposition"] == "attachment; filename=activation.toml"
    assert set(Activations.parse(answer.text)) == set(Activations.shipped().rows)


@pytest.mark.parametrize("login", ["sangdam", "senteojang", "unyeong"])
def test_only_officials_switch_modules(staff: Callable[[str], Browser], login: str) -> None:
    browser = staff(login)
    assert not browser.get("/modules/pilot").tree.css("a[href$=switch]")
    assert browser.get("/modules/pilot/switch").status == 403


def test_an_operator_stops_a_module_everywhere_and_lets_it_go_on(
    staff: Callable[[str], Browser], official: Browser, house: House,
) -> None:
    filled(official).press("바뀌는 내용 보기").press("저장")
    page = staff("unyeong").get("/modules/pilot").fill("사유", "오류").press("긴급 중지하기")
    assert "pilot" not in switched_on(house)
    assert "긴급 중지" in page.rows()[1][1]
    page.press("중지 풀기")
    assert "pilot" in switched_on(house)


@pytest.mark.parametrize("login", ["sangdam", "sicheong"])
def test_only_operators_stop_modules(staff: Callable[[str], Browser], login: str) -> None:
    assert "긴급 중지하기" not in staff(login).get("/modules/pilot").text


def test_the_pages_speak_english_too(official: Browser) -> None:
    with official.client.session_transaction() as session:
        session["language"] = "en"
    assert official.get("/modules/").heading == "Modules"
    assert "when Industry is Sewing" in official.get("/modules/pilot").text
    assert official.get("/modules/pilot/switch").heading == "Switch on or off: The pilot"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_installed_module_has_a_page(installed: Registry, staff: Callable[[str], Browser], language: str) -> None:
    browser = staff("sicheong")
    with browser.client.session_transaction() as session:
        session["language"] = language
    assert len(installed.modules) == 7
    assert {browser.get(f"/modules/{name}").status for name in installed.modules} == {200}
    assert {browser.get(f"/modules/{name}/switch").status for name in installed.modules if name != "core"} == {200}


def test_what_is_shipped_is_shown_as_active(installed: Registry, staff: Callable[[str], Browser]) -> None:
    rows = {cells[0]: cells[1:] for cells in staff("sangdam").get("/modules/?on=2026-11-23").rows() if len(cells) == 5}
    states = [["시행 중" in cell for cell in cells] for cells in rows.values()]
    assert sorted(map(sum, states)) == [0, 1, 1, 1, 1, 2]


def test_a_shipped_rule_reads_as_a_person_would_say_it(installed: Registry, staff: Callable[[str], Browser]) -> None:
    said = staff("sangdam").get("/modules/northeast").text
    assert "일하는 곳의 권역이 동북권이고, 업종이 봉제고, 상담 분야가 노동조합이 아닐 때" in said


def test_a_guide_says_who_comes_to_a_desk(staff: Callable[[str], Browser], house: House, installed: Registry) -> None:
    case = taken_in(
        house, installed, "jungnang", topics=("unpaid_wages",), employment_type="daily", industry="sewing",
        workplace_district="jungnang", home_district="jungnang",
    )
    told = "열에 여덟은 객공입니다."
    assert told in staff("jungnang").get("/modules/northeast").text
    page = staff("jungnang").get(f"/cases/{case.number}/decision")
    assert "이 창구에 오는 사람들: 봉제 상담창구" in page.text
    assert told in page.text


def test_the_page_says_what_a_module_lacks(official: Browser) -> None:
    page = official.get("/modules/pilot")
    assert "아직 창구마다 누가 오고 무엇이 도움이 되는지 설명합니다 빠진 것 pilot.desk" in page.text
    assert "예 규칙이 실제로 있는 자치구만 가리킵니다" in page.text
    assert "아직 다른 모듈의 규칙과 어긋나지 않습니다 빠진 것 both" in page.text


def test_of_the_installed_modules_each_text_has_korean_and_no_rule_contradicts_another(
    official: Browser, installed: Registry
) -> None:
    page = official.get("/modules/northeast")
    assert "예 모든 문구에 한국어가 있습니다" in page.text
    assert "예 창구마다 누가 오고 무엇이 도움이 되는지 설명합니다" in page.text
    assert "예 다른 모듈의 규칙과 어긋나지 않습니다" in page.text
