"""Questions and answers for the tests of surveys."""

from collections.abc import Callable
from datetime import date

from gilmok.programmes.surveys.models import Survey
from gilmok.programmes.surveys.questions import Kind, Question, Words

ABOUT = {
    "programme": "C4", "title": "봉제 실태조사(가상)", "aim": "지어낸 조사",
    "asked": "봉제 노동자", "sampling": "편의 표집",
    "target": 50, "invited": None, "opens_on": date(2020, 1, 1), "closes_on": date(2099, 12, 31), "coded": False,
}
# `asking("senteojang", state=State.CLOSED, sheets=[…], coded=True)`
Maker = Callable[..., Survey]
WON = Words("원", "won")


def some(*names: str) -> tuple[Words, ...]:
    """Answers to choose from."""
    return tuple(Words(name, name.upper()) for name in names)


TRADE = Question("q1", Kind.ONE, Words("업종", "Trade"), options=some("봉제", "제화", "인쇄", "기타"), dimension=True)
AGE = Question("q2", Kind.ONE, Words("나이", "Age"), options=some("청년", "중년", "노년"), dimension=True)
CONTRACT = Question("q3", Kind.ONE, Words("근로계약서", "Written contract"), options=some("받음", "못 받음", "모름"))
PAY = Question("q4", Kind.NUMBER, Words("월급", "Monthly pay"), unit=WON, least=0, most=20_000_000)
HARD = Question("q5", Kind.SEVERAL, Words("어려운 점", "What is hard"), options=some("임금", "시간", "안전", "폭언"))
CONTENT = Question("q6", Kind.SCALE, Words("만족", "Content"))
WISH = Question("q7", Kind.TEXT, Words("바라는 점", "What you wish"))
ALL = (TRADE, AGE, CONTRACT, PAY, HARD, CONTENT, WISH)
