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
    try:
        migrate.upgrade(installed.owner_url, application=installed.url)
    except migrate.NotMigrated as error:
        raise click.ClickException(str(error)) from error
    finally:
        click.echo(f"schema: {migrate.revisions(installed.url)[0]}")
        warn(installed.url)


@db.command("status")
def status() -> None:
    """Say which schema the database has and which it needs; exit status 1 if they differ."""
    installed = open_installation(make_secrets=True)
    has, needs = migrate.revisions(installed.url)
    click.echo(f"has {has or 'none'}, needs {needs}")
    behind = has != needs
    for each in migrate.module_revisions(installed.owner_url):
        needed = f"needs {each.needs}" if each.needs else "not installed: its tables are kept"
        click.echo(f"{each.name}: has {each.has or 'none'}, {needed}")
        behind = behind or each.needs not in (None, each.has)
    warn(installed.url)
    if behind:
        raise SystemExit(1)


def warn(url: str) -> None:
    """Say what the login of pages and jobs could do past row security, if anything."""
    with connected(url) as connection:
        found = powers(connection, login_of(connection))
    if found:
        click.echo(f"the login of pages and jobs can pass row security ({', '.join(found)}): see GILMOK_OWNER_URL")
