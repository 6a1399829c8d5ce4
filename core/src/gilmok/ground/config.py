"""The settings of an installation: environment first, then `gilmok.toml`, then the default.

Every wrong or missing value is found before anything starts, and all are named at once. `docs/settings.md` lists each.
"""

import base64
import binascii
import os
import secrets
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

PREFIX = "GILMOK_"
KEY_BYTES = 32
LOG_LEVELS = ("debug", "info", "warning", "error")
SECRETS = ("secret_key", "field_key", "index_key")


class CannotRun(Exception):
    """Gilmok cannot run like this."""


class WrongSettings(CannotRun):
    """Some settings are wrong or missing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join([self.__doc__ or "", *(f"  {problem}" for problem in problems)]))
        self.problems = problems


def whole(low: int, high: int) -> Callable[[Any], int]:
    """A reader of whole numbers from `low` to `high`."""

    def read(value: Any) -> int:
        number = int(value)
        if not low <= number <= high:
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
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def setting(read: Callable[[Any], Any], about: str, default: Any = MISSING) -> Any:
    """A field of `Settings`: how its value is read, and what it is for."""
    about_it = {"read": read, "about": about}
    return field(metadata=about_it) if default is MISSING else field(default=default, metadata=about_it)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an installation is set to. Immutable for the life of the process."""

    secret_key: bytes = setting(key, "signs cookies and forms")
    field_key: bytes = setting(key, "wraps the key of each case; without it no name or narrative can be read")
    index_key: bytes = setting(key, "finds a phone number or name without storing it in the clear")
    database_url: str | None = setting(postgres_url, "a PostgreSQL of one's own; unset: the embedded one", None)
    var: Path = setting(Path, "where the embedded database and made keys live", Path("var"))
    host: str = setting(str, "the address to serve on", "127.0.0.1")
    port: int = setting(whole(1, 65535), "the first port to try", 8000)
    threads: int = setting(whole(1, 256), "requests served at once by one process", 8)
    session_minutes: int = setting(whole(5, 720), "idle minutes until a login ends", 30)
    secure_cookies: bool = setting(flag, "send cookies over HTTPS only", False)
    official_masthead: bool = setting(flag, "show that this is an official site of the Republic of Korea", False)
    log_level: str = setting(log_level, "the least level that is logged", "info")
    today: date | None = setting(day, "pretend that it is this day (demonstrations and tests only)", None)


def load(environ: Mapping[str, str] | None = None, *, make_secrets: bool = False) -> Settings:
    """The settings of this process.

    `make_secrets`: keys that are not set are made once and kept in `var/secrets.toml`, readable by the owner only.
    Raises WrongSettings with every problem by name.
    """
    environ = os.environ if environ is None else environ
    given = from_file(environ.get(PREFIX + "CONFIG"))
    given |= {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environ.items()
        if name.startswith(PREFIX) and name != PREFIX + "CONFIG" and value
    }
    made = kept_secrets(Path(given.get("var", "var"))) if make_secrets else {}
    return read_all({**made, **given})


def from_file(path: str | None) -> dict[str, Any]:
    """What `gilmok.toml` says (in the working folder, or at `GILMOK_CONFIG`); nothing if there is no such file."""
    file = Path(path or "gilmok.toml")
    if not file.exists():
        if path:
            raise WrongSettings([f"GILMOK_CONFIG: there is no file {path}"])
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSettings([f"{file}: {error}"]) from error


def read_all(given: Mapping[str, Any]) -> Settings:
    """The settings from raw values by name; raises WrongSettings that names every wrong, missing or unknown one."""
    known = {each.name: each for each in fields(Settings)}
    problems = [f"{PREFIX}{name.upper()}: there is no such setting" for name in given if name not in known]
    values: dict[str, Any] = {}
    for name, each in known.items():
        if name in given:
            try:
                values[name] = each.metadata["read"](given[name])
            except ValueError as error:
                problems.append(f"{PREFIX}{name.upper()}: {error}")
        elif each.default is MISSING:
            problems.append(f"{PREFIX}{name.upper()}: is missing ({each.metadata['about']})")
    if problems:
        raise WrongSettings(problems)
    return Settings(**values)


def kept_secrets(var: Path) -> dict[str, str]:
    """The keys in `var/secrets.toml`, made at the first call; the file is readable by its owner only."""
    file = var / "secrets.toml"
    if not file.exists():
        var.mkdir(parents=True, exist_ok=True)
        lines = [f'{name} = "{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"' for name in SECRETS]
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write("\n".join(lines) + "\n")
    return tomllib.loads(file.read_text("utf-8"))
