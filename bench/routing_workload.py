"""The routing workload: rules over 12 facts and random cases of labour counselling, the same on every machine.

`rules(200)` and `cases(10_000)` are what the published figures speak of. Each rule has a rank; the reference answer
to a case is the rule of the highest rank that holds, found by looking at every rule in turn.
"""

import random
import zlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from gilmok.modules.api import AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not

DISTRICTS = [
    "종로구", "중구", "용산구", "성동구", "광진구", "동대문구", "중랑구", "성북구", "강북구", "도봉구",
    "노원구", "은평구", "서대문구", "마포구", "양천구", "강서구", "구로구", "금천구", "영등포구", "동작구",
    "관악구", "서초구", "강남구", "송파구", "강동구",
]
HOMES = [*DISTRICTS, "경기도", "인천시", "기타"]
TOPICS = [
    "임금체불", "해고", "산업재해", "직장내괴롭힘", "퇴직금", "근로계약", "최저임금", "휴가", "노동시간",
    "성희롱", "노동조합", "실업급여", "모성보호", "프리랜서",
]
EMPLOYMENT = [
    "정규직", "계약직", "일용직", "단시간", "파견", "용역", "특수고용", "플랫폼",
]
INDUSTRIES = [
    "제조", "건설", "음식숙박", "도소매", "운수", "정보통신", "금융", "교육", "보건복지", "청소경비", "봉제",
    "배달", "가사", "공공", "문화예술", "기타",
]
LANGUAGES = [
    "ko", "en", "zh", "vi", "uz", "mn", "ne", "th",
]
OFFERS = [
    "interp", "lawyer", "psych", "night", "mobile", "labor_atty", "youth", "senior",
]
FACTS = (
    "topic", "district_work", "district_home", "employment", "industry", "size", "modules", "date", "urgency",
    "language", "anonymous", "days_since",
)
TOPIC_WEIGHTS = (30, 18, 8, 12, 12, 5, 6, 4, 6, 3, 2, 5, 3, 4)
KINDS = ("local",) * 12 + ("topic",) * 36 + ("topicdist",) * 24 + ("lang",) * 8 + ("urgent",) * 12 + ("any",) * 8
RANKS = {"local": 300, "topic": 500, "any": 550, "topicdist": 600, "lang": 700, "urgent": 800}
# What the reference gives for 200 rules and 10,000 cases.
CHECKSUM = 1978654749


class Rule(NamedTuple):
    """A rule of the workload: its id, its rank among all, the group that the rank comes from, where it leads."""

    id: str
    rank: int
    group: int
    target: str
    conditions: tuple[Condition, ...]


Maker = Callable[[], Condition]


def extra_conditions(chance: random.Random) -> list[Maker]:
    """The conditions that rules are made of, each drawn anew."""
    def some(values: list[str], least: int, most: int) -> list[str]:
        return sorted(chance.sample(values, chance.randint(least, most)))

    def months() -> Condition:
        month = chance.randint(1, 9)
        return Between("date", 20260000 + month * 100 + 1, 20260000 + (month + 3) * 100 + 28)

    return [
        lambda: In("employment", some(EMPLOYMENT, 2, 4)),
        lambda: In("industry", some(INDUSTRIES, 2, 6)),
        lambda: AtLeast("size", chance.choice([5, 10, 30, 50, 100])),
        lambda: AtMost("size", chance.choice([4, 29, 49, 299])),
        lambda: Has("modules", chance.choice(OFFERS)),
        months,
        lambda: AtLeast("urgency", chance.choice([1, 2, 3])),
        lambda: Not(In("language", ["ko"])),
        lambda: Is("anonymous", chance.random() < 0.5),
        lambda: AtMost("days_since", chance.choice([7, 30, 90, 365, 1095])),
        lambda: Between("days_since", *chance.choice([[60, 90], [0, 14], [91, 365], [900, 1095]])),
        lambda: In("district_home", some(HOMES, 3, 8)),
    ]


class Drawing:
    """Draws the conditions of rules by kind."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.extra = extra_conditions(self.chance)

    def more(self, makers: list[Maker], count: int) -> list[Condition]:
        """Conditions of so many of the makers, each of another one."""
        return [make() for make in self.chance.sample(makers, count)]

    def local(self, number: int) -> list[Condition]:
        """A rule of a district; the first ones are each district's own and ask nothing else."""
        if number < len(DISTRICTS):
            return [Is("district_work", DISTRICTS[number])]
        return [Is("district_work", self.chance.choice(DISTRICTS)), *self.more(self.extra, 2)]

    def topic(self, number: int) -> list[Condition]:
        """A rule of one to three topics."""
        topics = In("topic", self.chance.sample(TOPICS, self.chance.randint(1, 3)))
        return [topics, *self.more(self.extra, self.chance.randint(2, 4))]

    def topicdist(self, number: int) -> list[Condition]:
        """A rule of a topic in some districts."""
        topic = Is("topic", self.chance.choice(TOPICS))
        where = In("district_work", self.chance.sample(DISTRICTS, self.chance.randint(2, 6)))
        return [topic, where, *self.more(self.extra, self.chance.randint(1, 3))]

    def lang(self, number: int) -> list[Condition]:
        """A rule of languages where an interpreter is."""
        languages = In("language", self.chance.sample(LANGUAGES[1:], self.chance.randint(1, 4)))
        return [languages, Has("modules", "interp"), *self.more(self.extra, self.chance.randint(0, 2))]

    def urgent(self, number: int) -> list[Condition]:
        """A rule of what cannot wait."""
        topics = In("topic", self.chance.sample(TOPICS, 3))
        return [AtLeast("urgency", 2), topics, self.extra[10](), *self.more(self.extra[:6], 1)]

    def any(self, number: int) -> list[Condition]:
        """A rule with a choice."""
        topics = In("topic", self.chance.sample(TOPICS, 4))
        choice = AnyOf(Is("anonymous", True), self.extra[9](), In("district_home", ["기타", "인천시"]))
        return [topics, choice, *self.more(self.extra[:5], 1)]


def rules(count: int = 200, seed: int = 7) -> list[Rule]:
    """The rules, the highest rank first; the last one always holds."""
    drawing = Drawing(seed)
    found = []
    for number in range(count - 1):
        kind = KINDS[number % len(KINDS)] if number >= len(DISTRICTS) else "local"
        conditions = getattr(drawing, kind)(number)
        group = 100 if number < len(DISTRICTS) else RANKS[kind]
        target = f"center-{drawing.chance.randint(1, 26):02d}"
        found.append(Rule(f"R{number:04d}", group * 10000 - number, group, target, tuple(conditions)))
    found.append(Rule("R9999", 0, 0, "center-00", (AtLeast("urgency", 0),)))
    return sorted(found, key=lambda rule: -rule.rank)


def cases(count: int = 10_000, seed: int = 11) -> list[dict[str, Any]]:
    """The cases."""
    chance = random.Random(seed)
    offered = {district: tuple(sorted(chance.sample(OFFERS, chance.randint(2, 6)))) for district in DISTRICTS}
    return [one_case(chance, offered) for _number in range(count)]


def one_case(chance: random.Random, offered: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """One case; the order of the draws is part of the workload."""
    work = chance.choice(DISTRICTS)
    return {
        "topic": chance.choices(TOPICS, TOPIC_WEIGHTS)[0], "district_work": work,
        "district_home": work if chance.random() < 0.4 else chance.choice(HOMES),
        "employment": chance.choices(EMPLOYMENT, [30, 20, 10, 15, 6, 6, 8, 5])[0],
        "industry": chance.choice(INDUSTRIES), "size": int(min(3000, chance.lognormvariate(2.6, 1.4))) + 1,
        "modules": offered[work], "date": 20260000 + chance.randint(1, 12) * 100 + chance.randint(1, 28),
        "urgency": chance.choices([0, 1, 2, 3], [50, 30, 15, 5])[0],
        "language": chance.choices(LANGUAGES, [80, 4, 6, 3, 2, 2, 2, 1])[0],
        "anonymous": chance.random() < 0.15, "days_since": int(min(1500, chance.expovariate(1 / 120))),
    }


PLAINLY: dict[type, Callable[[Any, dict[str, Any]], bool]] = {
    Is: lambda each, case: bool(case[each.fact] == each.value),
    In: lambda each, case: case[each.fact] in each.values,
    Has: lambda each, case: each.value in case[each.fact],
    AtLeast: lambda each, case: bool(case[each.fact] >= each.bound),
    AtMost: lambda each, case: bool(case[each.fact] <= each.bound),
    Between: lambda each, case: bool(each.low <= case[each.fact] <= each.high),
    Not: lambda each, case: not holds(each.condition, case),
    AnyOf: lambda each, case: any(holds(part, case) for part in each.conditions),
}


def holds(condition: Condition, case: dict[str, Any]) -> bool:
    """Whether a condition holds, in the plainest way; nothing is ever missing in a case."""
    return PLAINLY[type(condition)](condition, case)


def reference(found: list[Rule], case: dict[str, Any]) -> str:
    """The id of the first rule that holds, found by looking at each."""
    return next(rule.id for rule in found if all(holds(condition, case) for condition in rule.conditions))


def checksum(answers: Iterable[Any]) -> int:
    """A number that stands for all answers."""
    return zlib.crc32(repr(list(answers)).encode())
