"""What happens when something of a module fails: each of its functions raises in turn, each of its conditions cannot be
judged, its letters have no text. The core's pages answer, its own say whose fault it is, and no case goes blindly."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from gilmok.modules.at_desk import at
from gilmok.modules.conditions import All, AtLeast, Condition
from gilmok.modules.demo import fill
from gilmok.modules.erasing import erase
from gilmok.modules.kit.pages import WELL, Asked, answer_to, core_pages, own_pages
from gilmok.modules.kit.replaced import Replaced, changed
from gilmok.modules.kit.site import PLACES, SERVER_FAULT, Answer, Visit
from gilmok.modules.things import RoutingRule

TRIAGE = "triage"
NOWHERE = Path("/nowhere")


def taken_down(visit: Visit, sums: list[dict[str, Any]]) -> Iterator[str]:
    """What fails with something of the module that should go on without it, a line each."""
    visit.switch(*visit.site.regions)
    cases = [visit.take_in(facts) for facts in visit.site.own_cases.values()]
    fallen: dict[str, list[str]] = {}
    for page in core_pages(visit, cases, sums):
        for name in core_page_down(visit, page):
            fallen.setdefault(name, []).append(page.path)
    yield from (f"{name} raises, and takes down {', '.join(paths)}" for name, paths in fallen.items())
    yield from own_pages_down(visit, cases[0].number if cases else "1")
    yield from sent_blindly(visit)
    for case in cases:
        yield from unsaid(visit, case)
    yield from unnoticed(visit)


def core_page_down(visit: Visit, page: Asked) -> Iterator[str]:
    """The names of the functions with which a page of the core fails."""
    for function in asked_by(visit, page.person, page.path, "GET"):
        with function.raising():
            answer = answer_to(visit, page)
        if answer.status not in WELL:
            yield function.name


def own_pages_down(visit: Visit, number: str) -> Iterator[str]:
    """That a page of the module that fails does not say whose fault it is."""
    for address, person in own_pages(visit, number, visit.site.regions[0]):
        if not visit.site.is_gated(address):
            continue  # it is told with what other regions see
        view = visit.site.functions.views[address.endpoint]
        asked = asked_by(visit, person, address.path, "GET") if address.method == "GET" else []
        for function in dict.fromkeys((view, *asked)):
            with function.raising():
                answer = visit.ask(person, address.path, address.method)
            if function.asked and not well_said(answer, visit.site.titles):
                yield f"{function.name} raises, and {address} is no error page that names the module: it {answer.said}"


def asked_by(visit: Visit, person: Any, path: str, method: str) -> list[Replaced]:
    """The functions that a page asks; none of a page that does not answer well by itself, which is told elsewhere."""
    functions = visit.site.functions.all()
    for each in functions:
        each.asked = False
    answer = visit.ask(person, path, method)
    return [each for each in functions if each.asked] if answer.status < SERVER_FAULT else []


def well_said(answer: Answer, titles: tuple[str, str]) -> bool:
    """Whether a page went on without what failed, or says in the site's layout which module failed, by its title."""
    named = "<html" in answer.text and any(each in answer.text for each in titles)
    return not answer.error and (answer.status < SERVER_FAULT or named)


def sent_blindly(visit: Visit) -> Iterator[str]:
    """That a rule which cannot be judged sends a case elsewhere, where a person should decide."""
    examples = {each.get("example_of"): each["facts"] for each in visit.site.examples}
    for rule in visit.site.module.rules:
        if rule.id in examples:
            yield from sent_without(visit, rule, examples[rule.id])


def sent_without(visit: Visit, rule: RoutingRule, facts: Any) -> Iterator[str]:
    """That the example of a rule goes elsewhere without a person when the rule cannot be judged."""
    site = visit.site
    others = (each for each in site.module.rules if each is not rule)
    rules = (*others, replace(rule, when=failing(rule.when, facts)))
    broken = changed(site.registry, replace(site.registry.modules[site.module.name], rules=rules))
    sound, (target, stage) = visit.destination(facts, site.registry), visit.destination(facts, broken)
    if stage != TRIAGE and target != sound[0]:
        yield f"rule {rule.id} cannot be judged, and its example goes to {target} without a person"


def failing(when: Condition | None, facts: Any) -> Condition:
    """A condition that looks at the same and cannot be judged: a district has no order."""
    place = next((each for each in PLACES if each in facts), PLACES[0])
    broken = AtLeast(place, 3)
    return All(when, broken) if when is not None else broken


def unsaid(visit: Visit, case: Any) -> Iterator[str]:
    """That a time limit which cannot be computed is silently absent, or a letter without a text takes a page down."""
    site = visit.site
    module = site.registry.modules[site.module.name]
    limits = tuple(replace(each, when=failing(None, case.facts)) for each in module.limits)
    site.app.extensions["registry"] = changed(site.registry, replace(module, limits=limits, folder=NOWHERE))
    yield from limits_unsaid(visit, case)
    for letter in at(module.letters, case.target):
        answer = visit.ask(visit.keeper(case), f"/cases/{case.number}/documents/{letter.id}/preview")
        if answer.status not in WELL:
            yield f"letter {letter.id} cannot be made, and its page {answer.said}"
    site.app.extensions["registry"] = site.registry


def limits_unsaid(visit: Visit, case: Any) -> Iterator[str]:
    """The time limits of the case's desk that its page does not name."""
    page = visit.ask(visit.keeper(case), f"/cases/{case.number}/clocks")
    for limit in at(visit.site.module.limits, case.target):
        if page.status not in WELL or limit.name_ko not in page.text:
            yield f"time limit {limit.code} cannot be computed, and its page does not say so: it {page.said}"


def unnoticed(visit: Visit) -> Iterator[str]:
    """That a demonstration, or what erases at night, fails and nobody is told."""
    site = visit.site
    for each in site.module.tables:
        for place in each.demo:
            with site.functions.places[place].raising():
                told = " ".join(fill(site.registry, visit.demo()))
            yield from [] if place in told else [f"{place} raises, and `gilmok run --demo` does not say so"]
        for place in each.erase:
            with site.functions.places[place].raising():
                told = " ".join(erase(site.registry, visit.database))
            yield from [] if place in told else [f"{place} raises, and the job that erases does not fail"]
