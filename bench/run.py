"""`make bench`: every figure that we state: its floor, ours, the ratio, the goal. python bench/run.py [NAME ...]

Everything runs in turns on this machine (A B A B …) and medians are compared, because absolute times mean nothing on a
machine that others use too. Peers are installed into an environment of their own, `var/bench/venv`.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
VENV = HERE.parent / "var" / "bench" / "venv"
PEERS = ("zen-engine>=2,<3",)
FIGURES = {
    "engine": ("engine.py",), "lines": ("route_lines.py",), "pages": ("pages.py", "--more", "100000"),
    "starting": ("starting.py",),
}


def main() -> int:
    """Install the peers and print every figure, or those that are named; 1 if one could not be measured."""
    names = sys.argv[1:] or list(FIGURES)
    unknown = set(names) - set(FIGURES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(FIGURES)}", file=sys.stderr)
        return 2
    if "engine" in names:
        install_peers()
    failed = [name for name in names if not measured(name)]
    if failed:
        print(f"could not be measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def install_peers() -> None:
    """Install the peers from their wheels; where that fails, the figures go without them."""
    python = str(VENV / "bin" / "python")
    uv = [sys.executable, "-m", "uv"]
    if not Path(python).exists():
        subprocess.run([*uv, "venv", "--quiet", str(VENV)], check=False)
    bring = [*uv, "pip", "install", "--quiet", "--only-binary", ":all:", "--python", python, *PEERS]
    if subprocess.run(bring, check=False).returncode:
        print("the peers could not be installed: no comparison with them", file=sys.stderr)


def measured(name: str) -> bool:
    """Whether this script printed its figures."""
    script, *options = FIGURES[name]
    print(f"\n{name}", flush=True)
    return subprocess.run([sys.executable, str(HERE / script), *options], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
