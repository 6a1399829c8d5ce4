"""The demonstration's projects: a joint one of three centres, a campaign, an agenda item, a policy note. Made up."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from gilmok.ground.access.models import Person
from gilmok.ground.clock import at, now, today
from gilmok.ground.db import ViewerSession
from gilmok.programmes.projects import note_service, service
from gilmok.programmes.projects.models import Project

# The session of a person, which is closed after the block.
Enter = Callable[[Person], ViewerSession]
FILE = Path(__file__).parent / "data/demo.toml"


def make_demo_projects(enter: Enter, people: Mapping[str, Person]) -> int:
    """Store them as the people who would write them; says how many."""
    told = tomllib.loads(FILE.read_text("utf-8"))
    for each in told["project"]:
        keys = {"by", "action", "days", "lasts", "public"}
        about = {name: value for name, value in each.items() if name not in keys}
        about |= {"starts_on": in_days(each["days"]), "ends_on": in_days(each["days"] + each["lasts"])}
        with enter(people[each["by"]]) as session:
            made = service.make(session, about, by=people[each["by"]])
            if each["public"]:
                service.publish(session, made, version=1, by=people[each["by"]])
            session.commit()
        act(enter, people, made, each["action"])
    ask(enter, people, told["agenda"])
    write(enter, people, told["note"])
    return len(told["project"]) + 2


def act(enter: Enter, people: Mapping[str, Person], project: Project, actions: list[dict[str, Any]]) -> None:
    """Add what each centre does."""
    empty = {"starts": None, "ends": None, "told": "", "place": "", "called_off": False}
    empty |= dict.fromkeys(("people_reached", "leaflets_given", "media_mentions"))
    for each in actions:
        by, day = people[each.pop("by")], in_days(each.pop("days"))
        with enter(by) as session:
            there = session.get_one(Project, project.id)
            service.act(session, there, {**empty, **each, "day": day}, by=by)
            session.commit()


def ask(enter: Enter, people: Mapping[str, Person], told: dict[str, Any]) -> None:
    """Put the question, and let two centres answer."""
    with enter(people[told["by"]]) as session:
        values = {"title": told["title"], "aim": told["aim"], "due_on": in_days(told["days"])}
        made = service.ask_council(session, values, by=people[told["by"]])
        session.commit()
    for login, text in told["positions"].items():
        with enter(people[login]) as session:
            service.say(session, session.get_one(Project, made.id), text, version=0, by=people[login])
            session.commit()


def write(enter: Enter, people: Mapping[str, Person], told: dict[str, Any]) -> None:
    """Write the note some weeks ago, adopt and publish it."""
    by = people[told.pop("by")]
    with at(now() - timedelta(days=20)), enter(by) as session:
        note = note_service.write(session, told, by=by)
        note_service.adopt(session, note, version=1, by=by)
        note_service.publish(session, note, "", version=2, by=by)
        session.commit()


def in_days(count: int) -> Any:
    """The day so many days from today."""
    return today() + timedelta(days=count)
