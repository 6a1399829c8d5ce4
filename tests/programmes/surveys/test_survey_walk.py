"""A survey from its making to its published report, through pages only."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from support.casework import browser_of
from support.house import House
from support.page import Browser, Page

QUESTIONS = (
    ("하나 고르기", "업종은 무엇입니까?", "What is your trade?", "봉제 | Sewing\n제화 | Shoes\n인쇄 | Printing", True),
    ("하나 고르기", "근로계약서를 받았습니까?", "Have you a contract?", "예 | Yes\n아니요 | No\n모름 | Unsure", False),
    ("자유롭게 적는 글", "바라는 점", "What do you wish?", "", False),
)


@pytest.fixture
def manager(app: Flask, house: House) -> Browser:
    """The browser of a centre's manager."""
    return browser_of(app, house, "senteojang")


def made(browser: Browser, **more: str) -> Page:
    """The page of a new draft with three questions."""
    page = browser.get("/surveys/new")
    values = {
        "제목": "작은 봉제 공장 실태조사(가상)", "조사 목적": "일하는 조건을 알아봅니다.",
        "누구에게 묻는지": "5인 미만 사업장 노동자",
        "표본 추출 방법": "거리에서 만난 분들(편의 표집)", "목표 응답 수": "100",
        "시작일": "2020-01-01", "종료일": "2099-12-31",
    } | more
    for label, value in values.items():
        page.fill(label, value)
    page = page.press("저장")
    for kind, korean, english, options, dimension in QUESTIONS:
        page = page.click("문항 추가").choose("응답 방식", kind).fill("한국어 문항", korean).fill("영어", english)
        page.fill("보기", options)
        if dimension:
            page.choose("교차표", "이 문항을 기준으로 다른 문항을 나누어 집계")
        page = page.press("문항 저장")
    return page


def link_of(page: Page) -> str:
    """The address for answers, without its host."""
    found = re.search(r"http://[^/]+(/s/[\w-]+)", page.text)
    assert found is not None
    return found[1]


def answered(app: Flask, link: str, trade: str, contract: str, wish: str = "") -> Page:
    """The page after somebody, who is not logged in, has answered."""
    page = Browser(app).get(link).choose("1. 업종은 무엇입니까?", trade).choose("2. 근로계약서를 받았습니까?", contract)
    return page.fill("3. 바라는 점", wish).press("답 보내기")


def sheets() -> Iterator[tuple[str, str]]:
    """Forty answers, three of them of one small group."""
    yield from [("봉제", "예")] * 12 + [("봉제", "아니요")] * 9 + [("제화", "예")] * 7 + [("제화", "아니요")] * 2
    yield from [("인쇄", "예")] * 6 + [("인쇄", "모름")] * 3 + [("인쇄", "아니요")] * 1


def test_from_making_to_publishing(app: Flask, manager: Browser) -> None:
    page = made(manager).press("응답 받기 시작")
    link = link_of(page)
    for trade, contract in sheets():
        assert answered(app, link, trade, contract, "쉬는 날").heading == "답해 주셔서 고맙습니다."
    page = manager.get(page.path).press("조사 마감(되돌릴 수 없음)")
    results = page.click("결과")
    # Three are not sure: hidden, and with them the next smallest answer, for the sum is known.
    assert ["예", "25 62.5%"] in results.rows()
    assert ["모름", "가림"] in results.rows()
    assert ["아니요", "가림"] in results.rows()
    assert "응답 수 40명" in results.text
    report = page.click("보고서").fill("요약", "계약서를 받은 사람이 많습니다.").fill("주요 결과", "그래도 부족합니다.")
    report.choose("공개할 표", "업종은 무엇입니까?", "근로계약서를 받았습니까? (기준: 업종은 무엇입니까?)")
    published = report.press("모두에게 공개")
    anybody = Browser(app).get(published.path)
    assert anybody.heading == "작은 봉제 공장 실태조사(가상)"
    assert "거리에서 만난 분들(편의 표집)" in anybody.text
    assert "가림" in anybody.text


def test_what_is_downloaded_is_what_is_published(app: Flask, manager: Browser) -> None:
    published = published_report(app, manager)
    data: Any = Browser(app).client.get(f"{published}/tables.json").json
    csv = Browser(app).client.get(f"{published}/1/tables.csv").text
    cells = [cell for row in data["tables"][0]["rows"] for cell in row["cells"]]
    assert [cell is None for cell in cells].count(True) == csv.count("가림")
    assert data["sheets"] == 40
    assert not [cell for cell in cells if cell is not None and 0 < cell < 5]


def published_report(app: Flask, manager: Browser) -> str:
    """The address of a published report."""
    page = made(manager).press("응답 받기 시작")
    for trade, contract in sheets():
        answered(app, link_of(page), trade, contract)
    page = manager.get(page.path).press("조사 마감(되돌릴 수 없음)")
    report = page.click("보고서").fill("요약", "요약").fill("주요 결과", "결과")
    return report.choose("공개할 표", "근로계약서를 받았습니까? (기준: 업종은 무엇입니까?)").press("모두에게 공개").path


def test_another_version_says_what_has_changed(app: Flask, manager: Browser) -> None:
    address = published_report(app, manager)
    survey = manager.get("/surveys/").click("작은 봉제 공장 실태조사(가상)").click("보고서")
    refused = survey.press("모두에게 공개")
    assert refused.error("제1판과 달라진 점") == "이전 판과 무엇이 달라졌는지 적어 주세요."
    refused.fill("제1판과 달라진 점", "요약을 고침").press("모두에게 공개")
    assert "요약을 고침" in Browser(app).get(address).text
    assert "이 보고서의 새 판이 있습니다." in Browser(app).get(f"{address}/1").text
