"""Importing observed prices from a CSV file: all of it, or, where one says so, the lines that are right."""

from collections.abc import Iterable

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import Errors, GilmokError, _, as_csv, db, me, needs, once, vault
from gilmok_platform_freelance.permissions import IMPORT_PRICES
from gilmok_platform_freelance.prices import importing, queries, showing, words
from gilmok_platform_freelance.prices.schemas import EXPERIENCES, SOURCES

blueprint = Blueprint(
    "platform_freelance_price_import", "gilmok_platform_freelance", url_prefix="/prices/import",
    template_folder="templates",
)


@blueprint.get("/")
@needs(IMPORT_PRICES)
def show() -> ResponseReturnValue:
    """The form for a file, with the codes that it may hold."""
    return form("", {}, importing.Lines())


@blueprint.get("/empty.csv")
@needs(IMPORT_PRICES)
def empty() -> ResponseReturnValue:
    """A file with the names of the columns alone."""
    headers = {"Content-Disposition": 'attachment; filename="unit-prices-empty.csv"'}
    return Response(as_csv([importing.COLUMNS]), mimetype="text/csv", headers=headers)


@blueprint.post("/")
@once
@needs(IMPORT_PRICES)
def send() -> ResponseReturnValue:
    """Keep the lines. Where one is wrong, none is kept unless the form says that the right ones are to be."""
    text = text_sent()
    kinds = {each.code: each for each in queries.kinds(db(), active=True)}
    try:
        lines = importing.read_lines(text, kinds, words.regions())
    except GilmokError as error:
        return form(text, {"text": [error.sentence()]}, importing.Lines())
    if not may_be_kept(lines):
        return form(text, faults(lines), lines)
    tell(lines, *importing.keep(db(), lines, kinds, by=me(), vault=vault()))
    return redirect(url_for("platform_freelance_price_desk.index"), 303)


def text_sent() -> str:
    """The text of the file, or what was typed where none was chosen."""
    sent = request.files.get("file")
    return importing.text_of(sent.read()) if sent and sent.filename else request.form.get("text", "")


def may_be_kept(lines: importing.Lines) -> bool:
    """Whether there is something right, and nothing wrong but what the form says is to be left out."""
    return bool(lines.right) and (not lines.wrong or request.form.get("partly") == "yes")


def tell(lines: importing.Lines, kept: int, again: list[int]) -> None:
    """Say how many lines were kept, and which were not."""
    flash(_("%(kept)s lines are kept.", kept=kept), "success")
    if again:
        flash(_("Counted already and left out: line %(numbers)s", numbers=listed(again)), "warning")
    if lines.wrong:
        flash(_("Wrong and left out: line %(numbers)s", numbers=listed(lines.wrong)), "warning")


def listed(numbers: Iterable[int]) -> str:
    """The numbers of lines in a row."""
    return ", ".join(map(str, numbers))


def faults(lines: importing.Lines) -> Errors:
    """That nothing was kept, and why."""
    if not lines.wrong:
        return {"text": [_("There is no line with a price.")]}
    return {"text": [_("%(count)s lines are wrong. Nothing is kept yet: mend them below.", count=len(lines.wrong))]}


def form(text: str, errors: Errors, lines: importing.Lines) -> ResponseReturnValue:
    """The form with the file's text, and what is wrong with which line."""
    codes = {
        "kind": {each.code: showing.kind_title(each) for each in queries.kinds(db(), active=True)},
        "experience": {code: words.experiences()[code] for code in EXPERIENCES}, "region": words.regions(),
        "source": {code: words.sources()[code] for code in SOURCES},
    }
    return showing.page(
        "import", status=422 if errors else 200, text=text, errors=errors, wrong=lines.wrong, right=len(lines.right),
        codes=codes, columns=importing.COLUMNS,
    )
