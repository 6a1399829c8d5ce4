"""A page as PDF: exactly what its preview shows, where the machine has the libraries that it takes.

WeasyPrint needs Pango, which no wheel brings. It is loaded when the first such page is looked at, for that takes two
seconds and most processes make none.
"""

import re
from contextlib import redirect_stdout
from functools import cache
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote

from flask import Response

from gilmok.ground.errors import NotReady
from gilmok.ground.web.assets import FONTS, assets

# Between the letters of a Korean word: WeasyPrint breaks lines at any syllable, and knows no `word-break: keep-all`.
WITHIN_WORD = re.compile(r"(?<=[가-힣])(?=[가-힣])")
JOINER = "\u2060"
OURS = "gilmok:"
FACE = '@font-face {{ font-family: "Pretendard GOV"; font-weight: {weight}; src: url("{address}") }}'


class NoPdf(NotReady):
    """This machine cannot make a PDF. Please print the page instead."""


@cache
def printer() -> Any:
    """WeasyPrint; None where it, or a library that it needs, is not installed."""
    try:
        # It tells the console at length what is missing, which the page says in a line.
        with redirect_stdout(StringIO()):
            return import_module("weasyprint")
    except (ImportError, OSError):
        return None


def pdf_of_page(page: str) -> bytes:
    """A page as PDF; raises NoPdf where this machine cannot make one."""
    weasyprint = printer()
    if weasyprint is None:
        raise NoPdf
    return print_page(weasyprint, WITHIN_WORD.sub(JOINER, page))


def as_download(printed: bytes, name: str) -> Response:
    """The answer of a page that gives a PDF to be saved under this name."""
    answer = Response(printed, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer


def print_page(weasyprint: Any, page: str) -> bytes:
    """A page as PDF, with the styles of letters and our own fonts; nothing else is read, whatever the page names."""
    fonts, files = weasyprint.text.fonts.FontConfiguration(), reader(weasyprint)
    styles = weasyprint.CSS(string=styles_of_letters(), font_config=fonts, url_fetcher=files)
    html = weasyprint.HTML(string=page, url_fetcher=files)
    printed: bytes = html.write_pdf(stylesheets=[styles], font_config=fonts)
    return printed


def styles_of_letters() -> str:
    """The styles of the preview, and the fonts under addresses of our own."""
    weights = {name: 700 if "Bold" in name else 400 for name in FONTS}
    faces = [FACE.format(weight=weight, address=OURS + name) for name, weight in weights.items()]
    return "\n".join([*faces, assets()["letters.css"].content.decode()])


def reader(weasyprint: Any) -> Any:
    """What reads the files that a page names: our fonts alone. No address of the network and no file of the machine."""

    def fetch(_self: Any, url: str, headers: Any = None) -> Any:
        name = url.removeprefix(OURS)
        if name not in FONTS:
            raise ValueError("only files of the package are read")
        return weasyprint.urls.URLFetcherResponse(url, unpacked(assets()[name].content), {"Content-Type": "font/ttf"})

    return type("PackageFiles", (weasyprint.urls.URLFetcher,), {"fetch": fetch})()


@cache
def unpacked(font: bytes) -> bytes:
    """A woff2 font as TrueType, unpacked once a process; WeasyPrint would do it for every page, half a second each."""
    found = BytesIO()
    import_module("fontTools.ttLib.woff2").decompress(BytesIO(font), found)
    return found.getvalue()
