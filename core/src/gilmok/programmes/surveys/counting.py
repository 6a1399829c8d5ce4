"""Tables from answers: counted, grouped by a dimension, and with small cells hidden. Pure.

Every table of a survey is made from the same answers in the same way, so that two of them never show what one hides:
the lines that a list hides are one line wherever they are counted by something, who did not answer the dimension is a
group like any other, and a pair of dimensions has one table, whichever of the two stands above.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from gilmok.ground.hiding import SMALLEST, hidden_in_list, is_small
from gilmok.programmes.surveys.crossing import crossed, turned
from gilmok.programmes.surveys.groups import counts_of, given_to, groups_of
from gilmok.programmes.surveys.questions import Kind, Question, Words
from gilmok.programmes.surveys.spread import figures
from gilmok.programmes.surveys.tables import COUNTS, NOTHING, NUMBERS, Row, Table, made

Answers = Sequence[Mapping[str, Any]]
ALL = Words("전체", "All", "全部", "Tất cả")


def tables_of(questions: Sequence[Question], answers: Answers) -> Iterator[Table]:
    """Each question counted, and then by each dimension."""
    for question in questions:
        if question.kind is not Kind.TEXT:
            yield listed(question, answers)
            dimensions = [each for each in questions if each.dimension and each.key != question.key]
            yield from (by_dimension(questions, question, by, answers) for by in dimensions)


def listed(question: Question, answers: Answers) -> Table:
    """How often each answer was given, or what the numbers are."""
    given = given_to(question, answers)
    if question.kind is Kind.NUMBER:
        row = Row(ALL, figures(given))
        return made(question, len(given), [row], kind=NUMBERS if row.cells[0] else NOTHING)
    counts = counts_of(question, given)
    hidden = hidden_several(counts, len(given)) if question.kind is Kind.SEVERAL else hidden_in_list(counts)
    if hidden is None or len(given) < SMALLEST:
        return made(question, len(given))
    return made(question, len(given), rows_of(question, counts, hidden), kind=COUNTS)


def rows_of(question: Question, counts: Sequence[int], hidden: Collection[int]) -> list[Row]:
    """A line for each answer to choose from, the hidden ones empty."""
    cells = [None if place in hidden else count for place, count in enumerate(counts)]
    return [Row(label, (cell,)) for label, cell in zip(question.choices, cells, strict=True)]


def hidden_several(counts: Sequence[int], answered: int) -> frozenset[int] | None:
    """The hidden answers where several may be chosen: few who chose it, or few who did not.

    They add up to nothing that is known; but everybody chose one at least, so that a single hidden answer could be
    bounded by the others. Another one is hidden with it then.
    """
    places = range(len(counts))
    hidden = {place for place in places if is_small(counts[place]) or is_small(answered - counts[place])}
    shown = sorted(set(places) - hidden, key=counts.__getitem__)
    if len(hidden) != 1 or sum(map(counts.__getitem__, shown)) >= answered:
        return frozenset(hidden)
    others = list(filter(counts.__getitem__, shown))
    return frozenset({*hidden, others[0]}) if others else None


def by_dimension(questions: Sequence[Question], question: Question, by: Question, answers: Answers) -> Table:
    """A question's answers by those to a dimension."""
    if question.dimension and questions.index(question) > questions.index(by):
        return turned(crossed(by, question, answers), question, by)
    if question.kind is not Kind.NUMBER:
        return crossed(question, by, answers)
    groups = groups_of(question, by, answers) or []
    rows = [Row(group.label, figures(group.answers)) for group in groups]
    return made(question, len(given_to(question, answers)), rows, by=by, kind=NUMBERS if rows else NOTHING)
