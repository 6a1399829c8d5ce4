"""A rule is read aloud: in Korean with the right particles, in English, and never ambiguous."""

from datetime import date

import pytest

from gilmok.journey import core_module
from gilmok.modules.api import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not
from gilmok.modules.conditions import facts_of
from gilmok.modules.declarations import conditions_of
from gilmok.modules.describe import FactWords, describe
from gilmok.modules.korean import with_particles
from gilmok.modules.registry import Registry
from gilmok.modules.words import fact_words
from gilmok.network.atlas import Atlas

KO = {
    "industry": FactWords("업종", {"shoes": "수제화", "sewing": "봉제", "it": "IT"}),
    "topics": FactWords("상담 주제", {"wages": "임금체불"}),
    "x.cellar": FactWords("작업장이 지하인가요?"),
    "x.pieces": FactWords("월 작업량", unit="개"),
}
EN = {
    "industry": FactWords("industry", {"shoes": "handmade shoes", "sewing": "sewing", "it": "IT"}),
    "topics": FactWords("topics", {"wages": "unpaid wages"}),
    "x.cellar": FactWords("Is the workshop in a cellar?"),
    "x.pieces": FactWords("pieces a month", unit="pieces"),
}
SEWING = Is("industry", "sewing")
WAGES = Has("topics", "wages")


@pytest.mark.parametrize(
    ("condition", "korean", "english"),
    [
        (SEWING, "업종이 봉제일 때", "when industry is sewing"),
        (Not(SEWING), "업종이 봉제가 아닐 때", "when industry is not sewing"),
        (Not(Not(SEWING)), "업종이 봉제일 때", "when industry is sewing"),
        (In("industry", {"sewing", "shoes"}), "업종이 수제화, 봉제 중 하나일 때",
         "when industry is one of handmade shoes, sewing"),
        (All(SEWING, WAGES), "업종이 봉제고, 상담 주제 중 하나가 임금체불일 때",
         "when industry is sewing, and one of topics is unpaid wages"),
        (AnyOf(WAGES, Is("industry", "it")), "상담 주제 중 하나가 임금체불이거나, 업종이 IT일 때",
         "when one of topics is unpaid wages, or industry is IT"),
        (Is("x.cellar", True), "‘작업장이 지하인가요?’의 답이 ‘예’일 때",
         "when the answer to ‘Is the workshop in a cellar?’ is yes"),
        (AtLeast("x.pieces", 1200), "월 작업량이 1,200개 이상일 때", "when pieces a month is 1,200 pieces or more"),
        (AtMost("x.pieces", 3), "월 작업량이 3개 이하일 때", "when pieces a month is 3 pieces or less"),
        (Between("x.pieces", 1, 2), "월 작업량이 1개 이상 2개 이하일 때",
         "when pieces a month is from 1 pieces to 2 pieces"),
        (AtLeast("day", date(2026, 1, 2)), "day가 2026년 1월 2일 이후(그날 포함)일 때",
         "when day is on or after 2 Jan 2026"),
        (AtMost("day", date(2026, 1, 2)), "day가 2026년 1월 2일 이전(그날 포함)일 때",
         "when day is on or before 2 Jan 2026"),
        (All(), "언제나", "always"),
        (AnyOf(WAGES, Has("topics", "hours")), "상담 주제 중 하나가 임금체불, hours 가운데 하나일 때",
         "when one of topics is among unpaid wages, hours"),
        (All(SEWING, AnyOf(WAGES, Has("topics", "hours"))),
         "업종이 봉제고, 상담 주제 중 하나가 임금체불, hours 가운데 하나일 때",
         "when industry is sewing, and one of topics is among unpaid wages, hours"),
        (All(SEWING, All(WAGES)), "업종이 봉제고, 상담 주제 중 하나가 임금체불일 때",
         "when industry is sewing, and one of topics is unpaid wages"),
        (All(SEWING, AnyOf(WAGES, Is("industry", "it"))),
         "업종이 봉제고, (상담 주제 중 하나가 임금체불이거나, 업종이 IT인 경우)일 때",
         "when industry is sewing, and (one of topics is unpaid wages, or industry is IT)"),
        (Not(AnyOf(SEWING, WAGES)), "(업종이 봉제거나, 상담 주제 중 하나가 임금체불인 경우)가 아닐 때",
         "when it is not so that (industry is sewing, or one of topics is unpaid wages)"),
    ],
)
def test_a_condition_reads_aloud(condition: Condition, korean: str, english: str) -> None:
    assert describe(condition, KO, "ko") == korean
    assert describe(condition, EN, "en") == english


def test_a_fact_without_words_is_shown_as_its_code() -> None:
    assert describe(Is("colour", "red"), {}, "en") == "when colour is red"


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("봉제{이/가}", "봉제가"), ("음악{이/가}", "음악이"), ("IT{이/가}", "IT가"), ("PM{이/가}", "PM이"),
        ("3{이/가}", "3이"), ("5{이/가}", "5가"), ("‘예’{이고/고}", "‘예’고"), ("(동북권){은/는}", "(동북권)은"),
        ("{이/가}", "가"),
    ],
)
def test_a_particle_follows_the_sound_before_it(text: str, settled: str) -> None:
    assert with_particles(text) == settled


def test_every_fact_of_a_condition_has_its_words_those_that_are_asked_later_too() -> None:
    registry = Registry.load(core=core_module)
    words = fact_words(registry, Atlas.shipped(), "ko", str)
    conditions = [when for each in registry.modules.values() for _where, when in conditions_of(each)]
    named = {fact for when in conditions for fact in facts_of(when)}
    assert "occupational_safety.happened" in named
    assert named - words.keys() == set()
