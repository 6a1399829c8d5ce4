"""A condition as a sentence that reads aloud, for people who do not program: pages of modules and explanations.

Each language has a small grammar of its own, because Korean joins clauses at the end of the verb and English between.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from gilmok.ground.formats.dates import say_short
from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not, facts_of
from gilmok.modules.korean import with_particles
from gilmok.modules.simpler import HasOne, simpler

# How a label ends that asks; Korean ones may do without the mark.
ASKING = ("?", "나요", "까요", "가요")


@dataclass(frozen=True)
class FactWords:
    """What a fact and its values are called, in the language of the sentence."""

    label: str
    values: Mapping[Any, str] = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True)
class Grammar:
    """How a language says a condition. `{이/가}` is settled by the sound before it."""

    patterns: Mapping[str, str]
    truth: Mapping[bool, str]
    day: Callable[[date], str]
    always: str
    never: str
    group: str
    denied_group: str
    sentence: str
    # What follows each clause, by (joined by, denied): "and" and "or" between clauses, "end" after the last.
    endings: Mapping[tuple[str, bool], str]
    number: Callable[[int, str], str]
    label: Callable[[str], str]
    finish: Callable[[str], str] = str


def korean_day(day: date) -> str:
    """2026년 1월 2일."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def answer_to(pattern: str) -> Callable[[str], str]:
    """Makes of a label that asks the answer to it, so that the sentence can go on."""
    return lambda label: pattern.format(label) if label.endswith(ASKING) else label


KOREAN = Grammar(
    patterns={
        "is": "{fact}{{이/가}} {value}", "in": "{fact}{{이/가}} {value} 중 하나", "has": "{fact} 중 하나가 {value}",
        "has_one": "{fact} 중 하나가 {value} 가운데 하나",
        "at_least": "{fact}{{이/가}} {value} 이상", "at_most": "{fact}{{이/가}} {value} 이하",
        "between": "{fact}{{이/가}} {low} 이상 {high} 이하",
        "from": "{fact}{{이/가}} {value} 이후(그날 포함)", "until": "{fact}{{이/가}} {value} 이전(그날 포함)",
        "during": "{fact}{{이/가}} {low}부터 {high}까지의 날",
    },
    truth={True: "‘예’", False: "‘아니요’"},
    day=korean_day,
    always="언제나", never="결코 아닐 때", group="({})", denied_group="({})", sentence="{}",
    endings={
        ("and", False): "{이고/고}, ", ("or", False): "{이거나/거나}, ", ("end", False): "일 때",
        ("and", True): "{이/가} 아니고, ", ("or", True): "{이/가} 아니거나, ", ("end", True): "{이/가} 아닐 때",
        ("within", False): "인 경우", ("within", True): "{이/가} 아닌 경우",
    },
    number="{:,}{}".format,
    label=answer_to("‘{}’의 답"),
    finish=with_particles,
)
ENGLISH = Grammar(
    patterns={
        "is": "{fact} is{no} {value}", "in": "{fact} is{no} one of {value}", "has": "one of {fact} is{no} {value}",
        "has_one": "one of {fact} is{no} among {value}",
        "at_least": "{fact} is{no} {value} or more", "at_most": "{fact} is{no} {value} or less",
        "between": "{fact} is{no} from {low} to {high}",
        "from": "{fact} is{no} on or after {value}", "until": "{fact} is{no} on or before {value}",
        "during": "{fact} is{no} between {low} and {high}",
    },
    truth={True: "yes", False: "no"},
    day=partial(say_short, language="en"),
    always="always", never="never", group="({})", denied_group="it is not so that ({})", sentence="when {}",
    endings={
        ("and", False): ", and ", ("or", False): ", or ", ("end", False): "", ("within", False): "",
        ("and", True): ", and ", ("or", True): ", or ", ("end", True): "", ("within", True): "",
    },
    number="{:,} {}".format,
    label=answer_to("the answer to ‘{}’"),
)
PATTERN_NAMES: Mapping[type[Any], str] = {
    Is: "is", In: "in", Has: "has", HasOne: "has_one", AtLeast: "at_least", AtMost: "at_most", Between: "between",
}
DAY_PATTERNS = {"at_least": "from", "at_most": "until", "between": "during"}
VALUE_IN: Mapping[type[Any], str] = {In: "values", HasOne: "values", AtLeast: "bound", AtMost: "bound"}
GRAMMARS: Mapping[str, Grammar] = {"ko": KOREAN, "en": ENGLISH}


def describe(condition: Condition, facts: Mapping[str, FactWords], language: str) -> str:
    """The condition as one sentence: '업종이 봉제이고, 근무지 권역이 동북권일 때', 'when industry is sewing, and …'.

    `facts`: the words for each fact, in that language; a fact or value without words is shown as its code.
    """
    grammar = GRAMMARS[language]
    return grammar.finish(_Speaker(grammar, facts).sentence(simpler(condition)))


@dataclass(frozen=True)
class _Speaker:
    """One grammar and the words to say with it."""

    grammar: Grammar
    facts: Mapping[str, FactWords]

    def sentence(self, condition: Condition) -> str:
        """The whole condition."""
        if condition in (All(), AnyOf()):
            return self.grammar.always if condition == All() else self.grammar.never
        return self.grammar.sentence.format(self.clauses(condition, "end"))

    def clauses(self, condition: Condition, ending: str) -> str:
        """A condition with what follows it: its parts joined, the last one with this ending."""
        match condition:
            case All() if condition.conditions:
                return self.joined(condition.conditions, "and", ending)
            case AnyOf() if condition.conditions:
                return self.joined(condition.conditions, "or", ending)
            case _:
                return self.clause(condition, ending)

    def joined(self, parts: tuple[Condition, ...], by: str, ending: str) -> str:
        """Several conditions, one after the other."""
        return "".join(self.clause(part, by) for part in parts[:-1]) + self.clause(parts[-1], ending)

    def clause(self, condition: Condition, ending: str) -> str:
        """One clause; a group of conditions within a group goes in brackets, so that nothing is ambiguous."""
        denied, inner = affirmed(condition)
        if isinstance(inner, All | AnyOf):
            group = self.grammar.denied_group if denied else self.grammar.group
            said = group.format(self.clauses(inner, "within") if inner.conditions else self.sentence(inner))
        else:
            said = self.single(inner, denied)
        return said + self.grammar.endings[ending, denied]

    def single(self, condition: Condition, denied: bool) -> str:
        """A condition on one fact, without what follows it."""
        name, values = said_with(condition)
        (fact,) = facts_of(condition)
        words = self.facts.get(fact, FactWords(fact))
        told = {key: self.value(value, words) for key, value in values.items()}
        return self.grammar.patterns[name].format(
            fact=self.grammar.label(words.label), no=" not" if denied else "", **told,
        )

    def value(self, value: Any, words: FactWords) -> str:
        """A value in words; several in the order of their words, so that a sentence is the same each time."""
        if isinstance(value, frozenset):
            order = list(words.values)
            known = sorted(value, key=lambda each: (order.index(each) if each in order else len(order), str(each)))
            return ", ".join(self.value(each, words) for each in known)
        if isinstance(value, bool):
            return self.grammar.truth[value]
        if isinstance(value, date):
            return self.grammar.day(value)
        if isinstance(value, int):
            return self.grammar.number(value, words.unit).strip()
        return words.values.get(value, value)


def affirmed(condition: Condition) -> tuple[bool, Condition]:
    """Whether the condition is denied, and what is inside of all its `Not`s."""
    denied = False
    while isinstance(condition, Not):
        denied, condition = not denied, condition.condition
    return denied, condition


def said_with(condition: Condition) -> tuple[str, dict[str, Any]]:
    """Which pattern says a condition on one fact, and the values to fill in; days have patterns of their own."""
    name = PATTERN_NAMES[type(condition)]
    if isinstance(condition, Between):
        return DAY_PATTERNS[name] if isinstance(condition.low, date) else name, {
            "low": condition.low, "high": condition.high,
        }
    value = getattr(condition, VALUE_IN.get(type(condition), "value"))
    return DAY_PATTERNS.get(name, name) if isinstance(value, date) else name, {"value": value}
