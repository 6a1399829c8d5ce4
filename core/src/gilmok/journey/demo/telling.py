"""How the made-up people of the demonstration tell their stories: where they work and live, who they are."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from gilmok.journey.case.models import Case
from gilmok.journey.demo.stories import FAMILY, GIVEN, Story
from gilmok.journey.intake.consents import IDENTITY, SHARING
from gilmok.journey.intake.intake import Intake
from gilmok.journey.routing.store import restored
from gilmok.network.atlas import Atlas

# So many days ago a dismissal took effect whose three months end within two weeks.
ENDS_SOON = range(82, 91)


def near(chance: Random, atlas: Atlas, centre: str) -> list[str]:
    """Districts to work and live in: mostly the centre's own, some next to it, a few from all over the city."""
    own = atlas.districts.get(atlas.centres[centre].district or "")
    if own is None or chance.random() < 0.15:
        return list(atlas.districts)
    return [own.code] * 6 + list(own.neighbours)


def told(
    chance: Random, story: Story, districts: list[str], number: int, moment: datetime, now: datetime
) -> Intake:
    """One person's telling of a story: where they work and live, and who they are unless they would not say. Of some
    dismissals the time for a remedy application ends soon."""
    facts = {**story.facts, "channel": chance.choices(("phone", "visit", "online"), (66, 9, 25))[0]}
    if chance.random() < 0.95:
        facts |= {"workplace_district": chance.choice(districts), "home_district": chance.choice(districts)}
    if chance.random() < 0.7:
        facts["event_date"] = moment.date() - timedelta(days=chance.randint(3, 80))
    ends_soon = now.date() - timedelta(days=chance.choice(ENDS_SOON))
    if "discipline_dismissal" in facts["topics"] and ends_soon < moment.date() and chance.random() < 0.9:
        facts["event_date"] = ends_soon
    if chance.random() < 0.2:
        return Intake(facts={**facts, "anonymous": True}, narrative=story.told, send_on=True)
    agreed = {IDENTITY: True, SHARING: chance.random() < 0.8}
    return Intake(facts=facts, person=somebody(chance, number), narrative=story.told, consents=agreed)


def is_near(case: Case, now: datetime) -> bool:
    """Whether the time for a remedy application in this case ends soon."""
    day = restored(case.facts).get("event_date")
    if case.topic != "discipline_dismissal" or not isinstance(day, date):
        return False
    return (now.date() - day).days in ENDS_SOON


def somebody(chance: Random, number: int) -> dict[str, Any]:
    """A person who does not exist; the phone numbers are of a block that is given to nobody."""
    return {
        "name": chance.choice(FAMILY) + chance.choice(GIVEN),
        "phone": f"0100000{number:04d}",
        "birth_year": chance.randint(1955, 2005),
    }
