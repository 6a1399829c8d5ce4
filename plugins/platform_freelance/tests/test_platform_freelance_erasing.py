"""After three years nothing is left of a report that leads to anybody, and no number has changed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from gilmok_platform_freelance.mapped import (
    Alert,
    AlertStep,
    Company,
    CompanyMark,
    Quarterly,
    Report,
    ReportCheck,
    ReportedCase,
    ReportState,
    ReportWords,
)
from gilmok_platform_freelance.reports import quarterly, queries
from gilmok_platform_freelance.reports.erasing import erase
from gilmok_platform_freelance.reports.rules import patterns, quarter_of
from sqlalchemy import func, select, update
from sqlalchemy.exc import ProgrammingError
from support.house import House
from support.monitoring import DESK, Kept, checked, reported, standing
from support.page import Browser

from gilmok.ground.clock import now, today
from gilmok.ground.retention import RECORDS_KEPT_YEARS, kept_since

Login = Callable[[str], Browser]
OLD = kept_since(today()) - timedelta(days=200)
ALL = {"synchronize_session": False}


@pytest.fixture
def desk(at: Login) -> Browser:
    """Who checks the reports."""
    return at("nodong")


def aged(house: House, *reports: Kept) -> None:
    """Let these reports, and all that was done about alerts, be older than what is kept."""
    numbers = [each.number for each in reports]
    long_ago = now() - timedelta(days=(RECORDS_KEPT_YEARS + 1) * 366)
    with house.job() as session:
        session.execute(update(Report).where(Report.number.in_(numbers)).values(received_on=OLD), execution_options=ALL)
        session.execute(update(Alert).values(raised_on=OLD), execution_options=ALL)
        session.execute(update(AlertStep).values(at=long_ago), execution_options=ALL)
        session.commit()


def erased(house: House) -> None:
    """The night comes."""
    with house.job() as session:
        erase(session)
        session.commit()


def told(house: House) -> tuple[Any, ...]:
    """The figures of the old quarter and of this one, as the hub's centre sees them."""
    with house.session("nodong") as session:
        counted = queries.counted(session)
        return tuple(patterns(counted, quarter_of(day)) for day in (OLD, today()))


def many(house: House, *tables: Any) -> list[int]:
    """How many rows there are of each table."""
    with house.job() as session:
        return [session.scalar(select(func.count()).select_from(each)) or 0 for each in tables]


def test_words_receipt_and_company_are_gone_and_every_quarter_counts_as_before(
    app: Flask, house: House, desk: Browser
) -> None:
    old = [reported(app, name, district=where) for name, where in (
        ("㈜가나배달", "관악구"), ("가나배달", "관악구"), ("가나 배달", "중랑구"), ("한빛대리", "관악구"),
    )]
    fresh = reported(app, "한빛대리")
    for each in (*old, fresh):
        checked(desk, each)
    checked(desk, old[1], same_as=old[0].number)
    desk.get(DESK).click("㈜가나배달").choose("조치", "업체에 공문 발송").press("기록하기")
    aged(house, *old)
    before = told(house)
    assert sum(each.count for each in before[0]) == 4

    erased(house)
    assert told(house) == before
    assert many(house, ReportWords, ReportState, ReportCheck, AlertStep) == [1, 1, 1, 0]
    with house.job() as session:
        gone = session.scalars(select(Report).where(Report.erased_on.is_not(None))).all()
        assert {(each.number, each.district, each.language, each.month) for each in gone} == {("", "", "", None)}
        assert {each.received_on for each in gone} == {quarter_of(OLD).first}
        # Of whom a report is still kept, the name is, and what finds it again.
        names = dict(session.execute(select(Company.id, Company.wrapped)).all())
        assert sorted(each is None for each in names.values()) == [False, True]
        assert {each for each, words in names.items() if words} == set(session.scalars(select(CompanyMark.company_id)))
        assert sorted(each.name_mark == b"" for each in gone) == [False, True, True, True]
        assert session.scalars(select(Alert.state)).all() == ["closed"]
    assert "확인코드가 맞지 않습니다" in standing(app, old[0]).text
    assert "모니터링에 집계했습니다" in standing(app, fresh).text

    page = desk.get(DESK)
    assert (fresh.number in page.text, old[3].number in page.text) == (True, False)
    assert "한빛대리" in desk.get(DESK).click(fresh.number).text
    again = reported(app, "가나배달")
    assert "처음" in desk.get(DESK).click(again.number).text
    erased(house)
    assert told(house) == before


def test_a_report_that_nobody_checked_is_erased_too(app: Flask, house: House, desk: Browser) -> None:
    report = reported(app)
    at = desk.get(DESK).click(report.number).path
    aged(house, report)
    erased(house)
    assert many(house, Report, ReportWords, ReportState) == [1, 0, 0]
    assert (desk.get(at).status, report.number in desk.get(DESK).text) == (404, False)


def test_a_report_is_read_though_the_one_of_the_same_event_is_erased(
    app: Flask, house: House, desk: Browser
) -> None:
    first, second = reported(app), reported(app)
    checked(desk, first)
    checked(desk, second, "같은 일의 중복 제보", same_as=first.number)
    aged(house, first)
    erased(house)
    page = desk.get(DESK).click(second.number)
    assert (page.status, page.value("다른 제보번호")) == (200, "")


def test_what_was_published_names_a_company_still_and_a_new_version_does_not(
    app: Flask, house: House, desk: Browser, at: Login
) -> None:
    for _each in range(5):
        checked(desk, reported(app, "㈜가나배달"))
    page = desk.get(f"{DESK}quarterly/").choose("권역", "서남권").press("보고서 쓰기")
    path = page.fill("요약", "대금").fill("제안 내용", "표준계약서").press("저장").path
    city = at("sicheong").get(path).choose("이름을 공개할 업체", "㈜가나배달 · 5").press("업체명 공개 결정 저장")
    public = city.press("모두에게 공개").click("공표된 보고서")
    before = today().replace(year=today().year - 4)
    with house.job() as session:
        session.execute(update(Report).values(received_on=before), execution_options=ALL)
        session.execute(update(Alert).values(raised_on=before), execution_options=ALL)
        session.execute(update(Quarterly).values(year=before.year), execution_options=ALL)
        session.commit()
    erased(house)
    assert "㈜가나배달 · 제보 5건 이상" in Browser(app).get(public.path).text
    with house.session("sicheong") as session:
        report = session.scalars(select(Quarterly)).one()
        assert [count for _company, count in quarterly.nameable(session, report)] == [5]
        body = quarterly.body_of(session, report, house.installed.vault)
        assert (body["table"]["total"], body["named"]) == (5, [])


def test_a_company_is_kept_while_one_that_was_merged_into_it_is_reported(
    app: Flask, house: House, desk: Browser
) -> None:
    old, fresh = reported(app, "가나배달"), reported(app, "가나딜리버리")
    for each in (old, fresh):
        checked(desk, each)
    with house.job() as session:
        ids = {each.number: each.company_id for each in session.scalars(select(Report))}
        session.execute(
            update(Company).where(Company.id == ids[fresh.number]).values(merged_into=ids[old.number]),
            execution_options=ALL,
        )
        session.commit()
    aged(house, old)
    erased(house)
    with house.job() as session:
        assert all(session.scalars(select(Company.wrapped)))


def test_that_a_case_was_reported_is_forgotten_by_the_year(house: House) -> None:
    first = kept_since(today()).year
    with house.job() as session:
        session.add_all(ReportedCase(mark=bytes([each]), year=first - each) for each in (0, 1))
        session.commit()
    erased(house)
    with house.job() as session:
        assert session.scalars(select(ReportedCase.year)).all() == [first]


@pytest.mark.parametrize("statement", [
    update(Report).values(erased_on=date(2026, 1, 1)), update(Company).values(wrapped=None),
    ReportWords.__table__.delete(),
])
def test_nobody_at_a_page_can_erase(house: House, statement: Any) -> None:
    with house.session("nodong") as session, pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(statement, execution_options={**ALL, "unscoped": "past the first wall, to the second"})
