"""What becomes of a module's data and pages as it is switched on, off and on again; what other regions see of it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import text

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission
from gilmok.ground.db import JOB
from gilmok.ground.db.tables import own_tables
from gilmok.ground.web.request import permission_of
from gilmok.modules.demo import fill
from gilmok.modules.erasing import erase
from gilmok.modules.kit.pages import FIRST, FRONT, SHUT, WELL, answer_to, core_pages, own_pages, pages_of
from gilmok.modules.kit.site import SERVER_FAULT, Address, Visit
from gilmok.modules.kit.tables import tables_of
from gilmok.network.atlas import Atlas

# They note that somebody looked, or what is switched on.
NOTES = frozenset({"access_log", "module_activation"})


def unopened(visit: Visit, sums: list[dict[str, Any]]) -> Iterator[str]:
    """Pages that do not answer where the module is switched on, and something is stored."""
    cases = with_data(visit)
    for each in visit.site.functions.all():
        each.fault = ""
    for page in core_pages(visit, cases, sums):
        answer = answer_to(visit, page)
        if answer.status not in WELL:
            yield f"{page.path} {answer.said}"
    for address, status in answers(visit, number_of(cases)).items():
        if status >= SERVER_FAULT:
            yield f"{address} answers {status}"
    erase(visit.site.registry, visit.database)
    yield from (f"{each.name} raises {each.fault}" for each in visit.site.functions.all() if each.fault)


def lost(visit: Visit) -> Iterator[str]:
    """What is lost when the module is switched off and on again, with cases at its desks and its tables filled."""
    cases = with_data(visit)
    number = number_of(cases)
    before, rows, counts = answers(visit, number), contents(visit), numbers(visit)
    visit.switch(*visit.site.regions, on=False)
    yield from shut_while_off(visit, cases, before)
    visit.switch(*visit.site.regions)
    for address, status in answers(visit, number).items():
        if status != before[address]:
            yield f"on again, {address} answers {status}, not {before[address]}"
    there = contents(visit)
    yield from (f"a row of {table} is gone or changed" for table, kept in rows.items() if kept - there[table])
    yield from (f"{table} has fewer rows" for table, count in numbers(visit).items() if count < counts[table])
    yield from led_elsewhere(visit)


def shut_while_off(visit: Visit, cases: list[Any], before: dict[Address, int]) -> Iterator[str]:
    """Pages of running cases that do not answer while the module is off, and pages of its own that fail then."""
    for page in pages_of(visit, cases):
        answer = answer_to(visit, page)
        if answer.status not in WELL:
            yield f"while it is off, {page.path} {answer.said}"
    for address, status in answers(visit, number_of(cases)).items():
        if status >= SERVER_FAULT > before[address]:
            yield f"while it is off, {address} answers {status}"


def led_elsewhere(visit: Visit) -> Iterator[str]:
    """Cases that do not come to the module's desks as they should."""
    for desk, facts in visit.site.own_cases.items():
        target, _stage = visit.destination(facts, visit.site.registry)
        if target != desk:
            yield f"a case like one at {desk} goes to {target} now"


def with_data(visit: Visit) -> list[Any]:
    """Switch it on, take in a case for each of its desks, and let the demonstration fill its tables: the cases."""
    visit.switch(*visit.site.regions)
    cases = [visit.take_in(facts) for facts in visit.site.own_cases.values()]
    list(fill(visit.site.registry, visit.demo()))
    return cases


def number_of(cases: list[Any]) -> str:
    """The number of the first case, or one that nobody has."""
    return cases[0].number if cases else "GWAN-26-AAAAAA"


def answers(visit: Visit, number: str) -> dict[Address, int]:
    """What each page of the module answers to who may open it."""
    pages = own_pages(visit, number, visit.site.regions[0])
    return {address: visit.ask(person, address.path).status for address, person in pages if address.method == "GET"}


def contents(visit: Visit) -> dict[str, set[str]]:
    """Every row of the module's tables."""
    with visit.database.session(JOB) as session:
        return {
            each.name: set(session.execute(text(f"SELECT t::text FROM {each.name} t")).scalars())
            for each in tables_of(visit.site.module)
        }


def numbers(visit: Visit) -> dict[str, int]:
    """How many rows each table of the core has, but for what notes that somebody looked."""
    core = sorted(own_tables("gilmok") - NOTES)
    counts = ", ".join(f"(SELECT count(*) FROM {each})" for each in core)
    with visit.database.session(JOB) as session:
        return dict(zip(core, session.execute(text(f"SELECT {counts}")).one(), strict=True))


def made_twice(visit: Visit) -> Iterator[str]:
    """What is wrong with what fills the tables for the demonstration: it fails, or adds more each time."""
    visit.switch(*visit.site.regions)
    yield from fill(visit.site.registry, visit.demo())
    once = contents(visit)
    yield from fill(visit.site.registry, visit.demo())
    yield from (f"the demonstration adds to {table} each time it is made" for table, rows in contents(visit).items()
                if len(rows) > len(once[table]))


def seen_elsewhere(visit: Visit) -> Iterator[str]:
    """What somebody of a region where it is not switched on gets of it."""
    home, *_more = visit.site.regions
    visit.switch(home)
    elsewhere = next(each for each in Atlas.shipped().regions if each != home)
    for address, person in own_pages(visit, number_of([]), elsewhere):
        if not visit.site.is_gated(address):
            yield f"{address} stands behind no gate: it is there wherever the module is installed"
        elif person:
            yield from opened_by(visit, address, person)
    for path in set(FIRST) - {FRONT}:
        if f"/m/{visit.site.module.name}/" in visit.ask(visit.at(elsewhere), path).text:
            yield f"{path} leads to its pages in another region"


def opened_by(visit: Visit, address: Address, person: Person) -> Iterator[str]:
    """That somebody of a centre where it is not switched on gets an answer from a page for staff."""
    if is_for_a_centre(visit, address, person):
        answer = visit.ask(person, address.path, address.method)
        if answer.status not in SHUT:
            yield f"{address} {answer.said} in another region, for a {person.role}"


def is_for_a_centre(visit: Visit, address: Address, person: Person) -> bool:
    """Whether a page is for staff, and this person works at a centre: what is for anybody or the city is open to them
    while the module is switched on anywhere."""
    permission = permission_of(visit.site.app.view_functions[address.endpoint])
    return permission is not Permission.PUBLIC and person.centre_id is not None
