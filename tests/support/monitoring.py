"""Monitoring of unfair treatment, for tests: the form as somebody fills it in, and what they get for it."""

from typing import NamedTuple

from flask import Flask
from support.page import Browser, Page

FORM = "/m/platform_freelance/reports/tell"
STATE = "/m/platform_freelance/reports/state"
DESK = "/m/platform_freelance/reports/"
LABELS = {"same_as": "다른 제보번호", "authority": "기관 (전달할 때)", "note": "동료에게 남기는 메모"}
STORY = "석 달치 배달료에서 벌금이라며 30만 원을 깎았습니다."


class Kept(NamedTuple):
    """What a reporter keeps."""

    number: str
    secret: str


def filled(page: Page, company: str = "㈜가나배달", story: str = STORY, district: str = "관악구") -> Page:
    """The form as somebody fills it in."""
    page.fill("무슨 일이 있었나요? (가장 큰 것 하나)", "대금을 깎거나 주지 않음").fill("업체·플랫폼 이름", company)
    page.fill("일한 곳의 자치구", district).fill("하는 일", "배달·배송")
    page.fill("언제 있었던 일인가요?", "그 이전").fill("더 알리고 싶은 내용 (안 적어도 됩니다)", story)
    return page


def kept(receipt: Page) -> Kept:
    """Number and secret of a receipt."""
    assert receipt.status == 200, receipt.errors
    number, secret = (each.text() for each in receipt.tree.css("dl.facts dd")[:2])
    return Kept(number, secret)


def reported(app: Flask, company: str = "㈜가나배달", story: str = STORY, district: str = "관악구") -> Kept:
    """A report that somebody sends without a login."""
    return kept(filled(Browser(app).get(FORM), company, story, district).press("이름 없이 보내기"))


def standing(app: Flask, report: Kept) -> Page:
    """How a report stands, for who has number and secret."""
    page = Browser(app).get(STATE).fill("제보번호", report.number).fill("확인코드", report.secret)
    return page.press("보기")


def checked(desk: Browser, report: Kept, verdict: str = "유효: 집계함", **more: str) -> Page:
    """The answer to a check of a report: valid, where nothing else is said."""
    page = desk.get(DESK).click(report.number).choose("확인 결과", verdict)
    for name, value in more.items():
        page.fill(LABELS[name], value)
    return page.press("확인 결과 저장")
