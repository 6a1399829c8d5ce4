"""`gilmok modules` and `gilmok activation`: what is installed, whether it fits together, and what is switched on.

`modules list`, `check` and `doctor` need no database.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from gilmok.ground import options
from gilmok.ground.clock import today
from gilmok.modules import service
from gilmok.modules.activation import Activations
from gilmok.modules.activation_file import WrongActivations
from gilmok.modules.api import API_VERSION
from gilmok.modules.doubts import doubts
from gilmok.modules.loaded import Failure
from gilmok.modules.mounting import trial
from gilmok.modules.planning import Change, ChangeKind, changes, needed, problems
from gilmok.modules.queries import activations as current
from gilmok.modules.registry import Registry
from gilmok.modules.things import Activation
from gilmok.modules.tools import Tools, colliding_where_active
from gilmok.modules.writing import Wanted, write_package
from gilmok.network.atlas import Atlas
from gilmok.network.queries import atlas

SIGNS = {ChangeKind.NEW: "+", ChangeKind.CHANGED: "~", ChangeKind.SAME: "="}
strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 if anything is wrong.")
file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


def tools(context: click.Context) -> Tools:
    """What the rooms above have put into the command's context."""
    return context.obj if isinstance(context.obj, Tools) else Tools()


@click.group()
def modules() -> None:
    """The modules that are installed."""


@modules.command("list")
@click.pass_context
def list_modules(context: click.Context) -> None:
    """List what is installed, and what could not be loaded."""
    registry = tools(context).load()
    click.echo("\n".join(table([HEAD, *(row_of(registry, name) for name in registry.modules)])))
    for failure in registry.failures:
        click.echo(f"not loaded: {told(failure)}", err=True)


HEAD = ("module", "version", "distribution", "programmes", "targets", "rules", "fields")


def row_of(registry: Registry, name: str) -> tuple[str, ...]:
    """One module in the list."""
    module = registry.modules[name]
    counts = (str(len(each)) for each in (module.targets, module.rules, module.fields))
    return name, module.version or "-", module.distribution or "-", ",".join(module.info.programmes) or "-", *counts


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns aligned."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def told(failure: Failure) -> str:
    """A failure in one line: what, whose, where, why."""
    return f"{failure.entry_point} ({failure.distribution or 'no distribution'}), {failure.stage}: {failure.error}"


@modules.command("new")
@click.argument("name")
@click.option("--title", help="What it is called in English; left out: the name.")
@click.option("--title-ko", help="What it is called in Korean; left out: the English title.")
@click.option("--region", default="downtown", show_default=True, help="The region of its desk.")
@click.option("--industry", default="food_lodging", show_default=True, help="The industry of those who come to it.")
@click.option("--into", type=click.Path(path_type=Path), help="The folder to make; left out: gilmok-NAME here.")
def new_module(
    name: str, title: str | None, title_ko: str | None, region: str, industry: str, into: Path | None
) -> None:
    """Write a package for a module NAME that passes its own tests: a desk, a rule, a question, to be changed."""
    title = title or name.replace("_", " ").capitalize()
    wanted = Wanted(name=name, title=title, title_ko=title_ko or title, region=region, industry=industry)
    if found := wanted.problems():
        raise click.UsageError("\n  ".join(["no module was written.", *found]))
    folder = into or Path(f"gilmok-{name.replace('_', '-')}")
    try:
        written = write_package(folder, wanted)
    except FileExistsError as error:
        raise click.ClickException(f"{folder} is there already, and nothing was written") from error
    click.echo("\n".join(map(str, written)))
    click.echo(f"\nNext, in {folder}:  pip install --no-deps -e . && pytest && gilmok modules doctor")


@modules.command()
@strict_option
@click.pass_context
def check(context: click.Context, strict: bool) -> None:
    """Say what cannot be loaded, and which rules of different modules can disagree."""
    registry = tools(context).load()
    found = [f"not loaded: {told(failure)}" for failure in registry.failures]
    found += [f"can disagree: {each.sentence}" for each in tools(context).collisions(registry)]
    finish(context, found, strict, f"{len(registry.modules)} modules, {len(registry.rules)} rules: nothing to say")


@modules.command()
@strict_option
@click.pass_context
def doctor(context: click.Context, strict: bool) -> None:
    """Say why a module was not loaded, with the place in its code, and what of the others is probably not meant so."""
    registry = tools(context).load()
    found = [f"{told(failure)}\n{failure.detail}".rstrip() for failure in registry.failures]
    found += [told(failure) for failure in trial(registry)]
    found += doubts(registry)
    finish(context, found, strict, f"{len(registry.modules)} modules loaded, API {API_VERSION}: all well")


def finish(context: click.Context, found: list[str], strict: bool, otherwise: str) -> None:
    """Say what was found, or that nothing was; with `strict`, findings are exit status 1."""
    for each in found:
        click.echo(each, err=True)
    if not found:
        click.echo(otherwise)
    context.exit(1 if strict and found else 0)


@click.group()
def activation() -> None:
    """What is switched on, where and since when."""


@activation.command()
@file_argument
@click.pass_context
def plan(context: click.Context, file: Path) -> None:
    """Say what the file would change, which rules could then disagree, and which cases would have gone elsewhere."""
    asked = tools(context)
    registry = asked.load()
    with asked.session() as session:
        rows = read(file, registry, atlas(session))
        now = current(session, registry)
        then = now.with_rows(rows)
        lines = [said(change) for change in changes(now, rows)]
        lines += new_collisions(asked, registry, now, then)
        lines += [f"would have gone elsewhere: {line}" for line in asked.moved(session, now, then)]
    click.echo("\n".join(lines))


@activation.command("apply")
@file_argument
@click.option("--note", default="", help="Why; kept with the rows.")
@click.pass_context
def apply_file(context: click.Context, file: Path, note: str) -> None:
    """Add the rows of the file that say something new; they hold at once in every process."""
    registry = tools(context).load()
    with tools(context).session() as session:
        rows = read(file, registry, atlas(session))
        new = needed(current(session, registry), rows)
        if not new:
            click.echo("nothing new: all of this is so already")
            return
        version = service.apply(session, new, by=None, note=note)
        session.commit()
    click.echo(f"{len(new)} of {len(rows)} rows added; this is version {version}")


@activation.command()
@click.option("--on", "day", type=options.day, help="As of this day; left out: today.")
@click.option("--toml", is_flag=True, help="As a file for `apply`, whatever the day.")
@click.pass_context
def show(context: click.Context, day: date | None, toml: bool) -> None:
    """Say what is switched on, region by region."""
    registry = tools(context).load()
    with tools(context).session() as session:
        now = current(session, registry)
    click.echo(now.to_toml() if toml else "\n".join(shown(now, day or today())))


def read(file: Path, registry: Registry, network: Atlas) -> tuple[Activation, ...]:
    """The rows of the file; ends the command with every problem if there are any."""
    try:
        rows = Activations.parse(file.read_text("utf-8"))
    except (WrongActivations, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file}: {error}") from error
    found = problems(rows, registry, network)
    if found:
        raise click.ClickException("\n  ".join([f"{file}: these activations cannot be used.", *map(str, found)]))
    return rows


def said(change: Change) -> str:
    """A change in one line, with what was there before."""
    before = f"  (was {spell(change.before)})" if change.before and change.kind is ChangeKind.CHANGED else ""
    where = f"{change.after.region}/{change.after.centre}" if change.after.centre else change.after.region
    return f"{SIGNS[change.kind]} {change.after.module} in {where}: {spell(change.after)}{before}"


def spell(row: Activation) -> str:
    """From when to when, and of what."""
    if row.scope == ():
        return "off"
    until = f" to {row.ends_on}" if row.ends_on else ""
    return f"from {row.starts_on}{until}, {'all of it' if row.scope is None else ', '.join(row.scope)}"


def new_collisions(asked: Tools, registry: Registry, now: Activations, then: Activations) -> Iterator[str]:
    """The collisions that could not happen so far and then can."""
    found = tuple(asked.collisions(registry))
    before = colliding_where_active(found, now)
    yield from (f"can disagree: {each.sentence}" for each in colliding_where_active(found, then) if each not in before)


def shown(now: Activations, on: date) -> Iterable[str]:
    """What is on, a line for each row that is in force; then what is suspended."""
    yield f"on {on.isoformat()}, version {now.version}"
    regions = sorted({row.region for row in now.rows})
    in_force: list[Any] = [row for row in now.newest.values() if row in now.in_force(row.region, on, row.centre)]
    for region in regions:
        yield from (f"  {region:<10} {row.module}: {spell(row)}" for row in in_force if row.region == region)
    yield from (f"  suspended everywhere: {module}" for module in sorted(now.suspended))
