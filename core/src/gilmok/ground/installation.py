"""An installation: its settings, its database and its keys, opened once a process."""

from dataclasses import dataclass

from gilmok.ground import config
from gilmok.ground.config import Settings
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Database, embedded, engine_of


@dataclass(frozen=True)
class Installation:
    """What a process needs to work with an installation's data; `url` is the database's."""

    settings: Settings
    url: str
    database: Database
    vault: Vault


def open_installation(*, make_secrets: bool = False) -> Installation:
    """This process's installation; the embedded PostgreSQL is started where no other is set.

    `make_secrets`: make the keys where none are set. Raises WrongSettings or CannotStart, which say what to do.
    """
    settings = config.load(make_secrets=make_secrets)
    url = settings.database_url or embedded.start(settings.var)
    return installation(settings, url, Database(engine_of(url, pool_size=settings.threads + 2)))


def installation(settings: Settings, url: str, database: Database) -> Installation:
    """An installation from its parts."""
    return Installation(settings, url, database, Vault(settings.field_key, settings.index_key))
