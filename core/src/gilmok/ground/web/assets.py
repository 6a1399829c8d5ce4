"""The styles, script and fonts of the pages: read once at start, served under the hash of what they hold.

An address names its content, so a browser may keep it for good and a new version is fetched at once.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.errors import NotFound
from gilmok.ground.web.request import needs

STATIC = Path(__file__).parent / "static"
# In this order, as one file: a phone on a slow line then asks once.
STYLES = ("tokens", "layout", "forms", "tables", "parts", "casework", "intake", "surveys", "print")
# Beside the styles; those of letters are asked for by the pages that show one.
OWN = ("ui.js", "icon.svg", "letters.css")
FOREIGN = {
    "htmx.min.js": "htmx.org-*",
    "krds_tokens.css": "krds-uiux-*",
    "PretendardGOV-Regular.subset.woff2": "pretendard-gov-*",
    "PretendardGOV-Bold.subset.woff2": "pretendard-gov-*",
}
FONTS = tuple(name for name in FOREIGN if name.endswith(".woff2"))
A_YEAR = 31_536_000


class AssetsMissing(RuntimeError):
    """The pages' fonts, styles and scripts are not there: run `make assets`, or `python tools/assets.py`."""


@dataclass(frozen=True)
class Asset:
    """A file that browsers may keep for good."""

    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """The part of the address that changes with the content."""
        return hashlib.sha256(self.content).hexdigest()[:12]

    @cached_property
    def packed(self) -> bytes | None:
        """The content as gzip, where that is smaller: fonts and pictures are packed already."""
        return None if self.name.endswith((".woff2", ".png")) else gzip.compress(self.content, mtime=0)

    @property
    def kind(self) -> str:
        """The media type."""
        return "font/woff2" if self.name.endswith(".woff2") else mimetypes.guess_type(self.name)[0] or "text/plain"


def shipped() -> dict[str, Asset]:
    """Every asset by name; raises AssetsMissing where the files of others were not brought."""
    foreign = {name: foreign_file(name, folder).read_bytes() for name, folder in FOREIGN.items()}
    fonts = [Asset(name, foreign[name]) for name in FONTS]
    own = [Asset(name, (STATIC / name).read_bytes()) for name in OWN]
    htmx = Asset("htmx.min.js", foreign["htmx.min.js"])
    return by_name([*fonts, *own, htmx, styles(foreign["krds_tokens.css"], fonts)])


def by_name(assets: Iterable[Asset]) -> dict[str, Asset]:
    """The assets by their names."""
    return {asset.name: asset for asset in assets}


def foreign_file(name: str, folder: str) -> Path:
    """Where a file of others lies; raises AssetsMissing."""
    found = sorted((STATIC / "vendor").glob(f"{folder}/{name}"))
    if not found:
        raise AssetsMissing(AssetsMissing.__doc__)
    return found[-1]


def styles(tokens: bytes, fonts: Iterable[Asset]) -> Asset:
    """All styles as one file. A font's address is the one that the page preloads, else it is fetched twice."""
    text = "\n".join((STATIC / f"css/{name}.css").read_text("utf-8") for name in STYLES)
    for font in fonts:
        text = text.replace(f'url("{font.name}")', f'url("../{font.digest}/{font.name}")')
    return Asset("app.css", tokens + b"\n" + text.encode())


def asset(name: str) -> str:
    """The address of an asset, for templates: `asset("app.css")`."""
    return url_for("static", digest=assets()[name].digest, name=name)


def assets() -> Mapping[str, Asset]:
    """The assets of this application."""
    found: Mapping[str, Asset] = current_app.extensions["assets"]
    return found


@needs(Permission.PUBLIC)
def serve(digest: str, name: str) -> ResponseReturnValue:
    """An asset at the address of its content; any other address is not found."""
    found = assets().get(name)
    if found is None or found.digest != digest:
        raise NotFound
    response = Response(found.content, mimetype=found.kind)
    if found.packed and request.accept_encodings["gzip"] > 0:
        response = Response(found.packed, mimetype=found.kind, headers={"Content-Encoding": "gzip"})
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def init_assets(app: Flask) -> None:
    """Serve the assets below `/static/`, and give templates `asset(name)`."""
    app.extensions["assets"] = shipped()
    app.add_url_rule("/static/<digest>/<name>", "static", serve)
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["FONTS"] = FONTS
