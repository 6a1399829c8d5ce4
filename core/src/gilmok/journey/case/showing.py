"""Rendering the pages of cases, for the views that only show and for the actions whose form comes back."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import g, render_template, request, url_for

from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.i18n import _, titled
from gilmok.ground.web.request import db, me, vault
from gilmok.journey.case import counting, pages, queries, titles, words
from gilmok.journey.case.agreed import agreed
from gilmok.journey.case.file import CaseFile, answers, case_file, opened, texts, with_file
from gilmok.journey.case.lists import NOBODY, VIEW_TITLES, VIEWS_OF_ANY_STAGE, Asked, Sort, View
from gilmok.journey.case.models import Case
from gilmok.journey.case.schemas import asked_of
from gilmok.journey.case.service import HELD
from gilmok.journey.case.stages import FOLLOWS, STAGE_TITLES, Stage
from gilmok.journey.case.tabs import case_tabs
from gilmok.journey.case.titles import TOPIC_TITLES
from gilmok.modules import slots
from gilmok.modules.current import registry
from gilmok.modules.parts import CaseInView, SlotPlace
from gilmok.modules.registry import Registry

Errors = dict[str, list[str]]
Answer = tuple[str, int]
ENDS = frozenset(stage for stage, following in FOLLOWS.items() if Stage.CLOSED in following)
# What may be done to a case, by the name of the action: the permission, and the stages in which it makes sense.
OFFERS: dict[str, tuple[Permission, frozenset[Stage]]] = {
    "take": (Permission.TAKE_CASE, frozenset({Stage.WAITING})),
    "assign": (Permission.ASSIGN_CASE, HELD),
    "put_back": (Permission.PUT_BACK_CASE, frozenset({Stage.COUNSELLING})),
    "close": (Permission.CLOSE_CASE, ENDS),
    "reopen": (Permission.REOPEN_CASE, frozenset({Stage.CLOSED})),
    "override": (Permission.OVERRIDE_DECISION, frozenset({Stage.WAITING, Stage.COUNSELLING})),
    "sort": (Permission.SORT_TRIAGE, frozenset({Stage.TRIAGE})),
    "send_on": (Permission.SEND_ON, HELD),
    "reveal": (Permission.REVEAL_PERSON, frozenset(Stage)),
}


def case_of(number: str) -> Case:
    """The case that an address names; raises NotFound."""
    if request.method != "GET":
        return queries.by_number(db(), number)
    case, beside = with_file(db(), number)
    g.beside = {case.id: beside}
    return case


def case_in_view(number: str) -> CaseInView:
    """What a module is told of the case that an address names; raises NotFound."""
    return told_to_modules(case_of(number))


def told_to_modules(case: Case) -> CaseInView:
    """What a module is told of a case."""
    return CaseInView(
        id=case.id, number=case.number, centre_id=case.centre_id, handler_id=case.handler_id, region=case.region,
        received_on=case.received_on, target=case.target, facts=case.facts, answer=partial(answer_in, case),
    )


def answer_in(case: Case, question: str) -> str:
    """What was answered to a free-text question of the module with whose desk a case lies; empty where nothing was, and
    for questions of anybody else."""
    if Registry.module_of(question) != Registry.module_of(case.target or ""):
        return ""
    said = answers(file_of(case)).get(question)
    return said if isinstance(said, str) else ""


def file_of(case: Case) -> CaseFile:
    """What every page of the case shows beside it; a request that changes nothing has read it with the case."""
    beside = g.get("beside", {}).get(case.id)
    return case_file(db(), case, vault()) if beside is None else opened(case, beside, vault())


def offers(case: Case) -> frozenset[str]:
    """What the person of this request can do to the case as it is now."""
    person = me()
    return frozenset(
        name for name, (permission, stages) in OFFERS.items() if case.stage in stages and may(person, permission, case)
    )


def usual_view() -> View:
    """The view that one sees first: a manager all cases, others their own."""
    return View.ALL if me().role == "manager" else View.MINE


def show_list(errors: Errors | None = None) -> Answer:
    """The case list that the address asks for, with one row in the access log for all that it shows."""
    asked, wrong = asked_of(request, usual_view())
    wrong |= errors or {}
    staff = queries.staff(db(), me().centre_id or "")
    page = queries.page(db(), asked)
    counts, matching = counting.counts(db(), asked)
    log(db(), "case_list_seen", cases=[row.case_id for row in page.rows], view=asked.view)
    names = {person.id: person.name for person in staff}
    pick = pages.pickable(me())
    lines = pages.lines_of(page.rows, names=names, vault=vault(), pick=pick)
    return render_template(
        "cases/list.html", asked=asked, errors=wrong, lines=lines, matching=matching, page=page,
        tabs=list_tabs(asked, counts), chips=chips_of(asked, names), typed=request.args, Sort=Sort,
        any_stage=asked.view in VIEWS_OF_ANY_STAGE, options=filter_options(staff),
        picks=any(line.pick for line in lines), here=asked.address(after=asked.after, before=asked.before),
    ), 422 if wrong else 200


def filter_options(staff: Sequence[Any]) -> dict[str, Any]:
    """What can be chosen in each filter, code and word; stages and topics are looked up where they are rendered. People
    who left are not offered."""
    colleagues = tuple((str(each.id), each.name) for each in staff if each.active)
    return {
        "stage": partial(titled, STAGE_TITLES), "topic": partial(titled, TOPIC_TITLES),
        "handler": (*colleagues, (str(NOBODY), _("nobody yet"))), "colleagues": colleagues,
    }


def list_tabs(asked: Asked, counts: Any) -> list[tuple[str, str, str, bool]]:
    """The saved views: title, address, count in words, whether it is this one."""
    return [
        (title, url_for("cases.index", view=view), words.count_title(counts[View(view)]), view == asked.view)
        for view, title in titled(VIEW_TITLES)
    ]


def chips_of(asked: Asked, names: dict[int, str]) -> list[tuple[str, str]]:
    """The filters that are on, each in words with the address of the list without it."""
    return [
        (words.filter_title(name, value, names), url_for("cases.index", **asked.without(name)))
        for name, value in vars(asked.filters).items() if value is not None
    ]


def show_case(template: str, case: Case, *, status: int = 200, **values: Any) -> Answer:
    """A page of a case: identity bar and tabs around it; `file` may be given where it was read already."""
    file: CaseFile = values.pop("file", None) or file_of(case)
    log(db(), "case_seen", cases=[case.id], page=request.endpoint or "")
    return render_template(
        template, case=case, file=file, offers=offers(case), tabs=case_tabs(case),
        words=words, titles=titles, registry=registry(), **{"errors": {}, **values},
    ), status


def show_overview(case: Case, *, errors: Errors | None = None, revealed: bool = False) -> Answer:
    """The first page of a case; `revealed`: with the person in full."""
    file = file_of(case)
    narrative, answered = texts(file, registry())
    can = offers(case)
    colleagues = queries.staff(db(), case.centre_id) if "assign" in can else []
    return show_case(
        "cases/overview.html", case, status=422 if errors else 200, file=file, narrative=narrative, answers=answered,
        told=words.told({**case.facts, **file.later.known}, registry()),
        consents=agreed(case), revealed=revealed,
        colleagues=[(each.id, each.name) for each in colleagues if each.active], errors=errors or {},
        of_module=slots.shown(SlotPlace.CASE_OVERVIEW, case.target, told_to_modules(case)),
    )
