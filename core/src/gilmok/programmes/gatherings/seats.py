"""Places: given in the order in which people register, and to the first who waits when one is given back.

Whoever gives or takes a place holds the gathering's lock until the commit, so that no place is given twice. It is a
lock of its own and not one on the row: who registers on the public page may not change a gathering.
"""

from uuid import UUID

from sqlalchemy import func, select, update

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people import CONSENT, seal
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.rules import State, moving_up, state_of_new
from gilmok.programmes.gatherings.slips import number_of
from gilmok.programmes.people.someone import Someone, who


def lock(session: ViewerSession, gathering: Gathering) -> None:
    """Hold the places of a gathering until this transaction ends."""
    session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(gathering.key.bytes[:8], signed=True))))


def register(
    session: ViewerSession, gathering: Gathering, someone: Someone, *, key: UUID, vault: Vault,
    by: Person | None = None,
) -> Registration:
    """A place for someone, or one on the waiting list; with a key that has one already, that one."""
    lock(session, gathering)
    earlier = session.scalar(select(Registration).where(Registration.key == key))
    if earlier is not None:
        return earlier
    made = Registration(
        key=key, gathering_id=gathering.id, centre_id=gathering.centre_id, number=number_of(key, vault=vault), at=now(),
        state=state_of_new(places(session, gathering), **counts(session, gathering)), who=who(someone, vault=vault),
        by_id=by.id if by else None, consent_version=CONSENT.version, consent_hash=CONSENT.text_hash,
    )
    session.add(made)
    session.flush()
    session.add(seal(made, someone, vault=vault))
    session.flush()
    log(session, "registered", gathering=gathering.id, registration=made.id)
    return made


def give_back(session: ViewerSession, gathering: Gathering, registration: Registration) -> bool:
    """Cancel a registration; the first who waits moves up. False where it was cancelled already."""
    lock(session, gathering)
    standing = (Registration.id == registration.id, Registration.state != State.CANCELLED)
    cancelled = update(Registration).where(*standing).values(state=State.CANCELLED, cancelled_at=now())
    returning = cancelled.returning(Registration.id)
    if session.scalar(returning, execution_options={"synchronize_session": False}) is None:
        return False
    fill(session, gathering)
    session.refresh(registration)
    log(session, "registration_cancelled", gathering=gathering.id, registration=registration.id)
    return True


def fill(session: ViewerSession, gathering: Gathering) -> None:
    """Give free places to those who wait, in their order; only for who holds the lock."""
    many = moving_up(places(session, gathering), **counts(session, gathering))
    waiting = (Registration.gathering_id == gathering.id, Registration.state == State.WAITING)
    first = select(Registration.id).where(*waiting).order_by(Registration.id).limit(many)
    up = update(Registration).where(Registration.id.in_(first.scalar_subquery()))
    values = up.values(state=State.REGISTERED, moved_up_at=now())
    session.execute(values, execution_options={"synchronize_session": False})


def places(session: ViewerSession, gathering: Gathering) -> int | None:
    """How many there are now: asked behind the lock, for somebody may have added some since the gathering was read."""
    return session.scalar(select(Gathering.places).where(Gathering.id == gathering.id))


def counts(session: ViewerSession, gathering: Gathering) -> dict[str, int]:
    """How many places are taken, and how many people wait."""
    query = select(Registration.state, func.count()).where(Registration.gathering_id == gathering.id)
    found = {state: count for state, count in session.execute(query.group_by(Registration.state))}
    return {"taken": found.get(State.REGISTERED, 0), "waiting": found.get(State.WAITING, 0)}
