"""The login of pages and jobs: what it may take on, and what else it could do.

Each transaction takes on a role that row security binds. Raw SQL can give a role back, and is then what logged in: so
that must be nobody who may do anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from gilmok.ground.db.session import DatabaseRole, engine_of

TAKEN_ON = (DatabaseRole.WEB, DatabaseRole.JOB)
_powers = text("""
    WITH me AS (SELECT * FROM pg_roles WHERE rolname = :login)
    SELECT power FROM me, LATERAL (VALUES ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls),
        ('CREATEROLE', rolcreaterole), ('REPLICATION', rolreplication)) AS powers (power, has) WHERE has
    UNION SELECT 'INHERIT' FROM me, pg_roles AS other
    WHERE NOT me.rolsuper AND other.rolname IN ('gilmok_web', 'gilmok_job') AND pg_has_role(me.oid, other.oid, 'USAGE')
    UNION SELECT 'may become ' || other.rolname FROM me, pg_roles AS other
    WHERE NOT me.rolsuper AND other.rolname NOT IN (me.rolname, 'gilmok_web', 'gilmok_job')
        AND pg_has_role(me.oid, other.oid, 'MEMBER')
    UNION SELECT 'owns ' || relname FROM me, pg_class
    WHERE relowner = me.oid AND relnamespace = to_regnamespace('public')
    ORDER BY 1
""")
_may_take_on = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role AND pg_has_role(oid, 'MEMBER'))")


def make_login(login: str) -> str:
    """Make a login that by itself may do nothing."""
    return f"CREATE ROLE {login} LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION"


def admit(login: str) -> Iterator[str]:
    """Let a login take on the roles of pages and jobs, and no other."""
    for role in TAKEN_ON:
        yield f"GRANT {role} TO {login}"


def rest(login: str) -> str:
    """Let a login have the role of pages from the start, which shows nobody's rows: a request that has yet to find who
    asks need not tell it first."""
    return f"ALTER ROLE {login} SET role = '{DatabaseRole.WEB}'"


def login_of(connection: Connection) -> str:
    """The login of a connection, whatever role it has taken on."""
    return str(connection.scalar(text("SELECT session_user")))


def may_take_on(connection: Connection, role: DatabaseRole) -> bool:
    """Whether this connection's login may take on the role, and there is one."""
    return bool(connection.scalar(_may_take_on, {"role": role}))


def powers(connection: Connection, login: str) -> list[str]:
    """What a login could do past row security, were its role given back; nothing, if it is as it should be."""
    return list(connection.scalars(_powers, {"login": login}))


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection of its own, for a question."""
    engine = engine_of(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
