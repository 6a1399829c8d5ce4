"""Where real cases go, with the modules of this checkout and what is switched on as shipped."""

import json
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from gilmok.ground.i18n import core_catalogue
from gilmok.journey import core_module
from gilmok.journey.routing.checks import conflicts, problems
from gilmok.journey.routing.route import route, why_not_there
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.saying import Words, not_there, told
from gilmok.journey.routing.store import receipt, replay
from gilmok.journey.routing.trace import explain
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.activation import Activations
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas

ON = date(2026, 11, 22)


@cache
def registry():
    """The core and every installed module."""
    return Registry.load(core=core_module, strict=True)


@cache
def desk():
    """What every case is routed with."""
    return {"rulebook": Rulebook.of(registry()), "atlas": Atlas.shipped(),
            "activations": Activations.shipped(registry().scopes)}


@cache
def words():
    """Korean, with the modules' own."""
    catalogue = core_catalogue()
    for module in registry().modules.values():
        if module.folder and module.name != "core":
            catalogue.add(module.folder)
    return Words(catalogue, "ko", registry(), Atlas.shipped())


def go(on=ON, **facts):
    """Where a case goes, as `gilmok route` says it."""
    return told(route(facts, on=on, **desk()), words())


def test_a_sewing_worker_in_jungnang_with_unpaid_piece_wages_goes_to_the_sewing_desk_of_the_northeast():
    found = go(topics=("unpaid_wages",), industry="sewing", workplace_district="jungnang", event_date=date(2026, 8, 31))
    assert (found["status"], found["target"], found["region"]) == ("routed", "northeast.sewing_desk", "northeast")
    assert found["centre"] == "labour_rights_centre"
    assert "서울노동권익센터가 이어받았습니다" in found["way"][-1]


def test_a_dismissed_cleaner_in_geumcheon_living_in_gangdong_is_counselled_and_told_what_is_assumed():
    found = go(topics=("discipline_dismissal",), industry="facility", employment_type="dispatched",
               workplace_district="geumcheon", home_district="gangdong")
    assert (found["status"], found["target"], found["centre"]) == ("routed", "core.counselling", "gangdong")
    assert any("금천구" in step and "추정" in step for step in found["way"])


def test_a_delivery_rider_in_gwanak_whose_account_was_suspended_goes_to_the_pilot():
    found = go(topics=("discipline_dismissal",), employment_type="platform", industry="transport",
               workplace_district="gwanak")
    assert (found["status"], found["module"], found["region"]) == ("routed", "platform_freelance", "southwest")


def test_the_same_rider_in_songpa_is_told_that_the_pilot_is_not_active_there_and_who_helps():
    found = go(topics=("discipline_dismissal",), employment_type="platform", industry="transport",
               workplace_district="songpa")
    assert (found["status"], found["module"], found["centre"]) == ("routed", "southeast", "southeast_hub")
    assert "동남권에서는" in found["reasons"][-1]
    assert "시행하지 않아" in found["reasons"][-1]


def test_a_rider_where_no_desk_knows_riders_is_told_of_the_bridge_centre_and_freelancer_on():
    found = go(topics=("unfair_trade",), employment_type="platform", industry="retail", workplace_district="seocho")
    assert found["target"] == "core.counselling"
    assert any("근로자이음센터" in reason and "서울 프리랜서 온" in reason for reason in found["reasons"])


def test_an_it_freelancer_in_gangnam_unpaid_for_a_delivery_goes_to_the_it_desk_of_the_southeast():
    found = go(topics=("unfair_trade",), employment_type="freelancer", industry="it", workplace_district="gangnam")
    assert (found["status"], found["target"], found["centre"]) == ("routed", "southeast.it_desk", "southeast_hub")


def test_a_press_injury_in_a_print_shop_in_junggu_goes_to_the_manufacturing_desk_downtown():
    found = go(topics=("industrial_accident",), employment_type="regular", industry="urban_manufacturing",
               workplace_district="jung")
    assert (found["status"], found["target"]) == ("routed", "downtown.manufacturing_desk")
    assert any("노동안전보건" in reason for reason in found["reasons"])


def test_a_researcher_in_guro_forced_to_sign_a_non_compete_goes_to_the_research_desk():
    found = go(topics=("employment_contract",), employment_type="regular", industry="rnd", workplace_district="guro")
    assert (found["status"], found["module"], found["region"]) == ("routed", "southwest", "southwest")


def test_an_anonymous_caller_who_says_only_not_paid_is_asked_for_the_district_first():
    found = go(topics=("unpaid_wages",), anonymous=True)
    assert (found["status"], found["target"], found["ask"][0]) == ("ask", "core.counselling", "workplace_district")


def test_an_employer_asking_about_contracts_is_told_of_1350_wherever_and_in_whatever_industry():
    for industry in ("it", "sewing", "retail"):
        found = go(client_kind="employer", topics=("employment_contract",), industry=industry,
                   workplace_district="jungnang")
        assert (found["status"], found["target"]) == ("routed", "core.employers")
        assert "1350" in found["reasons"][0]


def test_who_neither_works_nor_lives_in_seoul_is_told_who_helps_there():
    found = go(topics=("unpaid_wages",), workplace_district="outside_seoul", home_district="outside_seoul")
    assert (found["status"], found["target"]) == ("routed", "core.outside_seoul")
    assert found["centre"] == "labour_rights_centre"
    assert "132" in found["reasons"][0]


def test_who_works_outside_seoul_is_asked_where_they_live():
    found = go(topics=("unpaid_wages",), workplace_district="outside_seoul")
    assert (found["status"], found["ask"][0]) == ("ask", "home_district")


def test_who_works_outside_seoul_and_lives_in_mapo_is_served_in_mapo():
    found = go(topics=("unpaid_wages",), workplace_district="outside_seoul", home_district="mapo",
               employment_type="daily", industry="construction")
    assert (found["status"], found["centre"], found["region"]) == ("routed", "mapo", "downtown")


def test_danger_comes_before_everything_and_waits_for_no_district():
    found = go(topics=("harassment",), urgency="danger", client_kind="employer")
    assert (found["status"], found["target"]) == ("routed", "core.emergency")
    assert "112" in found["reasons"][0]


def test_a_time_limit_that_is_near_goes_to_legal_aid_before_counselling():
    found = go(topics=("discipline_dismissal",), urgency="soon", employment_type="regular", industry="retail",
               workplace_district="mapo")
    assert (found["status"], found["target"]) == ("routed", "core.legal_aid")


@pytest.mark.parametrize("facts", [{"topics": ("union",)}, {"topics": ("unpaid_wages",), "client_kind": "union"}])
def test_a_union_goes_to_organising_support(facts):
    found = go(**facts, employment_type="regular", industry="retail", workplace_district="mapo")
    assert (found["status"], found["target"]) == ("routed", "core.organising")


def test_why_not_the_pilot_in_songpa_says_that_its_module_would_have_to_be_active_or_the_region_another():
    rider = {"topics": ("discipline_dismissal",), "employment_type": "platform", "industry": "transport",
             "workplace_district": "songpa"}
    answer = why_not_there(rider, "platform_freelance.unfair_harm_desk", on=ON, **desk())
    assert (answer.possible, answer.module, answer.changes) == (True, "platform_freelance", ())


def test_why_not_the_sewing_desk_for_a_sewing_worker_elsewhere_is_the_region():
    worker = {"topics": ("unpaid_wages",), "industry": "sewing", "employment_type": "regular",
              "workplace_district": "gangnam"}
    answer = why_not_there(worker, "northeast.sewing_desk", on=ON, **desk())
    assert [(each.fact, each.would_be) for each in answer.changes] == [("workplace_region", "northeast")]
    assert answer.activate is None


def test_nothing_is_wrong_with_the_rules_and_no_two_modules_can_contradict_each_other():
    rulebook = desk()["rulebook"]
    regions = {row.district: row.region for row in Atlas.shipped().network.memberships}
    assert problems(rulebook) == ()
    assert conflicts(rulebook, regions=regions) == ()


def test_the_cores_own_rules_never_leave_a_case_to_a_person():
    core = Rulebook.of(Registry.load(core=core_module, entry_points=()))
    codes = {name: [option.code for option in options_of(FACTS[name])]
             for name in ("topics", "client_kind", "urgency", "employment_type")}
    for topic in codes["topics"]:
        for kind in codes["client_kind"]:
            for urgency in codes["urgency"]:
                facts = {"topics": (topic,), "client_kind": kind, "urgency": urgency, "workplace_district": "mapo"}
                for employment in ("regular", "platform", "artist", "unknown"):
                    found = route({**facts, "employment_type": employment}, **{**desk(), "rulebook": core}, on=ON)
                    assert found.decision.status == "routed", facts


def test_every_fact_has_a_label_and_every_code_a_title_in_korean():
    catalogue = words().catalogue.texts
    texts = [field.label for field in FACTS.values()]
    texts += [option.title for field in FACTS.values() for option in options_of(field)]
    assert [text for text in texts if text not in catalogue] == []


def test_a_suspended_module_is_not_called_one_that_is_not_active_here():
    rider = {"topics": ("discipline_dismissal",), "employment_type": "platform", "industry": "transport"}
    stopped = replace(desk()["activations"], suspended=frozenset({"platform_freelance"}))
    for district, sentence in (("gwanak", "운영자가"), ("songpa", "동남권에서는")):
        routed = route({**rider, "workplace_district": district}, on=ON, **{**desk(), "activations": stopped})
        (said,) = [text for text in told(routed, words())["reasons"] if "맡길 수 없습니다" in text]
        assert sentence in said
        kept = json.loads(json.dumps(receipt(routed)))
        assert not_there(replay(kept, desk()["rulebook"]), words()) == [said]
        outcome = "suspended" if district == "gwanak" else "inactive"
        (rule,) = [each for each in explain(routed.decision).rules if each.rule.id == "platform_freelance.account"]
        assert rule.outcome == outcome


def test_where_another_centre_than_the_hub_takes_the_case_the_reasons_say_why():
    found = go(topics=("unpaid_wages",), industry="sewing", workplace_district="jungnang")
    assert "동북권" in found["reasons"][0]
    assert "서울노동권익센터가 이어받았습니다" in found["reasons"][1]


def test_where_the_hub_is_open_the_reasons_say_nothing_of_centres():
    found = go(topics=("unpaid_wages",), industry="it", workplace_district="gangnam")
    assert not any("센터가" in reason or "거점" in reason for reason in found["reasons"])


def test_where_a_district_has_no_centre_the_reasons_say_so():
    found = go(topics=("unpaid_wages",), industry="retail", employment_type="regular", workplace_district="seocho")
    assert found["reasons"][1:] == ["그날 서초구에는 문을 연 센터가 없습니다."]


def test_an_employer_is_asked_for_no_district_because_1350_answers_wherever_they_are():
    found = go(client_kind="employer", topics=("employment_contract",))
    assert (found["status"], found["target"], found["ask"]) == ("routed", "core.employers", [])
    assert len(found["reasons"]) == 1
