"""A house for the kit: a server, a database with the core's tables, the network and staff, and a module's tables.

What a process needs of it is made once. Every check works in a transaction that is undone.
"""

import atexit
import base64
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy.exc import OperationalError

from gilmok.ground import config
from gilmok.ground.above import above
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.clock import today
from gilmok.ground.config import Settings
from gilmok.ground.db import JOB, Database, embedded, engine_of, migrate
from gilmok.ground.db.throwaway import make_database, one_at_a_time, remove_database, url_of
from gilmok.modules.registry import Registry
from gilmok.modules.stored import import_tables, schemas
from gilmok.network.atlas import Atlas
from gilmok.network.service import load

KEY = base64.b64encode(bytes(range(32))).decode()
# Who can be asked for at every centre, and in the city.
OF_A_CENTRE = (Role.ATTORNEY, Role.COUNSELLOR, Role.MANAGER)
OF_THE_CITY = (Role.OFFICIAL, Role.OPERATOR)


@cache
def folder() -> Path:
    """A folder of this process that other accounts may enter, since root's database runs as one; gone at its end."""
    made = Path(tempfile.mkdtemp(prefix="gilmok-kit-"))
    made.chmod(0o755)
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def settings() -> Settings:
    """Settings with fixed keys, and a folder for files."""
    return config.read_all({"secret_key": KEY, "field_key": KEY, "index_key": KEY, "files": folder() / "files"})


@cache
def server(given: str) -> str:
    """The URL of a database whose owner may make others: the given one, `GILMOK_DATABASE_URL`, else an embedded
    PostgreSQL that is stopped with this process."""
    return given or os.environ.get("GILMOK_DATABASE_URL") or embedded.start(folder(), durable=False)


@cache
def furnished(given: str) -> str:
    """The name of a database with the core's tables, the network and staff, to which nobody is connected."""
    name = f"gilmok_kit_{uuid4().hex[:12]}"
    url = made(given, name)
    with one_at_a_time(server(given)):
        migrate.upgrade(url, modules=())
    engine = engine_of(url)
    with Database(engine).session(JOB) as session:
        load(session, Atlas.shipped())
        session.add_all(staff())
        session.commit()
    engine.dispose()
    return name


def with_tables_of(registry: Registry, given: str) -> tuple[str, str]:
    """The URL of a furnished database with the tables of these modules, and why they could not be made, if so. Modules
    without tables share one."""
    if not schemas(registry):
        return url_of(server(given), furnished(given)), ""
    url = made(given, f"gilmok_kit_{uuid4().hex[:12]}", like=furnished(given))
    try:
        import_tables(registry)
        with one_at_a_time(server(given)):
            for each in schemas(registry):
                migrate.upgrade_module(url, each)
    except Exception as error:
        return url, f"{type(error).__name__}: {error}"
    return url, ""


def made(given: str, name: str, like: str | None = None) -> str:
    """The URL of a new database, which is removed with this process."""
    url = make_database(server(given), name, like=like)
    atexit.register(remove, server(given), name)
    return url


def remove(server_url: str, name: str) -> None:
    """Remove a database, if the server is still there."""
    with suppress(OperationalError):
        remove_database(server_url, name)


def staff() -> Iterator[Person]:
    """The demonstration's accounts, and at every centre one of each role; nobody of them has a password."""
    for each in above("trying").STAFF:
        yield account(each.login, each.role, each.centre)
    for code in Atlas.shipped().centres:
        yield from (account(login_of(role, code), role, code) for role in OF_A_CENTRE)
    yield from (account(login_of(role, None), role, None) for role in OF_THE_CITY)


def account(login: str, role: Role, centre: str | None) -> Person:
    """An account with which nobody can log in."""
    return Person(login=login, password_hash="", name=f"가상 {login}", role=role, centre_id=centre)


def login_of(role: Role, centre: str | None) -> str:
    """The login of the account of this role at this centre."""
    return f"kit_{centre or 'city'}_{role}"


@cache
def centre_in(region: str) -> str:
    """An open centre that stands in this region: one of the demonstration's, else the hub, else that of a district."""
    atlas, on = Atlas.shipped(), today()
    there = [atlas.hub_of(region, on), *(atlas.centre_of(each, on) for each in atlas.districts_of(region, on))]
    codes = [each.code for each in there if each] or [atlas.acting_hub(region, on).code]
    shown = {each.centre for each in above("trying").STAFF}
    return next((each for each in codes if each in shown), codes[0])
