"""Who answered a question, in the groups of a dimension: small groups are one group, so that each is five at least.

Who did not answer the dimension is a group, too. Without it, the difference between a table and the list of the same
question would be a table of those few.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gilmok.ground.hiding import hidden_in_list
from gilmok.programmes.surveys.questions import Kind, Question, Words

Answers = Sequence[Mapping[str, Any]]
NO_ANSWER = Words("무응답", "No answer", "未回答", "Không trả lời")


@dataclass(frozen=True)
class Group:
    """What the people of one group answered to a question."""

    label: Words
    answers: list[Any]


def counts_of(question: Question, given: Sequence[Any]) -> list[int]:
    """How often each of the answers to choose from was chosen."""
    chosen = [code for each in given for code in (each if question.kind is Kind.SEVERAL else (each,))]
    return [chosen.count(code) for code in question.codes]


def groups_of(question: Question, by: Question, answers: Answers) -> list[Group] | None:
    """The groups among those who answered the question; None where fewer than two can be told apart."""
    found = every_group(question, by, answers)
    alone = hidden_in_list(counts_of(by, given_to(by, answers)))
    hidden = None if alone is None else hidden_in_list(list(map(size, found)), alone)
    if alone is None or hidden is None:
        return None
    apart = [group for place, group in enumerate(found) if place not in hidden]
    shown = list(filter(size, [*apart, one_of(named(found, hidden, alone))]))
    return shown if len(shown) > 1 else None


def named(found: Sequence[Group], hidden: Collection[int], alone: Collection[int]) -> list[Group]:
    """Of the groups that are one the ones that it names. Those `alone` hidden in the dimension's own list are named
    though nobody of them answered this question: left out, they would tell so, and with it how many did not answer."""
    return [found[place] for place in sorted(hidden) if place in alone or found[place].answers]


def size(group: Group) -> int:
    """How many people are in a group."""
    return len(group.answers)


def given_to(question: Question, answers: Answers) -> list[Any]:
    """What was answered to a question, by those who did."""
    return [each[question.key] for each in answers if question.key in each]


def every_group(question: Question, by: Question, answers: Answers) -> list[Group]:
    """The groups of a dimension and who did not answer it, however small."""
    answered = [each for each in answers if question.key in each]
    every = [*zip(by.codes, by.choices, strict=True), (None, NO_ANSWER)]
    return [
        Group(label, [each[question.key] for each in answered if each.get(by.key) == code]) for code, label in every
    ]


def one_of(groups: Iterable[Group]) -> Group:
    """Several groups as one."""
    some = list(groups)
    return Group(joined([group.label for group in some]), [answer for group in some for answer in group.answers])


def joined(labels: Sequence[Words]) -> Words:
    """The words of several lines that are one."""
    return Words(*(" + ".join(each.say(language) for each in labels) for language in ("ko", "en", "zh", "vi")))
