"""How a setting's text is read: each reader gives the value, or raises ValueError with what it must be."""

import base64
import binascii
from collections.abc import Callable
from datetime import date
from typing import Any

KEY_BYTES = 32
LOG_LEVELS = ("debug", "info", "warning", "error")


def whole(low: int, high: int) -> Callable[[Any], int]:
    """A reader of whole numbers from `low` to `high`."""

    def read(value: Any) -> int:
        text = str(value).strip()
        number = int(text) if text.isdecimal() else None
        if number is None or not low <= number <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return number

    return read


def flag(value: Any) -> bool:
    """A yes or no, as `true`, `1`, `yes`, `on` or their opposites."""
    word = str(value).strip().lower()
    if word not in {"true", "1", "yes", "on", "false", "0", "no", "off"}:
        raise ValueError("must be true or false")
    return word in {"true", "1", "yes", "on"}


def key(value: Any) -> bytes:
    """A key of 32 bytes, written in base64."""
    try:
        raw = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("must be 32 bytes in base64") from error
    if len(raw) != KEY_BYTES:
        raise ValueError("must be 32 bytes in base64")
    return raw


def log_level(value: Any) -> str:
    """One of debug, info, warning, error."""
    if str(value).lower() not in LOG_LEVELS:
        raise ValueError(f"must be one of {', '.join(LOG_LEVELS)}")
    return str(value).lower()


def postgres_url(value: Any) -> str:
    """A PostgreSQL URL for psycopg 3, from any usual spelling of the scheme."""
    scheme, _, rest = str(value).partition("://")
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"} or not rest:
        raise ValueError("must be a URL that begins with postgresql://")
    return f"postgresql+psycopg://{rest}"


def day(value: Any) -> date:
    """A day, written 2026-11-22."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError("must be a day, written 2026-11-22") from error
