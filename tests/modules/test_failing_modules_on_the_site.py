"""The whole site with modules that fail: it answers, says what failed where, and no case is lost or sent blindly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from flask import Flask
from sqlalchemy import select
from support.house import House
from support.modules import Raising, desk, info, made_module, raises, rule
from support.page import Browser, Page

from gilmok.app import create_app
from gilmok.ground.config import Settings
from gilmok.ground.db import Database
from gilmok.ground.installation import installation
from gilmok.journey import core_module
from gilmok.journey.case.models import Case
from gilmok.modules.api import All, At, AtLeast, Band, Is
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation

BROKEN = (
    Raising(raises(RuntimeError("boom")), name="bursting"),
    Raising(raises(SystemExit("bye")), name="leaving"),
    made_module("crooked", routing_rules=lambda: [rule("crooked", id="elsewhere.rule")]),
)
FAULTY = made_module(
    "faulty", module_info=lambda: info("faulty", title="Faulty"),
    targets=lambda: [desk("faulty", at=At.DISTRICT, title="Faulty desk")],
)
# A choice has no order: judging this raises. Loading refuses it, so it is put in afterwards, as a later fault would be.
FAILS = rule("faulty", band=Band.STATUTORY, when=All(Is("industry", "retail"), AtLeast("employment_type", 3)))
Login = Callable[[str], Browser]


@pytest.fixture(scope="module")
def failing() -> Registry:
    """The core, three modules that cannot be loaded, and one whose rule raises for each case in retail."""
    found = Registry.load(core=core_module, entry_points=[*BROKEN, FAULTY])
    modules = {**found.modules, "faulty": replace(found.modules["faulty"], rules=(FAILS,))}
    return replace(found, modules=MappingProxyType(modules))


@pytest.fixture(scope="module")
def failing_app(settings: Settings, furnished_url: str, failing: Registry) -> Flask:
    made = create_app(installation(settings, furnished_url, Database(None)), registry=failing)
    made.testing = True
    return made


@pytest.fixture
def app(failing_app: Flask, house: House) -> Flask:
    """The site of this test, with the faulty module switched on in the southwest."""
    failing_app.extensions["database"] = house.installed.database
    with house.session("sicheong") as session:
        apply(session, [Activation(module="faulty", region="southwest", starts_on=date(2020, 1, 1))], by=None, note="")
        session.commit()
    return failing_app


def taken_in_at_the_desk(at: Login, industry: str = "도소매", district: str = "관악구") -> Page:
    page = at("sangdam").get("/intake/").fill("주된 문제", "임금체불").fill("고용 형태", "정규직")
    return page.fill("업종", industry).fill("일하는 곳의 자치구", district).press("접수하기")


def only_case(house: House) -> Case:
    with house.job() as session:
        return session.scalars(select(Case)).one()


@pytest.mark.parametrize(
    "path", ["/", "/cases/", "/cases/triage", "/intake/", "/network/", "/modules/", "/modules/faulty"],
)
def test_every_page_answers_after_a_login(at: Login, path: str) -> None:
    assert at("sangdam").get(path).status == 200


@pytest.mark.parametrize(("module", "stage", "error"), [
    ("bursting", "패키지 불러오기", "RuntimeError: boom"),
    ("leaving", "패키지 불러오기", "SystemExit: bye"),
    ("crooked", "식별자 확인", "rule 'elsewhere.rule': an id is 'crooked'"),
])
def test_the_page_of_modules_says_what_failed_at_which_stage_and_why(
    at: Login, module: str, stage: str, error: str,
) -> None:
    alerts = [each.text() for each in at("sangdam").get("/modules/").tree.css(".alert")]
    (said,) = [each for each in alerts if f"모듈 {module}: 불러오지 못했습니다." in each]
    assert f"‘{stage}’ 단계" in said
    assert error in said


def test_a_case_for_which_a_rule_fails_that_might_have_won_waits_for_a_person(at: Login, house: House) -> None:
    page = taken_in_at_the_desk(at)
    case = only_case(house)
    assert (page.status, case.stage, case.target) == (200, "triage", None)
    assert "규칙을 판단하지 못해" in at("sangdam").get(f"/cases/{case.number}/decision").text


def test_that_person_then_decides(at: Login, house: House) -> None:
    taken_in_at_the_desk(at)
    page = at("sangdam").get(f"/cases/{only_case(house).number}/decision").choose("어느 창구에서 맡나요?", "노동상담")
    page.press("결정")
    assert (only_case(house).stage, only_case(house).target) == ("waiting", "core.counselling")


@pytest.mark.parametrize(("industry", "district"), [("숙박·음식", "관악구"), ("도소매", "중랑구")])
def test_a_case_that_the_rule_is_not_about_goes_its_way(at: Login, house: House, industry: str, district: str) -> None:
    taken_in_at_the_desk(at, industry, district)
    assert (only_case(house).stage, only_case(house).target) == ("waiting", "core.counselling")


def test_what_a_module_has_decided_stays_readable_when_it_can_be_loaded_no_more(
    at: Login, house: House, app: Flask, failing: Registry, monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = replace(failing.modules["faulty"], rules=(replace(FAILS, when=Is("industry", "retail")),))
    monkeypatch.setitem(app.extensions, "registry", replace(failing, modules={**failing.modules, "faulty": sound}))
    taken_in_at_the_desk(at)
    monkeypatch.setitem(app.extensions, "registry", Registry.load(core=core_module, entry_points=BROKEN))
    case = only_case(house)
    assert case.target == "faulty.desk"
    assert "faulty.desk (설치되지 않음)" in at("sangdam").get(f"/cases/{case.number}").text
    assert "Because." in at("sangdam").get(f"/cases/{case.number}/decision").text
