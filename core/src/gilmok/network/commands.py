"""`gilmok network`: prove that every district reaches a desk, and load the packaged network into the database."""

from datetime import date

import click

from gilmok.ground import options
from gilmok.ground.installation import session_of_command
from gilmok.network.atlas import Atlas
from gilmok.network.chain import Step, chain
from gilmok.network.check import days_to_check, faults
from gilmok.network.queries import read
from gilmok.network.service import Loaded
from gilmok.network.service import load as load_network


@click.group()
def network() -> None:
    """Who serves where: districts, regions, centres, agencies."""


@network.command()
@click.option("--from", "first", type=options.day, help="The first day to prove (default: before the records begin).")
@click.option("--to", "last", type=options.day, help="The last day to prove (default: the last known change).")
@click.option("--database", is_flag=True, help="Prove the rows of the database instead of the packaged file.")
def check(first: date | None, last: date | None, database: bool) -> None:
    """Prove that every district reaches a desk on every day and print the chains. Exit 1 with what is missing."""
    atlas = stored() if database else Atlas.shipped()
    if first and last and last < first:
        raise click.UsageError("--to lies before --from")
    found = faults(atlas, starts_on=first, ends_on=last)
    if not found:
        click.echo("\n".join(chains_of(atlas, day) for day in days_to_check(atlas, first, last)))
    for fault in found:
        click.echo(f"missing: {fault}", err=True)
    click.echo(f"{len(atlas.districts)} districts, {len(atlas.centres)} centres, {len(found)} faults")
    raise SystemExit(bool(found))


@network.command()
def load() -> None:
    """Bring the packaged network into the database; what the installation changed itself stays."""
    with session_of_command() as session:
        done = load_network(session, Atlas.shipped())
        session.commit()
    click.echo(said_of(done))


def said_of(done: Loaded) -> str:
    """What a load did, in a line."""
    return f"{done.added} added, {done.changed} changed, {done.removed} removed, {done.kept} kept as they are here"


def stored() -> Atlas:
    """The network as the database has it."""
    with session_of_command() as session:
        return read(session)


def chains_of(atlas: Atlas, on: date) -> str:
    """Each district's chain of desks on a day, a line each, under the day."""
    lines = [f"{code:<13} {line(atlas, code, on)}" for code in atlas.districts]
    return "\n".join([f"from {on.isoformat()}", *(f"  {text}" for text in lines), ""])


def line(atlas: Atlas, district: str, on: date) -> str:
    """One district's region and chain: `southwest: none_yet > merged southwest_hub > labour_rights_centre`."""
    region = atlas.region_of(district, on)
    mark = " (assumed)" if atlas.region_assumed(district, on) else ""
    return f"{region}{mark}: " + " > ".join(said(step) for step in chain(atlas, district, on))


def said(step: Step) -> str:
    """One step in a word or two."""
    why = "" if step.why == "open" else step.why.value
    return " ".join(part for part in (why, step.centre.code if step.centre else "") if part)
