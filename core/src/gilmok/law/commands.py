"""`gilmok limit` and `gilmok law`: time limits and what changes in the law, without a database."""

import json
from datetime import date
from typing import Any

import click

from gilmok.ground import options
from gilmok.ground.clock import today
from gilmok.ground.i18n import Catalogue, core_catalogue
from gilmok.ground.i18n import _marked as _
from gilmok.law import watch
from gilmok.law.calendar import Calendar
from gilmok.law.limits import run
from gilmok.law.saying import Words
from gilmok.law.shipped import NoSuchRule, NotInForce, shipped
from gilmok.law.told import Teller

SUMMARY = _("%(rows)s rows of law, looked at %(days)s days ahead; %(unverified)s of them are not verified.")
language = click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language.")


def words_in(lang: str, more: Catalogue | None = None) -> Words:
    """The words of a language, for the command line; `more`: those of modules."""
    catalogue = core_catalogue()
    for text, korean in more.texts.items() if more else ():
        catalogue.texts.setdefault(text, korean)
    return Words.of(catalogue, lang)


def list_limits(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print every code with its name, and end."""
    if wanted:
        words = words_in(ctx.params.get("lang") or "ko")
        names = {each.code: words.field(each, "name") for each in shipped().limits}
        click.echo("\n".join(f"{code:<24} {name}" for code, name in names.items()))
        ctx.exit()


@click.command()
@click.argument("code", metavar="CODE")
@click.argument("day", metavar="DATE", type=options.day)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=list_limits, help="List the codes.")
@language
def limit(code: str, day: date, as_json: bool, lang: str) -> None:
    """Say when the time limit CODE ends that counts from DATE, and how that is computed."""
    try:
        row = shipped().limit(code.upper(), day)
    except NoSuchRule as error:
        raise click.UsageError(f"there is no time limit {code!r}; `gilmok limit --list` names them") from error
    except NotInForce as error:
        raise click.ClickException(f"{code} does not hold for {day}; see {error.about['instead']}") from error
    told = Teller(shipped(), words_in(lang)).limit(run(row, day, Calendar()))
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else "\n".join(lines_of(told)))


def lines_of(told: dict[str, Any]) -> list[str]:
    """A limit as lines of text."""
    return [
        f"{told['name']} ({told['code']})", f"  {told['event']}: {told['event_date']}", *answer_of(told),
        *(f"  - {step}" for step in told["steps"]),
        *(f"  {other['when']}: {other['safe_date']}" for other in told["others"]),
        *(f"  ✔ {each}" for each in told["stops"]), *(f"  ✘ {each}" for each in told["does_not_stop"]),
        f"  {told['note']}", f"  {told['basis']} · {told['source']} · {told['confidence']}",
    ]


def answer_of(told: dict[str, Any]) -> list[str]:
    """The line with the answer: the safe day, and the last one where it is another; none where there is no limit."""
    safe, last = told["starts_on"] or told["safe_date"], told["last_date"]
    if not safe:
        return []
    return [f"  → {safe}" + (f" (… {last})" if last != told["safe_date"] else "")]


@click.group()
def law() -> None:
    """The law as dated rows."""


@law.command()
@click.option("--on", type=options.day, help="The day from which to look ahead (default: today).")
@click.option("--days", type=click.IntRange(1, 3660), default=180, show_default=True, help="How far to look ahead.")
@click.option("--unverified", is_flag=True, help="Also list every row that nobody has compared with a text.")
@language
def check(on: date | None, days: int, unverified: bool, lang: str) -> None:
    """List what begins, ends or changes in the law within the next days, and what is pending."""
    book, words, first = shipped(), words_in(lang), on or today()
    found = list(watch.watched(book, first, days))
    doubts = list(watch.unverified(book))
    for each in [*found, *(doubts if unverified else [])]:
        click.echo(f"{str(each.on or '-'):<10}  {what_of(each, words)}: {words.sentence(each.said, {'day': each.on})}")
    click.echo(words.sentence(SUMMARY, {"rows": len(book.rows), "unverified": len(doubts), "days": days}))


def what_of(each: watch.Watched, words: Words) -> str:
    """What is watched, by its name."""
    name = "name" if hasattr(each.what, "name_ko") else "what"
    code = getattr(each.what, "code", "")
    return f"{words.field(each.what, name)}{f' ({code})' if code else ''}"
