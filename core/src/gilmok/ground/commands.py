"""The commands of the ground: the schema."""

import click

from gilmok.ground.db import migrate
from gilmok.ground.db.logins import connected, login_of, powers
from gilmok.ground.installation import open_installation


@click.group()
def db() -> None:
    """The database's schema."""


@db.command("upgrade")
def upgrade() -> None:
    """Bring the database to the schema of this version."""
    installed = open_installation(make_secrets=True)
    migrate.upgrade(installed.owner_url, application=installed.url)
    click.echo(f"schema: {migrate.revisions(installed.url)[0]}")
    warn(installed.url)


@db.command("status")
def status() -> None:
    """Say which schema the database has and which it needs; exit status 1 if they differ."""
    url = open_installation(make_secrets=True).url
    has, needs = migrate.revisions(url)
    click.echo(f"has {has or 'none'}, needs {needs}")
    warn(url)
    if has != needs:
        raise SystemExit(1)


def warn(url: str) -> None:
    """Say what the login of pages and jobs could do past row security, if anything."""
    with connected(url) as connection:
        found = powers(connection, login_of(connection))
    if found:
        click.echo(f"the login of pages and jobs can pass row security ({', '.join(found)}): see GILMOK_OWNER_URL")
