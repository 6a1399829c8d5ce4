"""The installation that pages are measured on: a database of its own with staff, and many cases with sealed names.

The rows are copied in directly, because taking that many cases in would be a benchmark of its own; but they are what
`take_in` stores: every name, phone and story is sealed with a key of its case.
"""

import base64
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine, insert, make_url, text

from gilmok.ground import config
from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person
from gilmok.ground.clock import SEOUL
from gilmok.ground.crypto import Vault
from gilmok.ground.db import JOB, Base, Database, embedded, engine_of, migrate
from gilmok.ground.installation import Installation, installation
from gilmok.journey.case.numbers import new_number
from gilmok.journey.case.sealed import owner, seal_client, seal_texts
from gilmok.network.atlas import Atlas
from gilmok.network.service import load

VAR = Path(__file__).parents[1] / "var" / "bench"
KEY = base64.b64encode(bytes(range(32))).decode()
CENTRES = ("gwanak", "jungnang", "gangseo", "guro", "nowon", "seongdong", "gangdong", "eunpyeong")
COLLEAGUES = 12
STAGES = ("waiting", "counselling", "counselling", "triage", "closed", "closed", "closed", "closed")
TOPICS = ("unpaid_wages", "unpaid_wages", "discipline_dismissal", "industrial_accident", "harassment", "severance_pay")
SURNAMES, GIVEN = "김이박최정강조윤장임", ("민준", "서연", "도윤", "하은", "지후", "수아", "건우", "지안")
STORY = "가게가 문을 닫으면서 석 달 치 임금을 받지 못했습니다. 사장은 전화를 받지 않습니다. " * 6
FACTS = {
    "client_kind": "worker", "topics": ["unpaid_wages", "severance_pay"], "employment_type": "daily",
    "industry": "sewing", "workplace_size": "1_4", "home_district": "gwanak", "workplace_district": "guro",
    "channel": "phone", "age_band": "50s", "gender": "female", "urgency": "normal", "language": "ko",
    "still_employed": False, "event_date": {"date": "2026-03-02"}, "anonymous": False,
}
CLOSED = {"close_reason": None, "closed_at": None}
BATCH = 2000
Row = dict[str, Any]
END = datetime(2026, 11, 1, 9, tzinfo=UTC)


def house(cases: int) -> Installation:
    """An installation with this many cases, made anew; the database server stops when this process ends."""
    settings = config.read_all({"secret_key": KEY, "field_key": KEY, "index_key": KEY})
    server = make_url(embedded.start(VAR)).set(drivername="postgresql+psycopg")
    url = server.set(database=f"bench_{cases}").render_as_string(hide_password=False)
    make_database(server.render_as_string(hide_password=False), f"bench_{cases}")
    pages = embedded.for_application(url)
    migrate.upgrade(url, application=pages)
    installed = installation(settings, pages, Database(engine_of(pages, pool_size=1)), owner_url=url)
    with installed.database.session(JOB) as session:
        load(session, Atlas.shipped())
        session.commit()
        people = staff(session)
        session.commit()
    fill(installed, cases, people)
    return installed


def make_database(server: str, name: str) -> None:
    """An empty database of this name."""
    admin = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))


def staff(session: Any) -> dict[str, list[int]]:
    """Counsellors of each centre, by their ids; the first of 관악 is `sangdam`."""
    people: dict[str, list[int]] = {}
    for centre in CENTRES:
        for number in range(COLLEAGUES):
            login = "sangdam" if centre == CENTRES[0] and not number else f"{centre}{number}"
            person = make_person(
                session, login, password=login, name=f"{SURNAMES[number % 10]}상담{number}", role=Role.COUNSELLOR,
                centre=centre,
            )
            people.setdefault(centre, []).append(person.id)
    return people


def fill(installed: Installation, cases: int, people: dict[str, list[int]]) -> None:
    """Store the cases, some thousand at a time, as a job would."""
    draw = random.Random(cases)
    for first in range(1, cases + 1, BATCH):
        rows: dict[str, list[Row]] = defaultdict(list)
        for case_id in range(first, min(first + BATCH, cases + 1)):
            for table, row in rows_of(case_id, cases, draw, people, installed.vault):
                rows[table].append(row)
        with installed.database.session(JOB) as session:
            for table, several in rows.items():
                session.execute(insert(Base.metadata.tables[table]), several)
            session.commit()
    owner = create_engine(installed.owner_url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with owner.connect() as connection:
        connection.execute(text("SELECT setval(pg_get_serial_sequence('case_file', 'id'), :last)"), {"last": cases})
        connection.execute(text("VACUUM ANALYZE"))


def rows_of(
    case_id: int, cases: int, draw: random.Random, people: dict[str, list[int]], vault: Vault
) -> Iterator[tuple[str, Row]]:
    """The rows of one case by table; case after case a little later, all within one year."""
    centre, stage = draw.choice(CENTRES), draw.choice(STAGES)
    by = draw.choice(people[centre])
    handler = by if stage in ("counselling", "closed") else None
    at = END - timedelta(days=365) * ((cases - case_id) / cases)
    person: Row = {"name": draw.choice(SURNAMES) + draw.choice(GIVEN), "phone": f"010{draw.randrange(10**8):08}",
              "birth_year": draw.randint(1950, 2005)}
    key, wrapped = vault.make_key(owner(case_id))
    closed = {"close_reason": "advised", "closed_at": at} if stage == "closed" else CLOSED
    topic = draw.choice(TOPICS)
    yield "case_file", {
        "id": case_id, "number": f"{new_number(centre, at.date())[:8]}{case_id:06}",
        "centre_id": centre, "intake_centre_id": centre,
        "taken_in_by_id": by, "handler_id": handler, "received_at": at, "received_on": at.astimezone(SEOUL).date(),
        "stage": stage, "topic": topic, "region": "southwest", "target": None,
        "urgency": draw.choice(("normal", "normal", "normal", "soon")), "anonymous": False, "facts": FACTS,
        "version": 1, **closed,
    }
    of_case = {"case_id": case_id}
    yield "case_grant", {
        **of_case, "centre_id": centre, "status": stage, "handler_id": handler, "created": at, "topic": topic,
    }
    yield "case_key", {**of_case, "wrapped": wrapped}
    yield "client", seal_client(case_id, person, key=key, vault=vault)
    yield "case_text", seal_texts(case_id, narrative=STORY, answers="", key=key)
    yield "case_event", {**of_case, "at": at, "person_id": by, "kind": "taken_in", "about": {}}
    for kind in ("identity", "sharing"):
        yield "consent", {**of_case, "kind": kind, "given": True, "text_version": "2026-11", "text_hash": "",
                          "channel": "phone", "at": at, "person_id": by}
