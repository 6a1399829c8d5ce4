"""The addresses of casework: the list, the search, the pages of a case, and what is done to it (see `actions`)."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import today
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.names import name_spellings
from gilmok.ground.formats.phones import read_phone
from gilmok.ground.web.request import db, me, needs, vault
from gilmok.journey.case import actions, pages, queries
from gilmok.journey.case.models import Case
from gilmok.journey.case.numbers import meant
from gilmok.journey.case.showing import case_of, file_of, show_case, show_list, show_overview
from gilmok.modules.current import registry
from gilmok.network import queries as network

LONGEST_SEARCH = 100

blueprint = Blueprint("cases", __name__, template_folder="templates", url_prefix="/cases")


@blueprint.get("/")
@needs(Permission.SEE_CASES)
def index() -> ResponseReturnValue:
    """The case list."""
    return show_list()


@blueprint.post("/search")
@needs(Permission.SEE_CASES)
def search() -> ResponseReturnValue:
    """The case of a number or of its end, or the cases of one's centre whose person has exactly this name,
    however it is spaced, or this phone.

    A POST that answers with the hits, because what is searched for must not stand in an address.
    """
    typed = request.form.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    numbers = queries.known(db(), meant(typed, network.atlas(db()).districts, today()))
    if len(numbers) == 1:
        return redirect(url_for("cases.overview", number=numbers[0]), 303)
    rows = hits(typed) if typed else []
    log(db(), "cases_searched", cases=[row.case_id for row in rows])
    if len(rows) == 1:
        return redirect(url_for("cases.overview", number=rows[0].number), 303)
    names = {person.id: person.name for person in queries.staff(db(), me().centre_id or "")}
    lines = pages.lines_of(rows, names=names, vault=vault())
    return render_template("cases/search.html", lines=lines, asked=None, picks=False)


def hits(typed: str) -> list[Row[Any]]:
    """The newest cases of one's centre whose person has this name, however it is spaced, or this phone."""
    spelt = (queries.found(db(), name=name, phone=phone_in(typed), vault=vault()) for name in name_spellings(typed))
    found = {row.case_id: row for rows in spelt for row in rows}
    return [found[case] for case in sorted(found, reverse=True)][:queries.ROWS]


def phone_in(typed: str) -> str | None:
    """The digits of a phone number, if that is what was typed."""
    try:
        return read_phone(typed).digits
    except FormatError:
        return None


@blueprint.get("/<number>")
@needs(Permission.SEE_CASE, of=case_of)
def overview(case: Case) -> ResponseReturnValue:
    """What is known of a case."""
    return show_overview(case)


@blueprint.get("/<number>/history")
@needs(Permission.SEE_CASE, of=case_of)
def history(case: Case) -> ResponseReturnValue:
    """What happened to a case, the newest first."""
    file = file_of(case)
    names = {each.id: each.name for each in queries.staff(db(), case.centre_id)}
    own = case.centre_id == me().centre_id
    happened = pages.timeline(queries.history(db(), case.id), file, registry(), names, own=own)
    return show_case("cases/history.html", case, file=file, happened=happened)


for path, view in (
    ("/<number>/take", actions.take),
    ("/<number>/assign", actions.assign),
    ("/<number>/put-back", actions.put_back),
    ("/<number>/close", actions.close),
    ("/<number>/reopen", actions.reopen),
    ("/<number>/reveal", actions.reveal),
    ("/take", actions.take_several),
    ("/assign", actions.assign_several),
):
    blueprint.add_url_rule(path, view_func=view, methods=["POST"])
blueprint.add_url_rule("/<number>/close", view_func=actions.closing)
