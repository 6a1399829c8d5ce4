"""What is noted along a founding: ticks of its checklists, unfair labour practices, talks. Nothing is overwritten."""

from collections.abc import Collection
from datetime import date
from uuid import uuid4

from gilmok.ground.access.models import Person
from gilmok.ground.audit import log
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.programmes.organising.models import Founding, FoundingPractice, FoundingTalk, FoundingTick
from gilmok.programmes.organising.service import wind
from gilmok.programmes.organising.steps import Step


def tick(
    session: ViewerSession, founding: Founding, step: Step, *, ticked: Collection[str], shown: Collection[str],
    by: Person,
) -> int:
    """Note which lines of a step were ticked, and which ticks taken away, since the page was shown with these ticks;
    says how many. What a colleague ticked meanwhile stays."""
    changed = [item for item in step.items if (item in ticked) != (item in shown)]
    for item in changed:
        session.add(FoundingTick(
            founding_id=founding.id, centre_id=founding.centre_id, item=item, done=item in ticked, at=now(),
            person_id=by.id,
        ))
    session.flush()
    log(session, "founding_ticked", founding=founding.id, items=changed)
    return len(changed)


def note_practice(session: ViewerSession, founding: Founding, *, on: date, kind: str, by: Person) -> FoundingPractice:
    """Note an unfair labour practice; the time for relief runs from its day."""
    made = FoundingPractice(
        founding_id=founding.id, centre_id=founding.centre_id, on=on, kind=kind, at=now(), person_id=by.id,
    )
    session.add(made)
    session.flush()
    wind(session, founding)
    log(session, "founding_practice_noted", founding=founding.id, practice=made.id)
    return made


def end_practice(
    session: ViewerSession, founding: Founding, practice: FoundingPractice, ending: str, *, by: Person,
) -> None:
    """Say what came of a practice, once; the time for relief no longer runs here."""
    if practice.ending:
        return
    practice.ending, practice.ended_at, practice.ended_by_id = ending, now(), by.id
    session.flush()
    wind(session, founding)
    log(session, "founding_practice_ended", founding=founding.id, practice=practice.id, ending=ending)


def note_talk(
    session: ViewerSession, founding: Founding, *, on: date, text: str, by: Person, vault: Vault,
) -> FoundingTalk:
    """Write down what was talked about and advised, sealed."""
    made = uuid4()
    key, wrapped = vault.make_key(talk_owner(made.hex))
    talk = FoundingTalk(
        key=made, founding_id=founding.id, centre_id=founding.centre_id, on=on, at=now(), person_id=by.id,
        wrapped=wrapped, text=key.seal("text", text),
    )
    session.add(talk)
    session.flush()
    log(session, "founding_talk_noted", founding=founding.id, talk=talk.id)
    return talk


def talk_owner(key: str) -> str:
    """The name under which the key of a talk is wrapped."""
    return f"founding_talk:{key}"
