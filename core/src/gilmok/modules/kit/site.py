"""The whole site with one module, asked for pages as staff ask: what each answers, and what it shows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import NullPool, select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from gilmok.ground.above import above
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role, may
from gilmok.ground.clock import today
from gilmok.ground.db import JOB, Database, Viewer, ViewerSession, engine_of
from gilmok.ground.floods import Passing
from gilmok.ground.installation import installation
from gilmok.ground.web.request import permission_of
from gilmok.modules.demo import Demo
from gilmok.modules.kit import house
from gilmok.modules.kit.compiled import COMPILED
from gilmok.modules.kit.examples import LONG_AGO, cases_in
from gilmok.modules.kit.package import loaded, registry_of
from gilmok.modules.kit.replaced import Functions, replace_in, with_calculators
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.registry import Registry
from gilmok.modules.service import apply
from gilmok.modules.things import Activation
from gilmok.network.atlas import Atlas

SERVER_FAULT = 500
PLACES = ("workplace_district", "home_district")
# Something of every kind that stands in an address.
IN_ADDRESSES: tuple[Any, ...] = (1, UUID(int=0), 1.5, "a")


@dataclass(frozen=True)
class Answer:
    """What a request was answered with; `error`: what was raised past every page that could have said so."""

    status: int
    text: str = ""
    error: str = ""

    @property
    def said(self) -> str:
        """The answer in a line for an author."""
        return f"raises {self.error}" if self.error else f"answers {self.status}"


@dataclass(frozen=True)
class Address:
    """A page of the module: its endpoint, a method and a path."""

    endpoint: str
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Site:
    """An application with the core and one module on a database of its own, made once."""

    def __init__(self, package: Any, examples: Path | None, server: str) -> None:
        self.module: LoadedModule = loaded(package)
        self.examples = cases_in(examples) if examples else []
        self.registry, self.computing = with_calculators(registry_of(package), self.module)
        self.url, self.not_made = house.with_tables_of(self.registry, server)
        self.installed = installation(house.settings(), self.url, Database(None))
        self.engine = engine_of(self.url, poolclass=NullPool)

    @cached_property
    def app(self) -> Flask:
        """The application; its forms want no token of their page."""
        made: Flask = above("trying").create_app(self.installed, registry=self.registry)
        made.config["WTF_CSRF_ENABLED"] = False
        made.testing = True
        made.jinja_env.bytecode_cache = COMPILED
        return made

    @cached_property
    def functions(self) -> Functions:
        """What the module has put into the application, replaced there by what can be told to raise."""
        return replace_in(self.app, self.module, self.computing)

    @contextmanager
    def opened(self) -> Iterator["Visit"]:
        """A visit to the site, of which nothing remains."""
        with self.engine.connect() as connection, self.functions.in_place():
            transaction = connection.begin()
            database = Database(connection, join_transaction_mode="create_savepoint")
            self.app.extensions |= {"database": database, "passing": Passing(), "registry": self.registry}
            try:
                yield Visit(self, database)
            finally:
                transaction.rollback()

    @cached_property
    def own_cases(self) -> dict[str, dict[str, Any]]:
        """The facts of the first example that goes to each of the module's desks."""
        found: dict[str, dict[str, Any]] = {}
        for each in self.examples:
            desk = str(each.get("goes_to", ""))
            if Registry.module_of(desk) == self.module.name:
                found.setdefault(desk, each["facts"])
        return found

    @cached_property
    def titles(self) -> tuple[str, str]:
        """What the module is called on pages: in English, and in Korean."""
        title = self.module.info.title
        return title, self.app.extensions["catalogue"].texts.get(title, title)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions in which the kit switches the module on: those of its cases, else the first."""
        theirs = [region_of(facts) for facts in self.own_cases.values()]
        return tuple(dict.fromkeys(each for each in theirs if each)) or (next(iter(Atlas.shipped().regions)),)

    def addresses(self, number: str) -> list[Address]:
        """Every page of the module, with the number of a case where it wants one."""
        rules = [each for each in self.app.url_map.iter_rules() if each.endpoint in self.functions.views]
        found = [Address(rule.endpoint, method, self.path(rule, number)) for rule in rules
                 for method in sorted({"GET", "POST"} & set(rule.methods or ()))]
        return [each for each in found if each.path]

    def is_gated(self, address: Address) -> bool:
        """Whether a page stands behind the module's gate, as all do that its blueprints have."""
        return address.endpoint in self.app.extensions["mounted"].parts

    def path(self, rule: Rule, number: str) -> str:
        """A path of this rule that leads to it; empty where the kit can make up none."""
        adapter = self.app.url_map.bind("localhost")
        names = sorted(rule.arguments)
        for values in product(*((number, *IN_ADDRESSES) if name == "number" else IN_ADDRESSES for name in names)):
            try:
                path = adapter.build(rule.endpoint, dict(zip(names, values, strict=True)))
                if adapter.match(path.partition("?")[0], method=min(rule.methods or ()))[0] == rule.endpoint:
                    return path
            except (ValueError, TypeError, HTTPException, LookupError):
                continue
        return ""


def region_of(facts: Mapping[str, Any]) -> str | None:
    """The region of a case: that of the workplace, else that of the home."""
    found = (Atlas.shipped().region_of(str(facts.get(place)), today()) for place in PLACES)
    return next((each for each in found if each), None)


class Visit:
    """Some time at the site: sessions and browsers of its staff, the module switched on and off, cases."""

    def __init__(self, site: Site, database: Database) -> None:
        self.site, self.database = site, database
        with database.session(JOB) as session:
            self.people = {each.login: each for each in session.scalars(select(Person))}

    def session(self, person: Person) -> ViewerSession:
        """A session that works for this person."""
        return self.database.session(Viewer(person=person.id, centre=person.centre_id))

    def switch(self, *regions: str, on: bool = True) -> None:
        """Switch the module on in these regions, all of it and since long ago; or off, since yesterday."""
        ends = None if on else today() - timedelta(days=1)
        rows = [Activation(module=self.site.module.name, region=region, starts_on=LONG_AGO, ends_on=ends)
                for region in regions]
        with self.database.session(JOB) as session:
            apply(session, rows, by=None, note="")
            session.commit()

    def at(self, region: str, role: Role = Role.ATTORNEY) -> Person:
        """Somebody of this role at a centre of this region."""
        return self.people[house.login_of(role, house.centre_in(region))]

    def those_of(self, region: str) -> list[Person]:
        """Somebody of every role, at a centre of this region and in the city."""
        city = [self.people[house.login_of(role, None)] for role in house.OF_THE_CITY]
        return [*(self.at(region, role) for role in house.OF_A_CENTRE), *city]

    def take_in(self, facts: Mapping[str, Any], registry: Registry | None = None) -> Any:
        """A case with these facts that was taken in in its region."""
        by = self.at(region_of(facts) or self.site.regions[0])
        with self.session(by) as session:
            case = above("trying").case_from(
                session, registry or self.site.registry, facts, by=by, vault=self.site.installed.vault,
            )
            session.commit()
        return case

    def destination(self, facts: Mapping[str, Any], registry: Registry) -> tuple[str | None, str]:
        """To which desk a case with these facts would go by these modules, and at which stage it would wait."""
        with self.session(self.at(region_of(facts) or self.site.regions[0])) as session:
            found: tuple[str | None, str] = above("trying").destination(session, registry, facts)
        return found

    def keeper(self, case: Any) -> Person:
        """Somebody who sees this case and may do everything with it that a labour attorney may."""
        return self.people[house.login_of(Role.ATTORNEY, case.centre_id)]

    def demo(self) -> Demo:
        """What the functions of a demonstration are given."""
        return Demo(people=self.people, database=self.database, vault=self.site.installed.vault)

    def who_may(self, endpoint: str, region: str) -> Person | None:
        """Somebody of this region or the city who may open a page; None where nobody is found."""
        view = self.site.app.view_functions[endpoint]
        permission, people = permission_of(view), self.those_of(region)
        if permission is None or getattr(view, "has_subject", False):
            return people[0]
        return next((each for each in people if may(each, permission)), None)

    def ask(self, person: Person | None, path: str, method: str = "GET") -> Answer:
        """What the site answers to this person, or to somebody without a login."""
        client: FlaskClient = self.site.app.test_client()
        if person:
            with client.session_transaction() as cookie:
                cookie.update({"_user_id": person.get_id(), "_fresh": True, "language": "ko"})
        form = {"form_key": str(uuid4())} if method == "POST" else None
        self.site.app.extensions["passing"] = Passing()
        try:
            response = client.open(path, method=method, data=form, follow_redirects=method == "GET")
        except Exception as error:
            return Answer(SERVER_FAULT, error=f"{type(error).__name__}: {error}")
        return Answer(response.status_code, unescape(response.text) if response.mimetype == "text/html" else "")

