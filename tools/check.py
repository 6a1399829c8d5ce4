"""`make check`: style, types, the direction of imports, and the rules of the house. All are run; any failure fails."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CHECKS = {
    "style": ["ruff", "check", "."],
    "types": ["mypy", "core/src", *sorted(str(path) for path in ROOT.glob("plugins/*/src"))],
    "imports": ["lint-imports", "--verbose"],
    "house": ["pytest", "-q", "tests/architecture"],
}


def passes(name: str, command: list[str]) -> bool:
    """Whether a check passes; what it says is shown only if not."""
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True)
    print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def main() -> int:
    """0 if every check passes, else 1. Two run side by side: types and the rules of the house take longest."""
    with ThreadPoolExecutor(2) as together:
        results = list(together.map(passes, CHECKS, CHECKS.values()))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
