"""Databases for tests: made anew beside the one that a URL names, and gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, NullPool, create_engine, make_url, text

# Any number will do: whoever makes roles on a server waits for others who do.
MAKING_ROLES = 6_126_126


def postgres(url: str) -> URL:
    """The URL with the driver that we use."""
    return make_url(url).set(drivername="postgresql+psycopg")


@contextmanager
def administering(server_url: str) -> Iterator[Connection]:
    """A connection to a server that may make and remove databases, outside of any transaction."""
    admin = create_engine(postgres(server_url), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as connection:
        yield connection
    admin.dispose()


@contextmanager
def one_at_a_time(server_url: str) -> Iterator[None]:
    """Let no other process make roles on this server meanwhile: they belong to the whole of it."""
    with administering(server_url) as connection:
        connection.execute(text(f"SELECT pg_advisory_lock({MAKING_ROLES})"))
        yield


def make_database(server_url: str, name: str, *, like: str | None = None) -> str:
    """The URL of a database of this name, made anew: empty, or a copy of another one to which nobody is connected."""
    with administering(server_url) as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}" + (f" TEMPLATE {like}" if like else "")))
    return url_of(server_url, name)


def url_of(server_url: str, name: str) -> str:
    """The URL of another database of the server."""
    return postgres(server_url).set(database=name).render_as_string(hide_password=False)


def remove_database(server_url: str, name: str) -> None:
    """Remove a database, whoever is connected to it."""
    with administering(server_url) as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
