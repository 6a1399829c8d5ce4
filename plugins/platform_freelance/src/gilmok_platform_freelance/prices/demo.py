"""Made-up kinds of work and prices for the demonstration, with two published versions and a draft."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from gilmok.modules.site import Demo, ViewerSession, today
from gilmok_platform_freelance.prices import collecting, queries, releasing
from gilmok_platform_freelance.prices.models import PriceRelease
from gilmok_platform_freelance.prices.schemas import EXPERIENCES

OFFICIAL, REVIEWER, DESKS = "city", "nodong0", ("gwanak1", "jungnang1")
COLUMNS = ("code", "field_ko", "field_en", "name_ko", "name_en", "unit_ko", "unit_en")
# The last: about what is paid in this made-up world, and how many were seen of it.
KINDS = (
    ("web-page", "디자인(가상)", "Design (made up)", "웹페이지 디자인", "Web page design", "쪽", "page", 150_000, 24),
    ("illustration", "디자인(가상)", "Design (made up)", "삽화", "Illustration", "점", "piece", 200_000, 16),
    ("card-news", "디자인(가상)", "Design (made up)", "카드뉴스", "Card news", "점", "piece", 60_000, 4),
    ("icon", "디자인(가상)", "Design (made up)", "아이콘", "Icon", "점", "piece", 40_000, 3),
    ("translation", "글·번역(가상)", "Writing (made up)", "영한 번역", "English to Korean", "낱말", "word", 70, 13),
    ("video", "영상(가상)", "Video (made up)", "영상 편집", "Video editing", "분", "minute", 80_000, 11),
    ("lecture", "강의(가상)", "Lecture (made up)", "직무 강의", "Lecture", "시간", "hour", 100_000, 4),
)
SAID = {
    "fence": 3, "least": 5, "givers": 3,
    "sample_ko": "가상의 자료입니다. 두 센터의 상담과 설문에서 모은 것처럼 만들었으며 실제 단가가 아닙니다.",
    "sample_en": "This is made up: as if from counselling and surveys of two centres. These are no real prices.",
}


def make(demo: Demo) -> None:
    """Fill the tables for the demonstration, where nothing is there."""
    chance = Random(4)
    with demo.session(OFFICIAL) as session:
        if queries.kinds(session):
            return
        for row in KINDS:
            words = dict(zip(COLUMNS, row, strict=False))
            collecting.make_kind(session, {**words, "active": True}, by=demo.people[OFFICIAL])
        session.commit()
    for share, change in ((0.7, ""), (0.3, "두 번째 조사 자료를 더했습니다(가상).")):
        observed(demo, chance, share)
        published(demo, change)
    with demo.session(OFFICIAL) as session:
        draft(demo, session)
        session.commit()


def observed(demo: Demo, chance: Random, share: float) -> None:
    """Prices that nobody was paid, noted at both desks."""
    for desk in DESKS:
        by = demo.people[desk]
        with demo.session(desk) as session:
            for code, values in made_up(chance, share / len(DESKS)):
                giver = collecting.giver_of(demo.vault, "", by=by)
                collecting.observe(session, values, queries.kind_of(session, code), by=by, giver=giver)
            session.commit()


def made_up(chance: Random, share: float) -> Iterator[tuple[str, dict[str, Any]]]:
    """Some prices of each kind."""
    for code, *_words, price, count in KINDS:
        for _number in range(round(count * share)):
            won = max(10, round(price * chance.lognormvariate(0, 0.25), -1 if price < 1000 else -3))
            yield code, {
                "won": won, "quantity": 1, "month": month_before(chance.randint(0, 11)),
                "experience": chance.choices(EXPERIENCES, (45, 40, 12, 3))[0], "region": "anywhere",
                "source": chance.choice(("contract", "survey", "counselling")), "evidence": chance.random() < 0.6,
            }


def month_before(count: int) -> date:
    """The first day of the month so many months ago."""
    months = today().year * 12 + today().month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def draft(demo: Demo, session: ViewerSession) -> PriceRelease:
    """A draft of the last twelve months."""
    period = {"first": month_before(11), "last": month_before(0)}
    return releasing.compute(session, SAID | period, by=demo.people[OFFICIAL])


def published(demo: Demo, change: str) -> None:
    """A version: worked out by the official, reviewed by the manager of the centre that stands for the hubs."""
    with demo.session(OFFICIAL) as session:
        key = draft(demo, session).id
        session.commit()
    said = {"verdict": "reviewed", "review": "가상의 자료로 산정 과정을 확인했습니다."}
    with demo.session(REVIEWER) as session:
        releasing.review(session, queries.release(session, key), said, by=demo.people[REVIEWER], version=1)
        session.commit()
    with demo.session(OFFICIAL) as session:
        releasing.publish(session, queries.release(session, key), change, by=demo.people[OFFICIAL], version=2)
        session.commit()
