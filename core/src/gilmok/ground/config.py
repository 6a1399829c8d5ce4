"""The settings of an installation: environment first, then `gilmok.toml`, then the default.

Every wrong or missing value is found before anything starts, and all are named at once. `docs/settings.md` lists each.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from gilmok.ground.keys import has_secrets, kept_secrets
from gilmok.ground.readers import day, flag, key, log_level, postgres_url, whole

PREFIX = "GILMOK_"
# What is read so is never shown: keys, and addresses with a password in them.
SECRET = (key, postgres_url)


class CannotRun(Exception):
    """Gilmok cannot run like this."""


class WrongSettings(CannotRun):
    """Some settings are wrong or missing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join([self.__doc__ or "", *(f"  {problem}" for problem in problems)]))
        self.problems = problems


def setting(read: Callable[[Any], Any], about: str, default: Any = MISSING) -> Any:
    """A field of `Settings`: how its value is read, and what it is for."""
    about_it, shown = {"read": read, "about": about}, read not in SECRET
    if default is MISSING:
        return field(metadata=about_it, repr=shown)
    return field(default=default, metadata=about_it, repr=shown)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an installation is set to. Immutable for the life of the process."""

    secret_key: bytes = setting(key, "signs cookies and forms")
    field_key: bytes = setting(key, "wraps the key of each case; without it no name or narrative can be read")
    index_key: bytes = setting(key, "finds a phone number or name without storing it in the clear")
    database_url: str | None = setting(postgres_url, "a PostgreSQL of one's own; unset: the embedded one", None)
    owner_url: str | None = setting(postgres_url, "the same by the login that owns it, for `gilmok db upgrade`", None)
    var: Path = setting(Path, "where the embedded database and made keys live", Path("var"))
    files: Path | None = setting(Path, "where uploaded files lie, sealed; unset: `files` below `GILMOK_VAR`", None)
    host: str = setting(str, "the address to serve on", "127.0.0.1")
    port: int = setting(whole(1, 65535), "the first port to try", 8000)
    threads: int = setting(whole(1, 256), "requests served at once by one process", 8)
    session_minutes: int = setting(whole(5, 720), "idle minutes until a login ends", 30)
    secure_cookies: bool = setting(flag, "send cookies over HTTPS only", False)
    official_masthead: bool = setting(flag, "show that this is an official site of the Republic of Korea", False)
    proxy: str | None = setting(str, "the address of the proxy whose X-Forwarded-For is believed", None)
    visitor_pages: int = setting(whole(1, 100_000), "pages for visitors that one address may open in a minute", 120)
    visitor_forms: int = setting(whole(1, 100_000), "forms for visitors that one address may send in an hour", 60)
    log_level: str = setting(log_level, "the least level that is logged", "info")
    today: date | None = setting(day, "pretend that it is this day (demonstrations and tests only)", None)

    @property
    def files_folder(self) -> Path:
        """Where uploaded files lie."""
        return self.files or self.var / "files"


def load(environ: Mapping[str, str] | None = None, *, make_secrets: bool = False) -> Settings:
    """The settings of this process.

    Keys that are not set are those of `var/secrets.toml`, readable by the owner only; `make_secrets`: that file is made
    where it is missing.
    Raises WrongSettings with every problem by name.
    """
    environ = os.environ if environ is None else environ
    given = from_file(environ.get(PREFIX + "CONFIG"))
    given |= {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environ.items()
        if name.startswith(PREFIX) and name != PREFIX + "CONFIG" and value
    }
    var = Path(given.get("var", "var"))
    made = kept_secrets(var) if make_secrets or has_secrets(var) else {}
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
    values = {name: read_one(each, given, problems) for name, each in known.items()}
    if problems:
        raise WrongSettings(problems)
    return Settings(**values)


def read_one(each: Field[Any], given: Mapping[str, Any], problems: list[str]) -> Any:
    """The value of one setting; what is wrong with it is added to the problems."""
    name = PREFIX + each.name.upper()
    if each.name in given:
        try:
            return each.metadata["read"](given[each.name])
        except ValueError as error:
            problems.append(f"{name}: {error}")
    elif each.default is MISSING:
        problems.append(f"{name}: is missing ({each.metadata['about']})")
    return each.default
