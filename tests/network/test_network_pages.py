"""The pages of the network, as staff read them."""

import pytest
from flask import Flask
from support.house import House
from support.page import Browser, Page

from gilmok.network.atlas import Atlas

atlas = Atlas.shipped()
UNKNOWN = "운영 중인 센터가 확인되지 않음"
REGIONS = {"downtown": "도심권", "northeast": "동북권", "southeast": "동남권", "southwest": "서남권"}


@pytest.fixture
def staff(app: Flask, house: House) -> Browser:
    browser = Browser(app)
    with browser.client.session_transaction() as session:
        session["_user_id"] = house.people["sangdam"].get_id()
    return browser


def fact(page: Page, term: str) -> str:
    """What stands beside a term."""
    found = [node for node in page.tree.css("dl.facts > div") if (node.css_first("dt").text()).strip() == term]
    assert found, f"no fact '{term}'"
    return " ".join(found[0].css_first("dd").text(separator=" ").split())


def row(page: Page, district: str) -> list[str]:
    return next(cells for cells in page.rows() if cells[0] == district)


def test_the_table_names_every_district_its_region_and_who_serves_it(staff: Browser) -> None:
    page = staff.get("/network/?on=2026-11-22")
    assert len(page.rows()) == 25
    assert row(page, "중랑구") == ["중랑구", "동북권", "중랑구 노동자종합지원센터", "자체 센터", "구립"]
    assert row(page, "강남구") == ["강남구", "동남권", UNKNOWN, "동남권 노동자종합지원센터", "미설치"]


def test_an_assumed_region_is_marked(staff: Browser) -> None:
    page = staff.get("/network/?on=2026-11-22")
    assert row(page, "금천구") == ["금천구", "서남권 추정", UNKNOWN, "서울노동권익센터", "언급 없음"]
    assert "추정" not in row(page, "양천구")[1]


def test_the_map_says_in_words_what_it_shows(staff: Browser) -> None:
    links = [node.attributes["aria-label"] for node in staff.get("/network/?on=2026-11-22").tree.css(".tile-map a")]
    assert len(links) == 25
    assert "종로 도심권, 도심권 노동자종합지원센터" in links
    assert f"동대문 동북권 (추정), {UNKNOWN}" in links


@pytest.mark.parametrize("region", REGIONS.values())
def test_the_map_names_the_region_on_each_tile(staff: Browser, region: str) -> None:
    texts = [node.text().strip() for node in staff.get("/network/").tree.css(".tile-map text")]
    assert any(text.startswith(region) for text in texts)


def test_a_past_day_shows_the_network_of_that_day(staff: Browser) -> None:
    page = staff.get("/network/").fill("기준일", "2022.1.1").press("이 날짜로 보기")
    assert row(page, "금천구")[2:4] == ["서남권 노동자종합지원센터", "자체 센터"]
    assert page.click("금천구").heading == "금천구"
    assert page.click("금천구").text.count("2022년 1월 1일") == 1


def test_what_is_no_day_is_said_beside_the_field_and_kept(staff: Browser) -> None:
    page = staff.get("/network/?on=어느날")
    assert page.status == 422
    assert page.errors == [page.error("기준일")] != [""]
    assert page.value("기준일") == "어느날"


def test_the_centres_stand_by_region_and_closed_ones_are_marked(staff: Browser) -> None:
    page = staff.get("/network/?on=2026-11-22")
    assert "동북권 노동자종합지원센터 · 운영 종료" in page.text
    assert "동북권 노동자종합지원센터 · 시립 권역 센터" in staff.get("/network/?on=2023-12-31").text


def test_a_centre_shows_what_is_known_and_says_what_is_not(staff: Browser) -> None:
    page = staff.get("/network/centres/gangdong")
    assert page.heading == "강동구노동권익센터"
    assert fact(page, "개소일") == "2019년 6월 20일(목)"
    assert fact(page, "권역") == "동남권 추정"
    assert fact(page, "전화") == "확인되지 않음"
    assert fact(page, "누리집") == "gangdong.go.kr/nodong 확인되지 않음"
    assert "시 누리집에는 이 센터가 나와 있지 않습니다." in page.text


def test_a_centre_of_which_only_the_month_of_opening_is_known_says_the_month(staff: Browser) -> None:
    assert fact(staff.get("/network/centres/downtown_hub"), "개소일") == "2019년 10월"


def test_a_centre_without_a_day_of_opening_says_so(staff: Browser) -> None:
    assert fact(staff.get("/network/centres/jungnang"), "개소일") == "기록 시작 전부터"


def test_a_merged_hub_leads_to_its_successor(staff: Browser) -> None:
    page = staff.get("/network/centres/southwest_hub")
    assert fact(page, "운영 종료") == "2024년 1월 1일(월)부터 운영하지 않음"
    assert page.click("서울노동권익센터").heading == "서울노동권익센터"


def test_the_page_of_an_open_hub_says_that_its_merger_is_not_verified(staff: Browser) -> None:
    page = staff.get("/network/centres/southeast_hub")
    assert "실제로 통합되었는지는 확인되지 않아 운영 중으로 둡니다." in page.text


def test_a_district_says_who_serves_it_and_why(staff: Browser) -> None:
    page = staff.get("/network/districts/geumcheon")
    assert "권역의 시립 센터(서남권 노동자종합지원센터)가 다른 센터로 통합되었습니다." in page.text
    assert fact(page, "담당 센터") == "서울노동권익센터"
    assert "노닥노닥" in page.text


def test_a_district_names_its_agencies_and_what_is_not_verified_of_them(staff: Browser) -> None:
    agencies = {cells[0]: cells for cells in staff.get("/network/districts/geumcheon").rows() if len(cells) == 5}
    office = agencies["고용노동지청 (진정·고소)"]
    assert office[2].startswith("서울관악지청")
    assert agencies["고용센터 (실업급여·육아휴직급여)"][2].startswith("확인되지 않음")
    assert agencies["인권·차별·성희롱 진정"][3] == "1331 확인되지 않음"


def test_neighbours_across_the_river_are_marked(staff: Browser) -> None:
    near = {cells[0]: cells[2] for cells in staff.get("/network/districts/gangdong").rows() if len(cells) == 3}
    assert near["광진구"].endswith("한강 건너")
    assert not near["송파구"].endswith("한강 건너")


@pytest.mark.parametrize("path", ["centres/bucheon", "districts/outside_seoul", "centres/", "districts/11110"])
def test_what_is_not_there_is_not_found(staff: Browser, path: str) -> None:
    assert staff.get(f"/network/{path}").status == 404


def test_every_page_of_the_network_is_a_good_page_in_both_languages(app: Flask, staff: Browser) -> None:
    paths = [f"/network/centres/{code}" for code in atlas.centres]
    paths += [f"/network/districts/{code}" for code in atlas.districts]
    assert {staff.get(path).status for path in paths} == {200}
    staff.get("/network/").press("English")
    assert {staff.get(path).tree.css_first("html").attributes["lang"] for path in paths} == {"en"}


def test_in_english_the_page_reads_in_english(staff: Browser) -> None:
    page = staff.get("/network/").press("English")
    assert page.heading == "Network of centres"
    assert row(page, "Geumcheon-gu")[1] == "Southwest assumed"


def test_nobody_sees_the_network_without_logging_in(app: Flask) -> None:
    for path in ("/network/", "/network/centres/guro", "/network/districts/guro"):
        assert "담당 센터" not in Browser(app).get(path).text
