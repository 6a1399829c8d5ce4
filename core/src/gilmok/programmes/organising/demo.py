"""The demonstration's foundings, in different stages: of workplaces and people that do not exist."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from gilmok.ground import clock
from gilmok.ground.access.models import Person
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.entries import read_entries
from gilmok.programmes.organising import noting, service
from gilmok.programmes.organising.contact import Contact
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.schemas import Told
from gilmok.programmes.organising.stages import Stage
from gilmok.programmes.organising.steps import steps

FILE = Path(__file__).parent / "data/demo.toml"
DISMISSAL = "1"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A move so many days ago; `until`: so many days from then."""

    stage: Stage
    ago: int
    until: int = 0


@dataclass(frozen=True, kw_only=True)
class MadeUp:
    """A founding that never was."""

    name: str
    kind: str
    industry: str
    area: str
    joining: int
    begun: int
    contact: str
    phone: str
    ticks: tuple[str, ...]
    talk: str
    practice: int
    move: tuple[Moved, ...] = ()


def make_demo_foundings(session: ViewerSession, *, by: Person, vault: Vault) -> int:
    """Store the made-up foundings of the person's centre and say how many; nothing is committed."""
    found = read_entries(FILE, "founding", MadeUp)
    for each in found:
        make(session, each, by=by, vault=vault)
    return len(found)


def make(session: ViewerSession, each: MadeUp, *, by: Person, vault: Vault) -> None:
    """Store one of them, as if it had happened day by day."""
    now = clock.now()
    told = Told(
        name=each.name, district=by.centre_id or "", area=each.area, kind=each.kind, industry=each.industry,
        joining=each.joining, handler=by.id,
    )
    with clock.at(now - timedelta(days=each.begun)):
        founding = service.begin(session, told, by=by, vault=vault)
        if each.contact:
            service.keep_contact(session, founding, Contact(name=each.contact, phone=each.phone), by=by, vault=vault)
        noting.note_talk(session, founding, on=clock.today(), text=each.talk, by=by, vault=vault)
        for step in steps():
            noting.tick(session, founding, step, ticked=each.ticks, shown=(), by=by)
    for moved in each.move:
        with clock.at(now - timedelta(days=moved.ago)):
            go(session, founding, moved, by=by)
    if each.practice:
        on = clock.today() - timedelta(days=each.practice)
        noting.note_practice(session, founding, on=on, kind=DISMISSAL, by=by)


def go(session: ViewerSession, founding: Founding, moved: Moved, *, by: Person) -> None:
    """Move it today."""
    until = clock.today() + timedelta(days=moved.until) if moved.until else None
    service.move(session, founding, moved.stage, on=clock.today(), until=until, version=founding.version, by=by)
