"""The commands of the ground: the schema, and accounts."""

import secrets

import click

from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person
from gilmok.ground.db import JOB, migrate
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


@click.group()
def staff() -> None:
    """Accounts of people."""


@staff.command("add")
@click.argument("login")
@click.option("--name", required=True, help="As it is shown on pages.")
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--centre", help="The code of their centre; city officials and operators have none.")
def add(login: str, name: str, role: str, centre: str | None) -> None:
    """Make an account with a random password, which is printed once."""
    installed = open_installation(make_secrets=True)
    password = new_password()
    with installed.database.session(JOB) as session:
        make_person(session, login, password=password, name=name, role=Role(role), centre=centre)
        session.commit()
    click.echo(f"{login}\t{password}")


def new_password() -> str:
    """A random password that can be typed: four groups of four, 80 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
