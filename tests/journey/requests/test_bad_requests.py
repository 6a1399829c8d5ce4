"""What a visitor types wrongly, guesses, or sends by the thousand."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from support.house import House
from support.page import Browser, Page

from gilmok.ground.errors import IdentifierFound
from gilmok.ground.sealing import sealed
from gilmok.journey.requests.models import OnlineRequest
from gilmok.journey.requests.opening import typed_in

Fill = Callable[..., Page]
Ask = Callable[..., Any]


def many(house: House) -> int:
    """How many requests there are."""
    with house.job() as session:
        return len(session.scalars(select(OnlineRequest)).all())


def test_nothing_that_was_typed_is_lost(house: House, visitor: Browser, fill: Fill) -> None:
    page = fill(visitor.get("/help-me")).fill("연락처", "01012").fill("사는 곳의 자치구", "중랑구").press("보내기")
    assert page.status == 422
    assert page.error("연락처")
    assert page.value("무슨 일이 있었는지 적어 주세요") == "석 달째 월급을 받지 못했습니다."
    assert (page.value("이름 (안 적어도 됩니다)"), page.value("연락처")) == ("홍길동", "01012")
    assert (page.value("상담 분야"), page.value("사는 곳의 자치구")) == ("임금을 못 받았거나 덜 받았어요", "중랑구")
    assert "receipt" not in page.text
    assert many(house) == 0


def test_an_empty_form_names_what_is_missing(visitor: Browser) -> None:
    assert visitor.get("/help-me").press("보내기").errors == [
        "무슨 일이 있었는지 적어 주세요.", "어떤 문제인지 골라 주세요. ‘잘 모르겠어요’도 답입니다.",
        "어떻게 답해 드릴지 골라 주세요.",
    ]


def test_a_way_to_be_reached_needs_its_number_or_address(visitor: Browser, fill: Fill) -> None:
    page = fill(visitor.get("/help-me")).fill("연락처", "").press("보내기")
    assert page.errors == ["전화드릴 수 있는 번호를 적어 주세요."]
    page = fill(visitor.get("/help-me")).choose("어떻게 답해 드릴까요?", "전자우편으로 답해 주세요").press("보내기")
    assert page.errors == ["답장을 받을 전자우편 주소를 적어 주세요."]


def test_a_name_is_kept_with_consent_alone_and_none_is_needed(house: House, visitor: Browser, fill: Fill) -> None:
    page = fill(visitor.get("/help-me")).choose("이름·연락처 수집·이용", "동의하지 않음").press("보내기")
    assert (page.status, len(page.errors), many(house)) == (422, 1, 0)
    page.fill("이름 (안 적어도 됩니다)", "").fill("연락처", "")
    page.choose("어떻게 답해 드릴까요?", "제가 센터에 전화하겠습니다")
    assert page.press("보내기").heading == "신청이 도착했습니다"


def test_no_consent_is_chosen_beforehand(visitor: Browser) -> None:
    form = visitor.get("/help-me").tree
    assert form.css("input[name^=consent]")
    assert form.css("input[checked]") == []


@pytest.mark.parametrize("label", [
    "무슨 일이 있었는지 적어 주세요", "이름 (안 적어도 됩니다)", "언제 전화하면 되나요?", "연락처", "전자우편",
])
def test_a_resident_number_is_refused_wherever_it_stands(
    house: House, visitor: Browser, fill: Fill, label: str
) -> None:
    page = fill(visitor.get("/help-me")).fill(label, "900101-1234568").press("보내기")
    assert (page.status, many(house)) == (422, 0)
    assert "900101" not in page.response.text
    assert "[주민번호 삭제]" in page.value(label)


def test_what_fills_every_field_is_asked_once_more(house: House, visitor: Browser, fill: Fill) -> None:
    form = fill(visitor.get("/help-me"))
    form.typed["website"] = ["https://example.com"]
    again = form.press("보내기")
    assert (again.status, many(house)) == (422, 0)
    assert "자동 프로그램" in again.errors[0]
    assert again.press("보내기").heading == "신청이 도착했습니다"


def test_a_wrong_secret_and_a_wrong_number_are_told_apart_by_nothing(asked: Ask, visitor: Browser) -> None:
    kept = asked()
    answers = [
        visitor.get("/help-me/state").fill("신청번호", number).fill("확인코드", secret).press("보기")
        for number, secret in ((kept.number, "AAAA-AAAA-AAAA"), ("ZZZZ-ZZZZ", kept.secret), ("ZZZZ-ZZZZ", "가"))
    ]
    assert [answer.status for answer in answers] == [422] * 3
    wrong = "신청번호와 확인코드가 맞지 않습니다. 두 가지를 다시 확인해 주세요."
    assert {tuple(answer.errors) for answer in answers} == {(wrong,)}
    assert all("센터" not in answer.text.replace("도움받을 센터 찾기", "") for answer in answers)


def test_number_and_secret_may_be_typed_as_they_are_read(asked: Ask, visitor: Browser) -> None:
    kept = asked()
    form = visitor.get("/help-me/state").fill("신청번호", kept.number.lower().replace("-", " "))
    assert form.fill("확인코드", kept.secret.replace("-", "")).press("보기").status == 200


@pytest.mark.usefixtures("still")
def test_guessing_a_secret_is_stopped_after_ten_tries_of_one_number(asked: Ask, visitor: Browser) -> None:
    kept = asked()
    form = visitor.get("/help-me/state").fill("신청번호", kept.number).fill("확인코드", "AAAA-AAAA-AAAA")
    assert [form.press("보기").status for _nth in range(11)] == [422] * 10 + [429]
    right = visitor.get("/help-me/state").fill("신청번호", kept.number).fill("확인코드", kept.secret).press("보기")
    assert right.status == 429
    assert 0 < int(right.response.headers["Retry-After"]) <= 600
    assert "다시 해 주세요" in right.text


def test_a_request_goes_to_who_answers_where_the_district_does_not(app: Flask, fill: Fill, visitor: Browser) -> None:
    receipt = fill(visitor.get("/help-me"), district="강북구").press("보내기")
    assert "서울노동권익센터" in receipt.text
    assert "아직 온라인으로 답하지 않아" in receipt.text


def test_in_danger_the_numbers_are_there_before_and_after(visitor: Browser, fill: Fill) -> None:
    form = visitor.get("/help-me")
    numbers = [link.text() for link in form.tree.css("a[href^='tel:']")]
    assert numbers == ["112 경찰", "119 구급·소방", "1350 고용노동부"]
    assert "112 경찰" in fill(form).fill("지금 위험한 상황입니다", "").press("보내기").text


@pytest.mark.parametrize("second", ["900101-1234567", "900101\n1234567", "900101\t1234567", "x" * 100_000])
def test_of_a_field_that_comes_twice_only_what_was_looked_at_is_kept(app: Flask, house: House, second: str) -> None:
    page = Browser(app).get("/help-me")
    hidden = {each.attributes["name"]: each.attributes.get("value", "") for each in page.tree.css("input[type=hidden]")}
    told = {"narrative": ["월급을 못 받았습니다.", second], "topics.main": "unpaid_wages", "reach": "self",
            "workplace_district": "gwanak"}
    assert Browser(app).client.post("/help-me", data=told).status_code == 400
    page.browser.client.post("/help-me", data={**hidden, **told})
    with house.job() as session:
        (row,) = session.scalars(select(OnlineRequest))
        assert typed_in(row, house.installed.vault)["narrative"] == ["월급을 못 받았습니다."]


def test_a_number_over_two_lines_does_not_pass_the_seal(house: House) -> None:
    with pytest.raises(IdentifierFound):
        sealed("request:1", {"narrative": ["900101\n1234567"]}, house.installed.vault)
