"""Statements that are made once and asked often, straight to the driver: compiled once, then only filled in.

SQLAlchemy, too, compiles such a statement once, but then looks it up by all that it is made of, and prepares each
result for whatever may be asked of it: as much work as the driver's own. Errors are SQLAlchemy's, as everywhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from sqlalchemy import Connection, Result, Select, UpdateBase
from sqlalchemy.engine import Dialect, IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

# As many as the driver keeps statements prepared.
MOST_CURSORS = 100
_made: WeakKeyDictionary[Any, dict[tuple[Any, ...], "Made"]] = WeakKeyDictionary()


class Made:
    """A statement as the driver takes it, for values of these names."""

    def __init__(self, statement: Any, names: tuple[str, ...], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=names)
        # As bytes, which are hashed once, and not at each execution.
        self.text: bytes = compiled.string.encode()
        # What is worked out for each execution is left to SQLAlchemy, as is what is rare: lists of values in a
        # condition, defaults of columns.
        worked_out = compiled.post_compile_params or compiled.literal_execute_params or compiled.insert_prefetch
        self.fixed = isinstance(statement, Select | UpdateBase) and not (worked_out or compiled.update_prefetch)
        self.binds = [
            (name, bind.key, bind, bind.type.dialect_impl(dialect).bind_processor(dialect))
            for bind, name in compiled.bind_names.items()
        ]
        self.readers = readers_of(statement.exported_columns, dialect) if self.fixed else []
        self.columns: SimpleResultMetaData | None = None

    def filled(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values as the driver takes them; those that the statement brings along are not named."""
        filled = {}
        for name, key, bind, process in self.binds:
            value = values[key] if key in values or bind.required else bind.effective_value
            filled[name] = value if process is None else process(value)
        return filled

    def result(self, cursor: Any) -> Result[Any]:
        """What was found; nothing of a statement that only writes."""
        found = [] if cursor.rownumber is None else cursor.fetchall()
        if self.columns is None:
            self.columns = SimpleResultMetaData([each.name for each in cursor.description or ()])
        for place, read in self.readers:
            found = [(*row[:place], read(row[place]), *row[place + 1:]) for row in found]
        return IteratorResult(self.columns, iter(found))


def readers_of(columns: Iterable[Any], dialect: Dialect) -> list[tuple[int, Callable[[Any], Any]]]:
    """What makes of the driver's value ours, by place, where that is another one."""
    readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    return [(place, read) for place, read in enumerate(readers) if read is not None]


def ask(connection: Connection, statement: Any, values: Mapping[str, Any]) -> Result[Any]:
    """What a statement gives that was made once: a query of columns, or one that writes."""
    made = made_of(connection, statement, tuple(values))
    if not made.fixed:
        return connection.execute(statement, values)
    cursor = cursor_of(connection, made)
    try:
        cursor.execute(made.text, made.filled(values))
    except psycopg.Error as error:
        raise told(connection, made.text.decode(), error) from error
    return made.result(cursor)


def tell(connection: Connection, several: Sequence[tuple[Any, Mapping[str, Any]]]) -> None:
    """Have statements carried out that only write, one after the other, without waiting between them."""
    made = [(made_of(connection, statement, tuple(values)), values) for statement, values in several]
    if len(made) > 1 and all(each.fixed for each, _values in made):
        tell_at_once(connection, made)
        return
    for statement, values in several:
        ask(connection, statement, values)


def tell_at_once(connection: Connection, several: Iterable[tuple[Made, Mapping[str, Any]]]) -> None:
    """Send statements and their values to the driver; what it says of each is heard at the end."""
    filled = [(cursor_of(connection, made), made.text, made.filled(values)) for made, values in several]
    try:
        with driver_of(connection).pipeline():
            for cursor, text, values in filled:
                cursor.execute(text, values)
    except psycopg.Error as error:
        raise told(connection, None, error) from error


def cursor_of(connection: Connection, made: Made) -> Any:
    """The cursor that carries this statement out on this connection: kept, for it knows by then how each value is
    written and read."""
    cursors: dict[Made, Any] = connection.info.setdefault("cursors", {})
    if made not in cursors:
        if len(cursors) >= MOST_CURSORS:
            cursors.clear()  # each page of a list has a statement of its own
        cursors[made] = driver_of(connection).cursor(binary=True)  # shorter, and read sooner, than text
    return cursors[made]


def driver_of(connection: Connection) -> Any:
    """The driver's own connection."""
    return connection.connection.driver_connection


def made_of(connection: Connection, statement: Any, names: tuple[str, ...]) -> Made:
    """The statement as the driver takes it, made at the first call."""
    of_statement = _made.get(statement)
    if of_statement is None:
        of_statement = _made[statement] = {}
    key = connection.dialect, *names
    if key not in of_statement:
        of_statement[key] = Made(statement, names, connection.dialect)
    return of_statement[key]


def told(connection: Connection, text: str | None, error: Any) -> Any:
    """The driver's error as SQLAlchemy tells it, without the values; a connection that died is given up."""
    gone = connection.dialect.is_disconnect(error, connection.connection, None)
    if gone:
        connection.invalidate(error)
    return DBAPIError.instance(
        text, None, error, psycopg.Error, hide_parameters=True, connection_invalidated=gone, dialect=connection.dialect,
    )
