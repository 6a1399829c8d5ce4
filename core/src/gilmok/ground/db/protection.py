"""The second wall: PostgreSQL's row security and grants, as the statements that a migration runs.

The web's role is neither owner nor superuser and sees a row of a case only while `case_grant` gives its centre that
case. Row security is forced on the owner too. The job's role sees all rows and serves no web request.
"""

from collections.abc import Iterator

from gilmok.ground.db.session import DatabaseRole

CENTRE = "current_setting('gilmok.centre', true)"
GRANTED = "EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = {table}.{key} AND g.centre_id = " + CENTRE + ")"
HELD = "EXISTS (SELECT 1 FROM case_file c WHERE c.id = {table}.case_id AND c.centre_id = " + CENTRE + ")"
OWN = "{table}.centre_id = " + CENTRE
OFFICIAL = (
    "EXISTS (SELECT 1 FROM person p WHERE p.id::text = current_setting('gilmok.person', true) AND p.role = 'official')"
)
MINE = "person_id::text = current_setting('gilmok.person', true)"


def roles() -> Iterator[str]:
    """Make the three roles where they are missing; needs CREATEROLE the first time."""
    for role in DatabaseRole:
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN "
            f"CREATE ROLE {role} NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF; END $$"
        )
        yield f"GRANT {role} TO CURRENT_USER"


def nothing_beside() -> Iterator[str]:
    """Let nobody but the owner make anything: a temporary table would hide one of ours from whoever gets the connection
    next."""
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    revoke = "'REVOKE TEMPORARY ON DATABASE ' || quote_ident(current_database()) || ' FROM PUBLIC'"
    yield f"DO $$ BEGIN EXECUTE {revoke}; END $$"


def allow(table: str, web: str) -> Iterator[str]:
    """Let the web do `web` (`SELECT, UPDATE (stage)`) on a table, and jobs all."""
    if web:
        yield f"GRANT {web} ON {table} TO {DatabaseRole.WEB}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {DatabaseRole.JOB}"


def protect(
    table: str, *, key: str = "case_id", using: str | None = None, check: str | None = None, change: str | None = None
) -> Iterator[str]:
    """Hide the rows of `table` but for the centres that `case_grant` names.

    `key`: the column that holds the case. `using`, `check` and `change`: other conditions for reading, for adding, and
    for which rows may be changed or removed.
    """
    visible = using or GRANTED.format(table=table, key=key)
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY centre_reads ON {table} FOR SELECT TO {DatabaseRole.WEB} USING ({visible})"
    yield f"CREATE POLICY centre_adds ON {table} FOR INSERT TO {DatabaseRole.WEB} WITH CHECK ({check or visible})"
    yield (
        f"CREATE POLICY centre_changes ON {table} FOR UPDATE TO {DatabaseRole.WEB}"
        f" USING ({change or visible}) WITH CHECK ({visible})"
    )
    yield f"CREATE POLICY centre_removes ON {table} FOR DELETE TO {DatabaseRole.WEB} USING ({change or visible})"
    yield f"CREATE POLICY jobs ON {table} TO {DatabaseRole.JOB} USING (true) WITH CHECK (true)"


def on_rows(*statements: str) -> Iterator[str]:
    """Carry out what a migration does to rows that are there: as jobs do it, for row security is forced on the owner
    too, who would find no row to change."""
    yield f"SET LOCAL ROLE {DatabaseRole.JOB}"
    yield from statements
    yield f"SET LOCAL ROLE {DatabaseRole.OWNER}"


def jobs_schema(schema: str) -> Iterator[str]:
    """Make procrastinate's tables; the web may only add a job and learn its number, the job's role carries them out."""
    yield schema.replace("%", "%%")
    yield f"GRANT INSERT, SELECT (id) ON procrastinate_jobs TO {DatabaseRole.WEB}"
    yield f"GRANT INSERT ON procrastinate_events TO {DatabaseRole.WEB}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {DatabaseRole.JOB}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {DatabaseRole.WEB}, {DatabaseRole.JOB}"
