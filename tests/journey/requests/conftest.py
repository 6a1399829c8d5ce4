"""Asking for help online, for tests: a form that somebody in Gwanak fills, and what they get for it."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from flask import Flask
from support.page import Browser, Page

STORY = "석 달째 월급을 받지 못했습니다."


class Got(NamedTuple):
    """What a person keeps of a request."""

    number: str
    secret: str


def filled(page: Page, story: str = STORY, district: str = "관악구") -> Page:
    """The form as somebody fills it who wants to be called."""
    page.fill("무슨 일이 있었는지 적어 주세요", story).fill("상담 분야", "임금을 못 받았거나 덜 받았어요")
    page.fill("일하는 곳의 자치구", district).choose("어떻게 답해 드릴까요?", "전화해 주세요")
    page.fill("연락처", "010-1234-5678").fill("이름 (안 적어도 됩니다)", "홍길동")
    page.fill("언제 전화하면 되나요?", "평일 저녁")
    return page.choose("이름·연락처 수집·이용", "동의함")


def got(receipt: Page) -> Got:
    """The number and the secret of a receipt."""
    number, secret = (each.text() for each in receipt.tree.css("dl.facts dd")[:2])
    return Got(number, secret)


@pytest.fixture(name="fill")
def filling() -> Callable[..., Page]:
    """Fills a form."""
    return filled


@pytest.fixture(name="got")
def getting() -> Callable[[Page], Got]:
    """Reads a receipt."""
    return got


@pytest.fixture
def visitor(app: Flask) -> Browser:
    """A browser in which nobody is logged in."""
    return Browser(app)


@pytest.fixture
def asked(app: Flask) -> Callable[..., Got]:
    """Sends a request and gives its number and secret: `asked()`, `asked("…", "중랑구")`."""

    def send(*told: str) -> Got:
        return got(filled(Browser(app).get("/help-me"), *told).press("보내기"))

    return send


@pytest.fixture
def standing(app: Flask) -> Callable[[Got], Page]:
    """How a request stands, for who has number and secret."""

    def look(kept: Got) -> Page:
        page = Browser(app).get("/help-me/state").fill("신청번호", kept.number).fill("확인코드", kept.secret)
        return page.press("보기")

    return look
