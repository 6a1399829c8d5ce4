"""What is done to a founding: begun, told otherwise, moved, its contact kept or erased. `move` alone sets a stage."""

from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession, change_version
from gilmok.ground.errors import GilmokError
from gilmok.law.queries import calendar
from gilmok.law.shipped import shipped
from gilmok.programmes.gatherings import queries as gatherings
from gilmok.programmes.organising import contact as contacts
from gilmok.programmes.organising.clocks import Clock, running
from gilmok.programmes.organising.contact import Contact
from gilmok.programmes.organising.models import (
    Founding,
    FoundingContact,
    FoundingMove,
    FoundingPractice,
    FoundingTold,
)
from gilmok.programmes.organising.schemas import Told
from gilmok.programmes.organising.stages import Stage, way


class BeforeTheStage(GilmokError):
    """That day is before the stage that it follows."""


def begin(session: ViewerSession, told: Told, *, by: Person, vault: Vault) -> Founding:
    """A new founding of the person's centre, being prepared from today."""
    made = Founding(
        key=uuid4(), centre_id=by.centre_id, opened_on=today(), stage=Stage.PREPARING, stage_on=today(), made_at=now(),
        made_by_id=by.id, **columns(session, told),
    )
    session.add(made)
    session.flush()
    revise(session, made, told, by=by, vault=vault)
    note_move(session, made, None, by=by)
    log(session, "founding_begun", founding=made.id)
    return made


def tell(session: ViewerSession, founding: Founding, told: Told, *, version: int, by: Person, vault: Vault) -> None:
    """Tell it otherwise; what stood before stays readable. Raises ChangedMeanwhile."""
    change_version(session, founding, version, told_version=version + 1, **columns(session, told))
    revise(session, founding, told, by=by, vault=vault)
    log(session, "founding_changed", founding=founding.id)


def columns(session: ViewerSession, told: Told) -> dict[str, Any]:
    """What the ledger holds of what is told: no name and no place. Raises NotFound for another centre's gathering."""
    gathering = gatherings.own(session, told.gathering).id if told.gathering else None
    return {"kind": told.kind, "joining": told.joining, "handler_id": told.handler, "gathering_id": gathering}


def revise(session: ViewerSession, founding: Founding, told: Told, *, by: Person, vault: Vault) -> None:
    """Keep what is told now as a row of its own, the name sealed."""
    key, wrapped = vault.make_key(owner(founding, founding.told_version))
    session.add(FoundingTold(
        founding_id=founding.id, version=founding.told_version, centre_id=founding.centre_id, at=now(),
        person_id=by.id, wrapped=wrapped, name=key.seal("name", told.name), told=told.stored(),
    ))
    session.flush()


def owner(founding: Founding, version: int) -> str:
    """The name under which the key of what is told is wrapped."""
    return f"founding:{founding.key}:{version}"


def move(
    session: ViewerSession, founding: Founding, to: Stage, *, on: date, version: int, by: Person,
    until: date | None = None, reason: str = "",
) -> None:
    """Bring a founding to another stage, or put the day of its stage right, and note it with its day and person.

    Raises IllegalStage where the table has no such way, BeforeTheStage for a day before the one it follows, and
    ChangedMeanwhile where it is at another version by now.
    """
    before = Stage(founding.stage)
    if not way(before, to).back and on < earliest(session, founding, to):
        raise BeforeTheStage
    change_version(session, founding, version, stage=to, stage_on=on, supplement_by=until)
    note_move(session, founding, before, until=until, reason=reason, by=by)
    wind(session, founding)
    log(session, "founding_moved", founding=founding.id, to=to)


def earliest(session: ViewerSession, founding: Founding, to: Stage) -> date:
    """Before which day a move to this stage cannot be: the day of the stage that it follows. What is being prepared may
    have come far before it came to the centre."""
    if founding.stage == Stage.PREPARING:
        return date.min
    if to != founding.stage:
        return founding.stage_on
    others = select(FoundingMove.on).where(FoundingMove.founding_id == founding.id, FoundingMove.to_stage != to)
    return session.scalar(others.order_by(FoundingMove.id.desc()).limit(1)) or date.min


def note_move(
    session: ViewerSession, founding: Founding, before: Stage | None, *, by: Person, until: date | None = None,
    reason: str = "",
) -> None:
    """Add a row to the founding's history, of the stage in which it is now."""
    session.add(FoundingMove(
        founding_id=founding.id, centre_id=founding.centre_id, from_stage=before, to_stage=founding.stage,
        on=founding.stage_on, until=until, reason=reason, at=now(), person_id=by.id,
    ))
    session.flush()


def clocks(session: ViewerSession, founding: Founding) -> list[Clock]:
    """The time limits of a founding that run, the nearest first."""
    of_founding = select(FoundingPractice.on).where(
        FoundingPractice.founding_id == founding.id, FoundingPractice.ending == "",
    )
    return running(
        Stage(founding.stage), founding.stage_on, founding.supplement_by, session.scalars(of_founding).all(),
        law=shipped(), calendar=calendar(session),
    )


def wind(session: ViewerSession, founding: Founding) -> None:
    """Keep the nearest time limit of a founding, by which lists are sorted; nobody's change, so the version stays."""
    nearest = next(iter(clocks(session, founding)), None)
    founding.due_on, founding.due_limit = (nearest.due, nearest.code) if nearest else (None, "")
    session.flush()


def keep_contact(session: ViewerSession, founding: Founding, contact: Contact, *, by: Person, vault: Vault) -> None:
    """Keep whom to call, who has agreed to both consents, in the place of whoever was kept before."""
    columns = contacts.sealed(founding, contact, vault=vault, by=by)
    row = session.get(FoundingContact, founding.id)
    if row is None:
        session.add(FoundingContact(founding_id=founding.id, centre_id=founding.centre_id, **columns))
    else:
        for name, value in columns.items():
            setattr(row, name, value)
    session.flush()
    log(session, "founding_contact_kept", founding=founding.id)


def erase_contact(session: ViewerSession, founding: Founding, *, by: Person) -> None:
    """Keep nothing of whom to call any more: its key goes with it."""
    row = session.get(FoundingContact, founding.id)
    if row is not None and row.wrapped is not None:
        row.wrapped = row.name = row.phone = None
        row.at, row.by_id = now(), by.id
        session.flush()
        log(session, "founding_contact_erased", founding=founding.id)
