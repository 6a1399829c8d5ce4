"""Make `.venv` what `make run` or `make test` needs: `python3 tools/setup.py run|test`.

Picks a Python, makes the environment, and lets `tools/install.py` fill it. A stamp says what it was made from; while
that is the same, nothing is done, and neither network nor time is needed. Standard library only, and any Python from
3.8 on, so that an old one can say what is wanted.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin/python"
VENDOR = ROOT / "core/src/gilmok/ground/web/static/vendor"
SUPPORTED = ((3, 11), (3, 12), (3, 13))
CANDIDATES = (sys.executable, "python3.13", "python3.12", "python3.11", "python3", "/usr/bin/python3")
MADE_FROM = (
    "pyproject.toml", "constraints.txt", "package-lock.json", "core/pyproject.toml", "plugins/*/pyproject.toml",
    "tools/setup.py", "tools/install.py",
)
# Of the caller's, these would lead Python or its installers elsewhere.
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "CONDA_PREFIX", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")


class Wanted(Exception):
    """Something is missing that only the person at this machine can bring; the message says what."""


def made_from() -> str:
    """What the environment is made from: this folder, the Python in it, and the files that say what to install."""
    digest = hashlib.sha256(str(ROOT).encode())
    for pattern in MADE_FROM:
        for file in sorted(ROOT.glob(pattern)):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    config = VENV / "pyvenv.cfg"
    digest.update(config.read_bytes() if config.exists() else b"")
    return f"{digest.hexdigest()}\n{ROOT}\n"


def stamp(purpose: str) -> Path:
    """The file that says what the environment was made from."""
    return VENV / f"gilmok-{purpose}.stamp"


def is_ready(purpose: str) -> bool:
    """Whether nothing is to be done. An environment for tests also runs."""
    if not (PYTHON.exists() and VENDOR.is_dir()):
        return False
    now = made_from()
    return any(stamp(each).exists() and stamp(each).read_text() == now for each in {purpose, "test"})


def output(*command: str | Path) -> str | None:
    """What a command printed, or None if it failed or is not there."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def version_of(python: str | Path) -> tuple[int, ...] | None:
    """The version of a Python as (3, 11), or None if there is no such Python."""
    said = output(python, "-c", "import sys; print(*sys.version_info[:2])")
    return tuple(map(int, said.split())) if said else None


def pick_python() -> str:
    """The first Python here that Gilmok runs on, as its full path."""
    seen = {python: version_of(python) for python in CANDIDATES}
    for python, version in seen.items():
        if version in SUPPORTED:
            return output(python, "-c", "import sys; print(sys.executable)") or python
    have = ", ".join(sorted({".".join(map(str, version)) for version in seen.values() if version})) or "none"
    raise Wanted(
        f"Gilmok needs Python 3.11, 3.12 or 3.13 (here: {have}). "
        "Install one, or name it: make run PYTHON=/path/to/python3"
    )


def make_venv() -> None:
    """Make the environment, unless there is a sound one of this folder."""
    if is_sound():
        return
    python = pick_python()
    debian.say("Making .venv with {} ({})".format(output(python, "--version"), python))
    shutil.rmtree(VENV, ignore_errors=True)
    if make_with_uv(python):
        return
    if output(python, "-c", "import ensurepip, venv") is None:
        lacking = debian.bring(["python3-venv"], f"{python} lacks what makes environments")
        if lacking:
            raise Wanted(lacking)
    done = subprocess.run([python, "-m", "venv", str(VENV)], capture_output=True, text=True)
    if done.returncode:
        raise Wanted(f"{python} could not make .venv: {done.stdout.strip()}{done.stderr.strip()}")


def make_with_uv(python: str) -> bool:
    """Whether the machine's uv, which is faster, made the environment."""
    uv = shutil.which("uv")
    return bool(uv) and output(uv, "venv", "-q", "--seed", "--python", python, VENV) is not None


def is_sound() -> bool:
    """Whether `.venv` runs a supported Python with pip and was made in this very folder; a moved one is not."""
    if not PYTHON.exists() or version_of(PYTHON) not in SUPPORTED or output(PYTHON, "-m", "pip", "--version") is None:
        return False
    stamps = [stamp(purpose) for purpose in ("run", "test") if stamp(purpose).exists()]
    return all(each.read_text().splitlines()[1:] == [str(ROOT)] for each in stamps)


def set_up(purpose: str) -> int:
    """Bring the environment up to date; the exit status."""
    for name in MISLEADING:
        os.environ.pop(name, None)
    debian.for_documents()
    if purpose == "test":
        debian.for_tests()
    if is_ready(purpose):
        return 0
    if VENV.exists() and not os.access(VENV, os.W_OK):
        raise Wanted(".venv belongs to another account: remove it, or work in a clone of your own.")
    make_venv()
    done = subprocess.run([str(PYTHON), str(ROOT / "tools/install.py"), purpose])
    if done.returncode == 0:
        stamp(purpose).write_text(made_from())
    return done.returncode


def main() -> int:
    """`run` or `test`; the exit status."""
    if sys.argv[1:] not in (["run"], ["test"]):
        debian.say("usage: python3 tools/setup.py run|test")
        return 2
    try:
        return set_up(sys.argv[1])
    except KeyboardInterrupt:
        return 130
    except (Wanted, OSError) as error:
        debian.say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
