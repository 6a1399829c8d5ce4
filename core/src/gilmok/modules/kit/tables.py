"""Whether the tables that migrations make are those of the mapped classes: columns, rights of the web, walls."""

import re
from collections.abc import Iterable, Iterator

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, Table, text

from gilmok.ground.db import Base, DatabaseRole
from gilmok.ground.db.tables import own_tables
from gilmok.modules.loaded import LoadedModule

CASE = "case_file"
OWNED = ("case", "centre")
GRANTED = text(
    "SELECT table_name, privilege_type, column_name FROM information_schema.role_column_grants"
    " WHERE grantee = :role AND table_schema = 'public'"
)
REMOVING = text(
    "SELECT table_name, privilege_type, '' FROM information_schema.role_table_grants"
    " WHERE grantee = :role AND table_schema = 'public' AND privilege_type = 'DELETE'"
)
WALLED = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")


def tables_of(module: LoadedModule) -> list[Table]:
    """The module's mapped tables, in the order in which they refer to each other."""
    own = own_tables(module.package.partition(".")[0])
    return [each for each in Base.metadata.sorted_tables if each.name in own]


def wrong_tables(module: LoadedModule, connection: Connection) -> Iterator[str]:
    """What of a module's tables is not as its classes say, or not as tables of a module have to be, a line each."""
    tables = tables_of(module)
    yield from differences(tables, f"{module.name}_", connection)
    yield from (problem for each in tables for problem in wrong_table(each, module.name))
    yield from wrong_rights(tables, connection)
    walled = set(connection.scalars(WALLED))
    yield from (
        f"{each.name}: its rows belong to a {each.info['rows']}, and no migration protects them"
        for each in tables if each.info.get("rows") in OWNED and each.name not in walled
    )


def differences(tables: Iterable[Table], prefix: str, connection: Connection) -> Iterator[str]:
    """What migrations would have to do for the database to be as the classes say."""
    ours = {each.name for each in tables}

    def compared(_thing: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
        """Leave out the tables of others; one that is only in the database is the module's by its name."""
        return kind != "table" or name in ours or (reflected and str(name).startswith(prefix))

    context = MigrationContext.configure(connection, opts={"include_object": compared, "compare_type": True})
    for each in compare_metadata(context, Base.metadata):
        for change in each if isinstance(each, list) else [each]:
            yield f"the migrations leave undone: {in_words(change)}"


def in_words(change: tuple[object, ...]) -> str:
    """A difference in a line."""
    return " ".join(said(part) for part in change if not isinstance(part, dict))


def said(part: object) -> str:
    """A part of a difference, as it is written in a line."""
    return part.name if isinstance(part, Table) else repr(part) if isinstance(part, Column) else str(part)


def wrong_table(table: Table, module: str) -> Iterator[str]:
    """What no table of a module may be: of another name, or in the way of whoever removes a case."""
    if not table.name.startswith(f"{module}_"):
        yield f"{table.name}: the name of a table begins with '{module}_'"
    for key in table.foreign_keys:
        if key.column.table.name == CASE and key.ondelete != "CASCADE":
            yield f"{table.name}.{key.parent.name}: refers to a case without ON DELETE CASCADE: none can be erased"
    if of_a_case(table) and table.info.get("rows") != "case":
        yield f"{table.name}: hangs on a case and does not say so: info={{'rows': 'case'}}"


def of_a_case(table: Table) -> bool:
    """Whether the rows of a table hang on a case, by a foreign key or by the name of a column."""
    leads_to = {key.column.table.name for key in table.foreign_keys}
    return table.name == CASE or "case_id" in table.c or CASE in leads_to


def wrong_rights(tables: Iterable[Table], connection: Connection) -> Iterator[str]:
    """Rights that the web's role has and the class does not say, or the other way round."""
    tables = list(tables)
    ours, there = {each.name for each in tables}, rights_in(connection)
    declared = {each for table in tables for each in said_of(table)}
    yield from (f"{right_of(each)} is allowed by no migration" for each in sorted(declared - there))
    more = sorted(each for each in there - declared if each[0] in ours)
    yield from (f"{right_of(each)} is allowed, and its class does not say so" for each in more)


def rights_in(connection: Connection) -> set[tuple[str, str, str]]:
    """What the web's role may do in this database: a table, a word and a column; none of DELETE."""
    found = [connection.execute(each, {"role": DatabaseRole.WEB}) for each in (GRANTED, REMOVING)]
    return {(table, word, column) for rows in found for table, word, column in rows}


def right_of(right: tuple[str, str, str]) -> str:
    """A right in words."""
    table, word, column = right
    return f"{table}: {word} ({column})" if column else f"{table}: {word}"


def said_of(table: Table) -> Iterator[tuple[str, str, str]]:
    """What a table says that the web may do: its name, the word, and the column, or every one of them; DELETE has
    none."""
    for word, named in re.findall(r"(\w+)(?: \((.*?)\))?(?:, |$)", table.info.get("web", "")):
        columns = named.split(", ") if named else [column.name for column in table.columns]
        yield from ((table.name, word, column) for column in ([""] if word == "DELETE" else columns))
