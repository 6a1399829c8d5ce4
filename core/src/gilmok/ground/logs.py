"""Structured logs without personal data: one line of JSON an event, with codes, ids and times only."""

import logging
import sys

import structlog

from gilmok.ground.config import Settings


def init_logs(settings: Settings) -> None:
    """Log from the set level on, to standard error."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
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
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
        event["error"], event["raised_at"] = type(error).__name__, place
    return event
