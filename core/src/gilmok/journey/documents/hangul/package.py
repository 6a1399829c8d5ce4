"""A Hangul document as the ZIP that it is: its parts, after everything that could harm has been refused."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from gilmok.journey.documents.hangul.archive import MEGABYTE, MIMETYPE, refuse_harm
from gilmok.journey.documents.hangul.refusals import Locked, NoHangul, NothingSent, NotWellMade, OlderHangul, TooMuch
from gilmok.journey.documents.kinds import HWPX, OLE

LARGEST, LARGEST_TEXT = 5 * MEGABYTE, 4 * MEGABYTE
SECTION = re.compile(r"Contents/section([0-9]{1,4})\.xml")
HEADER, MANIFEST = "Contents/header.xml", "META-INF/manifest.xml"
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ValueError, RuntimeError, OSError, EOFError)


@dataclass(frozen=True)
class Package:
    """The parts of a Hangul document by name, in their order."""

    infos: tuple[ZipInfo, ...]
    parts: Mapping[str, bytes]

    @property
    def sections(self) -> list[str]:
        """The names of the parts that hold the text, in the order in which it is read."""
        found = {name: int(match[1]) for name in self.parts if (match := SECTION.fullmatch(name))}
        return sorted(found, key=lambda name: found[name])

    def packed(self, changed: Mapping[str, bytes]) -> bytes:
        """The document as a file again, with some parts changed. The first says what it is and is never compressed."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for info in self.infos:
                new = ZipInfo(info.filename, info.date_time)
                new.compress_type = ZIP_STORED if info.filename == MIMETYPE else ZIP_DEFLATED
                archive.writestr(new, changed.get(info.filename, self.parts[info.filename]))
        return out.getvalue()


def opened(content: bytes) -> Package:
    """The document in a file that someone sent; raises NotTaken with the reason."""
    refuse_others(content)
    package = unpacked(content)
    if b"encryption-data" in package.parts.get(MANIFEST, b""):
        raise Locked
    if package.parts[MIMETYPE].strip() != HWPX:
        raise NoHangul
    if HEADER not in package.parts or not package.sections:
        raise NotWellMade
    if sum(len(package.parts[name]) for name in package.sections) > LARGEST_TEXT:
        raise TooMuch
    return package


def refuse_others(content: bytes) -> None:
    """Refuse what is no archive, and too much of anything."""
    if not content:
        raise NothingSent
    if content[:8] == OLE:
        raise OlderHangul
    if content[:4] != b"PK\x03\x04":
        raise NoHangul
    if len(content) > LARGEST:
        raise TooMuch


def unpacked(content: bytes) -> Package:
    """The parts of an archive that announces nothing that could harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = tuple(info for info in archive.infolist() if not info.is_dir())
            refuse_harm(infos)
            return Package(infos, {info.filename: archive.read(info) for info in infos})
    except BROKEN as error:
        raise NotWellMade from error
