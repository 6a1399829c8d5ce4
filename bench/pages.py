"""c1, c2, d1, e, S11: what a page costs, against the floor. python bench/pages.py [--cases 10000] [--more 100000]

A request is handed to the application as a server hands it on, without a network. Its cost is the CPU time of this
process and of the database's process behind it. The floor serves the same bytes: that is checked first.
"""

import argparse
import difflib
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import floor_app
import floor_pages
import page_house
from measure import Meter, Visitor, medians
from sqlalchemy import Engine, insert
from unguarded import unguarded

from gilmok.app import create_app
from gilmok.ground.db import engine_of
from gilmok.ground.installation import Installation

LIST = "/cases/?view=all"
FILTERED = "/cases/?view=all&stage=counselling&topic=unpaid_wages"
NAME = "김상담0"
FORM: Mapping[str, str | list[str]] = {
    "client_kind": "worker", "topics.main": "unpaid_wages", "employment_type": "daily", "industry": "sewing",
    "workplace_size": "1_4", "workplace_district": "gwanak", "home_district": "gwanak", "channel": "phone",
    "event_date": "2026-03-02", "urgency": "normal", "language": "ko", "name": "홍길동",
    "narrative": page_house.STORY, "consent.identity": "yes", "consent.sharing": "yes",
}
TITLES = {
    "list": "c1 case list, 50 rows", "filtered": "c1 case list, 50 rows, two filters", "case": "c2 case page",
    "created": "d1 a case taken in", "guards, list": "S11 case list with walls, log, sealed fields",
    "guards, case": "S11 case page with walls, log, sealed fields",
}
GOALS = {"list": 2, "filtered": 2, "case": 2.5, "created": 2.5, "guards, list": 1.4, "guards, case": 1.4, "e": 1.15}
Cost = tuple[float, float]


@dataclass
class Site:
    """An application with someone logged in, and the numbers of the cases on the first page of the list."""

    installed: Installation
    visitor: Visitor
    numbers: list[str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases there are")
    parser.add_argument("--more", type=int, default=0, help="compare with as many, for row e")
    parser.add_argument("--rounds", type=int, default=15)
    wanted = parser.parse_args()
    ours = site(page_house.house(wanted.cases))
    print(f"{f'CPU of a request, with {wanted.cases:,} cases':<52}{'floor':>9}{'ours':>9}  ratio    goal")
    print_pages(ours, wanted.rounds)
    print_guards(ours, wanted.rounds)
    if wanted.more:
        print_growth(ours, site(page_house.house(wanted.more)), wanted)


def site(installed: Installation) -> Site:
    """The application with `sangdam` logged in."""
    visitor = log_in(Visitor(create_app(installed)))
    return Site(installed, visitor, floor_pages.NUMBER.findall(visitor.get(LIST)))


def log_in(visitor: Visitor) -> Visitor:
    """The visitor, logged in as the first counsellor."""
    visitor.post("/login", {**keys_of(visitor.get("/login")), "login": "sangdam", "password": "sangdam"})
    assert visitor.location == "/", "the login failed"
    return visitor


def keys_of(page: str) -> dict[str, str]:
    """The keys that the page's forms carry."""
    found = floor_pages.TOKEN.search(page)
    assert found, f"a page without a form: {page[:300]}"
    return {"csrf_token": found[0], "form_key": str(uuid4())}


def print_pages(ours: Site, rounds: int) -> None:
    """c1, c2 and d1."""
    for name, path in (("list", LIST), ("filtered", FILTERED)):
        floor = floor_of(ours, path)
        check(floor.visitor.get("/cases/"), ours.visitor.get(path))
        print_row(name, medians(lists(floor, ours, path), meter(ours, floor.engine), rounds=rounds))
    for number in floor.numbers:
        check(floor.visitor.get(f"/cases/{number}"), ours.visitor.get(f"/cases/{number}"))
    pages = {"floor": turning(floor.visitor, floor.numbers), "ours": turning(ours.visitor, floor.numbers)}
    print_row("case", medians(pages, meter(ours, floor.engine), rounds=rounds))

    created = {"floor": taking_in(floor.visitor, {}, "/cases/"), "ours": intake(ours.visitor)}
    print_row("created", medians(created, meter(ours, floor.engine), rounds=rounds))


def lists(floor: "Floor", ours: Site, path: str) -> dict[str, Any]:
    """The calls that ask for a list."""
    return {"floor": lambda: floor.visitor.get("/cases/"), "ours": lambda: ours.visitor.get(path)}


def check(there: str, here: str) -> None:
    """Raise AssertionError unless both pages are the same; it says where they are not."""
    pages = (floor_pages.bare(page).splitlines() for page in (there, here))
    other = list(difflib.unified_diff(*pages, "floor", "ours", n=0, lineterm=""))
    assert not other, "the floor serves other bytes:\n" + "\n".join(other[:10])


def meter(ours: Site, *others: Engine) -> Meter:
    """What reads the CPU time of this process and of these databases' processes."""
    return Meter(ours.installed.database.bind, *others)


def turning(visitor: Visitor, numbers: list[str]) -> Any:
    """A call that asks for one case page after the other."""
    following = itertools.cycle(numbers)
    return lambda: visitor.get(f"/cases/{next(following)}")


def taking_in(visitor: Visitor, keys: Mapping[str, str], path: str) -> Any:
    """A call that sends the form of a new case, each of another person. The cookies stay as they are: a browser shows
    what the answer before had to say and forgets it, so no message waits there when the next form is sent."""
    numbers, cookies = itertools.count(20_000_000), dict(visitor.cookies)

    def send() -> None:
        visitor.cookies = dict(cookies)
        phone = f"010-{next(numbers) // 10000:04}-{next(numbers) % 10000:04}"
        visitor.post(path or f"/intake/{uuid4()}", {**FORM, **keys, "phone": phone, "form_key": str(uuid4())})
        assert visitor.status.startswith("303"), f"not taken in: {visitor.status}"
    return send


def intake(visitor: Visitor) -> Any:
    """A call that takes in a case through the intake page."""
    return taking_in(visitor, keys_of(visitor.get(LIST)), "")


@dataclass
class Floor:
    """The floor, on a connection of its own, and the numbers of the cases of which it has pages."""

    engine: Engine
    visitor: Visitor
    numbers: list[str]


def floor_of(ours: Site, path: str) -> Floor:
    """The floor, made anew to serve this list and the pages of cases."""
    page = ours.visitor.get(path)
    of_list = floor_pages.of_list(page, NAME)
    of_cases = floor_pages.of_cases({each: ours.visitor.get(f"/cases/{each}") for each in ours.numbers}, NAME)
    engine = engine_of(ours.installed.owner_url, pool_size=1)
    floor_app.metadata.drop_all(engine)
    floor_app.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(floor_app.people), {"id": 1, "name": NAME})
        numbers = floor_pages.NUMBER.findall(page)
        connection.execute(insert(floor_app.cases), list(rows_of(numbers, of_list.rows, of_cases.rows)))
    visitor = Visitor(floor_app.floor_app(engine, {"list": of_list.template, "case": of_cases.template}))
    visitor.get("/login")
    return Floor(engine, visitor, list(of_cases.rows))


def rows_of(numbers: list[str], lines: Mapping[str, Any], cases: Mapping[str, Any]) -> Any:
    """The floor's rows: those of its list, and those of its case pages that are not in it."""
    for place, number in enumerate(dict.fromkeys([*numbers, *cases])):
        listed = lines.get(number)
        yield {"id": 1000 - place, "number": number, "centre": "gwanak" if listed else "elsewhere",
               **(listed or {"shape": None, "words": None}), **cases.get(number, {"narrative": None, "told": None})}


def print_guards(ours: Site, rounds: int) -> None:
    """S11: the same pages without the guards."""
    engine = engine_of(ours.installed.owner_url, pool_size=1)
    bare = log_in(Visitor(create_app(unguarded(ours.installed, engine))))
    ours.visitor.get(LIST)  # says what was done before, once
    assert floor_pages.bare(bare.get(LIST)) == floor_pages.bare(ours.visitor.get(LIST)), "not the same page"
    asked = {"list": (lambda: bare.get(LIST), lambda: ours.visitor.get(LIST)),
             "case": (turning(bare, ours.numbers), turning(ours.visitor, ours.numbers))}
    for name, (without, guarded) in asked.items():
        cost = medians({"floor": without, "ours": guarded}, meter(ours, engine), rounds=rounds)
        print_row(f"guards, {name}", cost)


def print_growth(few: Site, many: Site, wanted: argparse.Namespace) -> None:
    """e: the same pages with more cases."""
    asked = {"list": (lambda: few.visitor.get(LIST), lambda: many.visitor.get(LIST)),
             "case": (turning(few.visitor, few.numbers), turning(many.visitor, many.numbers)),
             "taking in": (intake(few.visitor), intake(many.visitor))}
    for name, (with_few, with_many) in asked.items():
        cost = medians({"floor": with_few, "ours": with_many}, meter(few, many.installed.database.bind),
                       rounds=wanted.rounds)
        print_row("e", cost, f"e {name}: {wanted.cases:,} and {wanted.more:,} cases")


def print_row(name: str, cost: Mapping[str, Cost], title: str = "") -> None:
    """One line of the table: milliseconds of CPU, here and in the database together."""
    floor, ours = sum(cost["floor"]), sum(cost["ours"])
    goal = GOALS[name]
    met = "" if ours / floor <= goal else "  not met"
    print(f"{title or TITLES[name]:<52}{floor * 1e3:>6.2f} ms{ours * 1e3:>6.2f} ms  × {ours / floor:<5.2f}"
          f"  ≤ × {goal}{met}   (database {cost['floor'][1] * 1e3:.2f} and {cost['ours'][1] * 1e3:.2f})")


if __name__ == "__main__":
    main()
