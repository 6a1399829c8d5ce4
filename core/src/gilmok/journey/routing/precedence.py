"""The city's standing decisions between desks that two rules lead to at once: settling one, taking it back."""

import click
from sqlalchemy.orm import Session

from gilmok.ground.clock import now
from gilmok.ground.installation import session_of_command
from gilmok.journey import core_module
from gilmok.journey.routing.models import PrecedenceRow
from gilmok.journey.routing.queries import precedence as settled
from gilmok.modules.registry import Registry


class NoSuchThing(click.ClickException):
    """There is no rule and no target with this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{self.__doc__} {name}")


def settle(
    session: Session, winner: str, loser: str, *, note: str, registry: Registry, by: int | None, withdrawn: bool = False
) -> PrecedenceRow:
    """Let `winner` go before `loser` from now on, or take that back; each is the id of a rule or a target.

    Rows are only added. Raises NoSuchThing for an id that no installed module declares.
    """
    known = {*registry.targets, *(rule.id for rule in registry.rules)}
    for name in (winner, loser):
        if name not in known:
            raise NoSuchThing(name)
    row = PrecedenceRow(
        winner=winner, loser=loser, note=note, withdrawn=withdrawn, changed_by=by, changed_at=now(),
    )
    session.add(row)
    session.flush()
    return row


@click.group()
def precedence() -> None:
    """Which desk goes first where rules of one band disagree: the city's standing decisions."""


@precedence.command("list")
def list_settled() -> None:
    """Show what is settled."""
    with session_of_command() as session:
        for row in settled(session):
            click.echo(f"{row.winner} > {row.loser}  {row.note}")


@precedence.command("settle")
@click.argument("winner")
@click.argument("loser")
@click.option("--note", required=True, help="Who decided it and why; it is shown with each decision.")
@click.option("--withdraw", is_flag=True, help="Take it back.")
def settle_now(winner: str, loser: str, note: str, withdraw: bool) -> None:
    """Let WINNER go before LOSER; each is the id of a rule or a target."""
    registry = Registry.load(core=core_module)
    with session_of_command() as session:
        settle(session, winner, loser, note=note, registry=registry, by=None, withdrawn=withdraw)
        session.commit()
