"""Job guidance: what was discussed and agreed, sealed; and which next steps are to be done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession
from gilmok.programmes.employment.models import Guidance, GuidanceText
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.people.queries import still_named
from gilmok.programmes.people.service import key_of, written

JOB_EDUCATION = "job_education"
MOST_SHOWN = 100


@dataclass(frozen=True)
class Talk:
    """A session of guidance as its centre reads it; the texts are empty once they are erased."""

    row: Guidance
    said: str
    agreed: str
    course: Gathering | None


def keep(
    session: ViewerSession, served: ServedPerson, told: dict[str, Any], *, course: Gathering | None, key: UUID,
    vault: Vault, by: Person,
) -> Guidance:
    """Keep a session with this person; raises NoLongerReadable where their name was erased."""
    sealing = key_of(session, served, vault=vault)
    made = Guidance(
        key=key, served_id=served.id, centre_id=served.centre_id, on=told["on"], next_on=told["next_on"],
        linked=list(told["linked"]), gathering_id=course.id if course else None, at=now(), by_id=by.id,
    )
    session.add(made)
    session.flush()
    session.add(GuidanceText(
        guidance_id=made.id, served_id=served.id, centre_id=served.centre_id,
        said=sealing.seal(f"said:{key}", told["said"]),
        agreed=sealing.seal(f"agreed:{key}", told["agreed"]) if told["agreed"] else None,
    ))
    written(session, served)
    log(session, "guidance_kept", guidance=made.id, served=served.id)
    return made


def done(session: ViewerSession, served: ServedPerson, key: UUID) -> None:
    """Note that the next step of a session was done; a second press changes nothing."""
    step = (Guidance.key == key, Guidance.served_id == served.id, Guidance.done_at.is_(None))
    session.execute(
        update(Guidance).where(*step).values(done_at=now()), execution_options={"synchronize_session": False},
    )
    log(session, "guidance_step_done", served=served.id)


def talks(session: ViewerSession, served: ServedPerson, *, vault: Vault) -> list[Talk]:
    """The sessions with this person, the newest first."""
    query = (
        select(Guidance, GuidanceText, Gathering)
        .outerjoin(GuidanceText, GuidanceText.guidance_id == Guidance.id)
        .outerjoin(Gathering, Gathering.id == Guidance.gathering_id)
        .where(Guidance.served_id == served.id).order_by(Guidance.on.desc(), Guidance.id.desc())
    )
    rows = session.execute(query).all()
    try:
        key = key_of(session, served, vault=vault)
    except NoLongerReadable:
        return [Talk(row, "", "", course) for row, _text, course in rows]
    return [
        Talk(row, key.open(f"said:{row.key}", text.said),
             key.open(f"agreed:{row.key}", text.agreed) if text.agreed else "", course)
        for row, text, course in rows
    ]


def steps(session: ViewerSession) -> list[tuple[Guidance, int]]:
    """The next steps that are not done at the viewer's centre, the earliest first, each with the person's id."""
    query = select(Guidance).where(
        Guidance.centre_id == session.viewer.centre, Guidance.next_on.is_not(None), Guidance.done_at.is_(None),
        still_named(Guidance.served_id),
    )
    rows = session.scalars(query.order_by(Guidance.next_on, Guidance.id).limit(MOST_SHOWN))
    return [(row, row.served_id) for row in rows]


def courses(session: ViewerSession) -> list[Gathering]:
    """The courses of education for jobs of the viewer's centre that are announced and not over."""
    query = select(Gathering).where(
        Gathering.centre_id == session.viewer.centre, Gathering.kind == JOB_EDUCATION, Gathering.ends_at >= now(),
        Gathering.published_at.is_not(None), Gathering.cancelled_at.is_(None),
    )
    return list(session.scalars(query.order_by(Gathering.starts_at).limit(MOST_SHOWN)))
