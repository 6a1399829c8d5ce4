"""Making everything ready for a newcomer: schema, network, staff, cases, programmes. What is there is kept."""

import os
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click
from sqlalchemy import func, select

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import ROLE_TITLES, Role
from gilmok.ground.db import JOB, Base, migrate
from gilmok.ground.i18n import core_catalogue, say
from gilmok.ground.installation import Installation
from gilmok.journey import core_module
from gilmok.journey.case.models import Case
from gilmok.journey.demo.cases import make_cases, session_of
from gilmok.journey.demo.conflicts import make_conflicts
from gilmok.journey.demo.gatherings import make_gatherings
from gilmok.journey.demo.people import STAFF, make_staff
from gilmok.journey.demo.pilots import cases_of, make_pilot_cases, switch_on
from gilmok.journey.demo.requests import make_requests
from gilmok.journey.demo.served import make_served
from gilmok.journey.requests.models import OnlineRequest
from gilmok.modules.demo import Demo, fill
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas
from gilmok.network.service import load
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.organising.demo import make_demo_foundings
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.projects.demo import make_demo_projects
from gilmok.programmes.projects.models import Project
from gilmok.programmes.surveys.demo import make_demo_survey
from gilmok.programmes.surveys.models import Survey

CASES = 297
People = Mapping[str, Person]


def prepare_demo(installed: Installation) -> None:
    """Bring the schema and the network up to date, make staff and cases where there are none, and print the logins."""
    migrated(installed)
    passwords = installed.settings.var / "demo_logins.toml"
    with installed.database.session(JOB) as session:
        load(session, Atlas.shipped())
        keep(passwords, {account.login: password for account, password in make_staff(session)})
        session.commit()
        missing = [make for table, make in PARTS if not session.scalar(select(func.count()).select_from(table))]
        people = {person.login: person for person in session.scalars(select(Person))}
    for make in missing:
        make(installed, people)
    demo = Demo(people=people, database=installed.database, vault=installed.vault, cases=cases_of)
    for failure in fill(Registry.load(core=core_module), demo):
        click.echo(failure, err=True)
    print_logins(passwords)


def migrated(installed: Installation) -> None:
    """Bring the schema up to date; a module whose tables are not is said, and the rest goes on."""
    try:
        migrate.upgrade(installed.owner_url, application=installed.url)
    except migrate.NotMigrated as error:
        click.echo(str(error), err=True)


def with_cases(installed: Installation, people: People) -> None:
    """What the made-up city switched on, cases of a year, and two on which rules disagree."""
    with session_of(installed.database, people["city"]) as session:
        switch_on(session, by=people["city"])
        session.commit()
    about: dict[str, Any] = {"registry": Registry.load(core=core_module), "vault": installed.vault}
    made = make_cases(installed.database, people, count=CASES, **about)
    made += make_pilot_cases(installed.database, people, **about)
    made += make_conflicts(installed.database, people, **about)
    click.echo(f"가상 사건 {made}건을 만들었습니다. ({made} made-up cases)")


def with_gatherings(installed: Installation, people: People) -> None:
    """Courses and events, with people who registered."""
    made = make_gatherings(installed.database, people, vault=installed.vault)
    click.echo(f"가상 강좌·행사 {made}건을 만들었습니다. ({made} made-up courses and events)")


def with_requests(installed: Installation, _people: People) -> None:
    """Requests from the page for anybody; their numbers and secrets are printed once."""
    for receipt in make_requests(installed.database, installed.vault):
        click.echo(f"가상 온라인 신청 (made-up request): {receipt.number}  {receipt.secret}")


def with_survey(installed: Installation, people: People) -> None:
    """A survey with its answers and a published report."""
    with session_of(installed.database, people["jungnang0"]) as session:
        make_demo_survey(session, by=people["jungnang0"], vault=installed.vault)
        session.commit()


def with_foundings(installed: Installation, people: People) -> None:
    """Foundings of unions in different stages."""
    with session_of(installed.database, people["jungnang1"]) as session:
        made = make_demo_foundings(session, by=people["jungnang1"], vault=installed.vault)
        session.commit()
    click.echo(f"가상 노조 설립 지원 {made}건을 만들었습니다. ({made} made-up foundings)")


def with_served(installed: Installation, people: People) -> None:
    """People of job support and welfare links."""
    made = make_served(installed.database, people, vault=installed.vault)
    click.echo(f"가상 이용자 {made}명을 만들었습니다. ({made} made-up people of job support and welfare)")


def with_projects(installed: Installation, people: People) -> None:
    """Projects of several centres, an agenda item of their council, a policy note."""
    made = make_demo_projects(partial(session_of, installed.database), people)
    click.echo(f"가상 협력사업·안건·정책제안 {made}건을 만들었습니다. ({made} made-up projects)")


# What is made where there is none of it.
PARTS: tuple[tuple[type[Base], Callable[[Installation, People], None]], ...] = (
    (Case, with_cases), (Gathering, with_gatherings), (OnlineRequest, with_requests), (Survey, with_survey),
    (Founding, with_foundings), (ServedPerson, with_served), (Project, with_projects),
)


def keep(file: Path, passwords: dict[str, str]) -> None:
    """Add the new accounts' passwords to a file that only its owner can read."""
    if not passwords:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as out:
        out.writelines(f'{login} = "{password}"\n' for login, password in passwords.items())


def print_logins(file: Path) -> None:
    """Print who can log in, and with what."""
    known = tomllib.loads(file.read_text()) if file.exists() else {}
    catalogue = core_catalogue()
    for account in STAFF:
        title = say(catalogue, ROLE_TITLES[Role(account.role)], "ko")
        click.echo(f"  {account.login:<10} {known.get(account.login, '-'):<20} {title} · {account.centre or '서울시'}")
