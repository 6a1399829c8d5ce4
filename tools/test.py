"""Run the suite: `make test`. What uses a database first runs on Debian's PostgreSQL, where the machine has it.

`GILMOK_DATABASE_URL` runs everything on a server of one's own instead. Arguments are pytest's; its own last line is
the last that is printed.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gilmok.ground.db import embedded

ROOT = Path(__file__).resolve().parents[1]
NO_TESTS = 5  # pytest's exit status where it found none to run: right only if some were chosen
OTHERS = "/usr/lib/postgresql/{}/bin"
VERSIONS = (15, 16, 17)


def pytest(*arguments: str, url: str | None = None) -> int:
    """Run pytest, on the database of this URL if one is given; its exit status."""
    environ = dict(os.environ, GILMOK_DATABASE_URL=url) if url else os.environ
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environ).returncode


def on_others(arguments: list[str]) -> int:
    """Run the tests of the database on each other PostgreSQL of this machine; the first bad exit status, or 0."""
    for version in VERSIONS:
        programs = Path(OTHERS.format(version))
        if not (programs / "initdb").exists():
            continue
        print(f"On PostgreSQL {version}:", flush=True)
        with tempfile.TemporaryDirectory(prefix="gilmok-") as folder:
            Path(folder).chmod(0o755)
            url = embedded.start(Path(folder), programs=programs, durable=False)
            status = pytest("-m", "database and not browser and not once", "-q", *arguments, url=url)
            embedded.stop(Path(folder))
        if status and not (status == NO_TESTS and sys.argv[1:]):
            return status
    return 0


def together() -> list[str]:
    """Arguments that run the whole suite on up to four cores; one that is done takes over what another has left."""
    cores = min(4, os.cpu_count() or 1)
    return ["-n", str(cores), "--dist=worksteal"] if cores > 1 else []


def main() -> int:
    """The exit status of the first run that failed, or 0."""
    arguments = sys.argv[1:] or together()
    own = os.environ.get("GILMOK_DATABASE_URL")
    return (0 if own else on_others(arguments)) or pytest(*arguments)


if __name__ == "__main__":
    sys.exit(main())
