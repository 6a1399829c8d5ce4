"""Debian packages that only the machine's own package tool can bring: asked for by root, else named in one line.

Standard library only, and any Python from 3.8 on: it runs before there is an environment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library


def say(line: str) -> None:
    """One line to the person who typed the command."""
    print(line, file=sys.stderr, flush=True)


def bring(packages: list[str], why: str) -> str:
    """Install packages, if one is root on a machine with apt. Empty, or, if they are not there now, what to do."""
    by_hand = "{}: {}apt-get install {}".format(why, "" if os.geteuid() == 0 else "sudo ", " ".join(packages))
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return by_hand
    say("Installing {} ({})".format(", ".join(packages), why))
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (install, ["apt-get", "update", "-qq"], install):
        done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if command is install and done.returncode == 0:
            return ""
    return f"{done.stderr.strip()}\n{by_hand}"


def for_documents() -> None:
    """What documents as PDF need. Where it is missing, pages offer printing instead."""
    libraries = {
        "pango-1.0": "libpango-1.0-0", "pangoft2-1.0": "libpangoft2-1.0-0", "harfbuzz-subset": "libharfbuzz-subset0",
    }
    missing = [package for library, package in libraries.items() if find_library(library) is None]
    lacking = bring(missing, "Documents as PDF need more") if missing else ""
    if lacking:
        say(lacking)


def for_tests() -> None:
    """What the browser tests need: Chromium and a Korean font. Tests that lack it are skipped."""
    missing = []
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        missing.append("chromium")
    if not os.path.isdir("/usr/share/fonts/truetype/nanum"):
        missing.append("fonts-nanum")
    lacking = bring(missing, "Tests in a browser need more") if missing else ""
    if lacking:
        say(lacking)
