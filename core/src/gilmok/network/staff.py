"""`gilmok staff`: accounts of people, who belong to a centre of the network or to the city."""

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person, new_password
from gilmok.ground.installation import session_of_command
from gilmok.network.models import CentreRow


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
    password = new_password()
    with session_of_command() as session:
        check(session, login, centre)
        make_person(session, login, password=password, name=name, role=Role(role), centre=centre)
        session.commit()
    click.echo(f"{login}\t{password}")


def check(session: Session, login: str, centre: str | None) -> None:
    """Raise UsageError where there is such an account already, or no such centre."""
    if session.scalar(select(Person.id).where(Person.login == login)):
        raise click.UsageError(f"there is an account {login} already")
    if centre and session.scalar(select(CentreRow.code).where(CentreRow.code == centre)) is None:
        raise click.UsageError(f"there is no centre {centre}; `gilmok network load` brings those of Seoul")
