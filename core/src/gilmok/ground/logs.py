"""Structured logs without personal data: one line of JSON an event, with codes, ids and times only."""

import json
import logging
import sys
from datetime import UTC, datetime

import structlog
from flask.logging import default_handler

from gilmok.ground.config import Settings


def init_logs(settings: Settings) -> None:
    """Log from the set level on, to standard error."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    for handler in (logging.lastResort, default_handler):
        if handler is not None:
            handler.setFormatter(Line())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_values,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def without_values(_logger: object, _name: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    """Keep of an exception its kind and where it was raised, never its text: that may hold what someone typed."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event.update(told_of(error))
    return event


def told_of(error: BaseException) -> dict[str, str]:
    """What may be told of an exception: its kind, and where it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return {"error": type(error).__name__, "raised_at": place}


class Line(logging.Formatter):
    """What the libraries below us log (server, jobs, Flask), as lines like ours: of exceptions never the text."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line of JSON."""
        error = record.exc_info[1] if record.exc_info else None
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        line = {"event": said_by(record), "logger": record.name, "level": record.levelname.lower(), "timestamp": at}
        return json.dumps(line | (told_of(error) if error else {}), ensure_ascii=False)


def said_by(record: logging.LogRecord) -> str:
    """What a record says. Of an exception within it, as drivers tell what they pass over, only the kind."""
    values = tuple(map(without_text, record.args)) if isinstance(record.args, tuple) else record.args
    said = str(without_text(record.msg))
    return said % values if values else said


def without_text(value: object) -> object:
    """The value; of an exception its kind."""
    return type(value).__name__ if isinstance(value, BaseException) else value
