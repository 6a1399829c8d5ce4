"""Who the embedded database runs as: oneself, or, for root, an account without rights, as PostgreSQL demands.

An account without rights may be unable to enter the folders of root (`/root` is closed on most systems). Nothing is
opened for it: what it needs then lies in `/var/lib/gilmok`.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gilmok.ground.config import CannotRun

OPEN_FOLDER = Path("/var/lib/gilmok")
NAME = "gilmok-db"
# Nothing of the caller's: PGDATA, PGOPTIONS or a language would change what the server does.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


class CannotStart(CannotRun):
    """The embedded database cannot be started."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{self.__doc__} {why}")


@dataclass(frozen=True)
class Account:
    """An account of this machine; `own` if it is the one of this process."""

    uid: int
    gid: int
    own: bool

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """What the command printed and answered, run as this account."""
        return subprocess.run(
            [str(part) for part in command], cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, errors="replace", check=False,
            user=None if self.own else self.uid, group=None if self.own else self.gid,
            extra_groups=None if self.own else [],
        )

    def may(self, what: str, path: Path) -> bool:
        """Whether the account may do `what` with a path: `r`, `w` or `x`."""
        return self.run("test", f"-{what}", path).returncode == 0

    def own_folder(self, folder: Path) -> Path:
        """Give an empty folder to the account alone."""
        folder.chmod(0o700)
        if not self.own:
            os.chown(folder, self.uid, self.gid)
        return folder


def account_for(home: Path) -> Account:
    """The account that the database in `home` runs as: its owner, else oneself, else (for root) one without rights.

    Raises CannotStart if the folder belongs to someone else and one is not root.
    """
    me = os.geteuid()
    owner = home.stat().st_uid if home.exists() else me
    if me != 0:
        if owner != me:
            raise CannotStart(f"{home} belongs to {name_of(owner)}: run as {name_of(owner)}, or set GILMOK_VAR.")
        return Account(me, os.getegid(), own=True)
    return of_name(name_of(owner) if owner else NAME)


def name_of(uid: int) -> str:
    """The name of an account, or its number if it has none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def of_name(name: str) -> Account:
    """The account of this name; ours is made at the first call, by root."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        make_account(name)
        entry = pwd.getpwnam(name)
    return Account(entry.pw_uid, entry.pw_gid, own=False)


def make_account(name: str) -> None:
    """Make an account without rights, home or login; raises CannotStart if this machine cannot."""
    add = shutil.which("useradd") or "/usr/sbin/useradd"
    command = [add, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
               "--shell", "/usr/sbin/nologin", name]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotStart(f"Root needs the account {name} for it, which could not be made ({error}).") from error


def home_for(account: Account, home: Path) -> Path:
    """The real folder of the database, made at the first call; `home` links to it where the account cannot enter."""
    if not home.exists():
        home.unlink(missing_ok=True)
        if account.own or account.may("x", home.parent):
            home.mkdir()
            account.own_folder(home)
        else:
            OPEN_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
            home.symlink_to(account.own_folder(Path(tempfile.mkdtemp(prefix="postgres-", dir=OPEN_FOLDER))))
    real = home.resolve()
    if not account.may("w", real):
        raise CannotStart(f"{name_of(account.uid)} cannot enter {real}: set GILMOK_VAR to a folder elsewhere.")
    return real


def within_reach(account: Account, folder: Path, parts: tuple[str, ...], probe: str, name: str) -> Path:
    """`folder` if the account may run its `probe`, else a folder `name` with a copy of these parts of it."""
    if account.may("x", folder / probe):
        return folder
    copy = OPEN_FOLDER / name
    if not copy.exists():
        OPEN_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix="copying-", dir=OPEN_FOLDER))
        for part in parts:
            shutil.copytree(folder / part, unfinished / part, symlinks=True)
        for path in (unfinished, *unfinished.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        unfinished.rename(copy)
    return copy
