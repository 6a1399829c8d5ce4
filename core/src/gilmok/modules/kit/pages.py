"""The pages that a module may not take down: the core's, for staff where it is switched on, and its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from gilmok.ground.access.models import Person
from gilmok.modules.kit.site import Address, Answer, Visit

# The first pages of the core, and what it shows of each case.
FRONT = "/welcome"  # what is for anybody stands there, wherever it is switched on
FIRST = ("/", "/beside", FRONT, "/cases/", "/cases/triage", "/intake/", "/law/", "/network/", "/modules/")
OF_A_CASE = ("", "/decision", "/clocks", "/documents", "/desk", "/sums")
# What a page of the core answers; 422: a calculator says what is wrong beside the field.
WELL = frozenset({200, 422})
# There is no such page for this person, or none any more.
SHUT = frozenset({403, 404})


@dataclass(frozen=True)
class Asked:
    """A page of the core, and who asks for it."""

    person: Person
    path: str


def core_pages(visit: Visit, cases: list[Any], sums: list[dict[str, Any]] | None = None) -> list[Asked]:
    """The pages of the core as somebody sees them where the module is switched on, and its cases; `sums`: worked
    examples of calculators, each on its page."""
    paths = [*FIRST, f"/modules/{visit.site.module.name}"]
    paths += [f"/law/calculators/{each['calculator']}?{urlencode(each['inputs'])}" for each in sums or ()]
    return [*(Asked(visit.at(visit.site.regions[0]), path) for path in paths), *pages_of(visit, cases)]


def pages_of(visit: Visit, cases: list[Any]) -> list[Asked]:
    """What the core shows of these cases, for somebody of the centre that has them."""
    return [Asked(visit.keeper(case), f"/cases/{case.number}{page}") for case in cases for page in OF_A_CASE]


def answer_to(visit: Visit, page: Asked) -> Answer:
    """What a page of the core answers."""
    return visit.ask(page.person, page.path)


def own_pages(visit: Visit, number: str, region: str) -> Iterator[tuple[Address, Person | None]]:
    """Every page of the module, each with somebody of this region who may open it."""
    for address in visit.site.addresses(number):
        yield address, visit.who_may(address.endpoint, region)
