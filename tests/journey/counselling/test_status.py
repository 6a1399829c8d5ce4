"""The status decision: which routes are open, and why; as a pure function, as data, and on the case."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from support.casework import PERSON, browser_of, taken_in
from support.house import House
from support.page import Browser

from gilmok.ground.clock import today
from gilmok.journey.case.models import Case
from gilmok.journey.counselling.models import StatusCheck
from gilmok.journey.counselling.rows import all_reasons, groups, reason
from gilmok.journey.counselling.rules import Answer, Answers, Branch, Route, Status, Verdict, decide
from gilmok.journey.counselling.status_views import from_intake
from gilmok.journey.vocabulary_codes import WORKPLACE_SIZES
from gilmok.law.shipped import shipped

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
INDEPENDENT = {"directed": NO, "fixed_hours": NO, "personally": NO}


def verdict(branch: Branch, route: Route) -> Verdict:
    """What a branch says of a route."""
    return next(each.verdict for each in branch.openings if each.route is route)


@pytest.mark.parametrize("employment", ["regular", "fixed_term", "part_time", "daily", "dispatched"])
def test_a_contract_of_employment_opens_every_route(employment: str) -> None:
    (branch,) = decide(Answers(employment=employment, five_or_more=YES))
    assert branch.statuses == (Status.WORKER,)
    assert {verdict(branch, route) for route in Route} == {Verdict.OPEN}


@pytest.mark.parametrize(("five", "said"), [(YES, Verdict.OPEN), (NO, Verdict.LIMITED), (UNKNOWN, Verdict.ASK)])
def test_the_size_decides_about_the_labour_commission(five: Answer, said: Verdict) -> None:
    (branch,) = decide(Answers(employment="regular", five_or_more=five))
    assert verdict(branch, Route.LABOUR_COMMISSION) is said


def test_how_one_works_counts_more_than_what_the_contract_is_called() -> None:
    (branch,) = decide(Answers(employment="freelancer", directed=YES, fixed_hours=YES, own_risk=NO))
    assert (branch.worker, branch.why) == (True, "worker_factors")


@pytest.mark.parametrize("answers", [Answers(), Answers(employment="platform", directed=YES, own_risk=YES)])
def test_where_the_answers_do_not_tell_both_branches_are_said(answers: Answers) -> None:
    assert [branch.worker for branch in decide(answers)] == [True, False]


def test_the_two_lists_are_two_questions() -> None:
    answers = Answers(employment="special", accident_group="truck_general", employment_group="none", **INDEPENDENT)
    (branch,) = decide(answers)
    assert branch.statuses == (Status.ACCIDENT_PROVIDER,)
    assert verdict(branch, Route.ACCIDENT) is Verdict.OPEN
    assert verdict(branch, Route.EMPLOYMENT) is Verdict.CLOSED
    assert verdict(branch, Route.LABOUR_OFFICE) is Verdict.CLOSED


@pytest.mark.parametrize(("pay", "said"), [(YES, Verdict.OPEN), (NO, Verdict.LIMITED), (UNKNOWN, Verdict.ASK)])
def test_employment_insurance_asks_for_the_pay_too(pay: Answer, said: Verdict) -> None:
    (branch,) = decide(Answers(employment="platform", employment_group="quick", enough_pay=pay, **INDEPENDENT))
    assert verdict(branch, Route.EMPLOYMENT) is said


@pytest.mark.parametrize(("client", "said"), [(YES, Verdict.LIMITED), (NO, Verdict.CLOSED), (UNKNOWN, Verdict.ASK)])
def test_who_depends_on_one_place_may_be_a_worker_of_union_law(client: Answer, said: Verdict) -> None:
    (branch,) = decide(Answers(employment="special", one_client=client, **INDEPENDENT))
    assert verdict(branch, Route.LABOUR_COMMISSION) is said
    assert (Status.UNION_WORKER in branch.statuses) is (client is YES)


@pytest.mark.parametrize(("employment", "status"), [
    ("artist", Status.ARTIST), ("self_employed", Status.SELF_EMPLOYED), ("freelancer", Status.FREELANCER),
])
def test_who_is_in_no_group_is_told_as_what_they_work(employment: str, status: Status) -> None:
    nowhere = {"one_client": NO, "accident_group": "none", "employment_group": "none"}
    assert decide(Answers(employment=employment, **nowhere, **INDEPENDENT))[0].statuses == (status,)


def test_there_are_18_and_17_groups_with_article_and_source() -> None:
    assert [len(groups(name, today())) for name in ("accident", "employment")] == [18, 17]
    rows = [*groups("accident", today()), *groups("employment", today()), *all_reasons()]
    assert [row for row in rows if row.source not in shipped().sources or not row.basis_ko] == []


def test_every_reason_that_is_given_has_its_row() -> None:
    given = set()
    for employment in ("regular", "artist", "self_employed", "unknown"):
        for answer in Answer:
            for group in ("quick", "none", "unknown"):
                answers = Answers(
                    employment=employment, five_or_more=answer, one_client=answer, enough_pay=answer,
                    accident_group=group, employment_group=group,
                )
                given |= {each.reason for branch in decide(answers) for each in branch.openings}
                given |= {branch.why for branch in decide(answers)}
    assert given == {each.code for each in all_reasons()}
    assert {reason(code, today()).code for code in given} == given


def test_a_reason_is_that_of_its_day() -> None:
    before, since = (reason("commission_union", day).text_ko for day in (date(2026, 3, 9), date(2026, 3, 10)))
    assert "실질적" in since
    assert "실질적" not in before


def test_the_answers_of_the_intake_are_not_asked_again(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/counselling/").click("답과 근거 보기")
    assert page.value("고용 형태") == "정규직"
    assert "가능성이 높음: 근로기준법상 근로자" in page.text
    assert "근로기준법 제2조 제1항 제1호" in page.text


@pytest.mark.parametrize(("size", "five"), [
    ("1_4", "no"), ("5_9", "yes"), ("300_up", "yes"), ("unknown", "unknown"), ("refused", "unknown"), (None, "unknown"),
])
def test_five_or_more_follows_from_the_size_that_the_intake_recorded(size: str | None, five: str) -> None:
    facts = {} if size is None else {"workplace_size": size}
    assert from_intake(facts) == {"employment": "unknown", "five_or_more": five}
    assert size in {each.code for each in WORKPLACE_SIZES} or five == "unknown"


def test_what_is_answered_stands_on_the_tab(app: Flask, counsellor: Browser, house: House) -> None:
    case = taken_in(house, app.extensions["registry"], person=PERSON, employment_type="platform")
    page = counsellor.get(f"/cases/{case.number}/status/")
    assert "두 경우를 모두" in page.text
    page.fill("산재보험 직종", "택배기사").fill("고용보험 직종", "해당 없음")
    for question in ("일의 내용과 방법을", "일하는 시간과 장소를", "본인이 직접 일해야"):
        page.choose(question, "아니요")
    page = page.press("답변 저장").click("상담으로 돌아가기")
    assert "산재보험 노무제공자" in page.text
    assert "노동청 진정 어려움" in page.text
    assert "산재보험 가능" in page.text
    with house.job() as session:
        assert session.scalars(select(StatusCheck.answers)).one()["accident_group"] == "parcel"


def test_the_page_says_it_in_english_and_what_is_not_verified(app: Flask, house: House, case: Case) -> None:
    page = browser_of(app, house, "nomusa", "en").get(f"/cases/{case.number}/status/")
    assert "Likely: Employee under the Labour Standards Act" in page.text
    assert "Not verified" in page.text


def test_a_made_up_answer_is_refused(counsellor: Browser, case: Case) -> None:
    page = counsellor.get(f"/cases/{case.number}/status/")
    page.typed["accident_group"] = ["astronaut"]
    assert page.press("답변 저장").status == 422


def test_another_centre_reads_no_answer(counsellor: Browser, app: Flask, house: House, case: Case) -> None:
    counsellor.get(f"/cases/{case.number}/status/").press("답변 저장")
    assert browser_of(app, house, "jungnang").get(f"/cases/{case.number}/status/").status == 404
    with house.session("jungnang") as session:
        assert session.scalars(select(StatusCheck)).all() == []
