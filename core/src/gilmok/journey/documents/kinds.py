"""What a file is, told by its content alone; what is none of these is not taken.

A file that is two things at once, a picture with an archive behind it, is none of them.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

TEXT_STARTS = 65_536
MARKUP = re.compile(r"<\s*(?:!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|meta|link)\b", re.IGNORECASE)
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
SOUND_BRANDS = frozenset({b"M4A ", b"M4B "})
VIDEO_BRANDS = frozenset({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"3gp4"})
HWPX = b"application/hwp+zip"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = ("png", "jpg", "jpeg", "heic", "heif")
# A mark of Unicode text in 16 bits, by the encoding.
WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken: its media type, how its name ends (the first is given where it ends otherwise), and
    whether a browser may show it."""

    code: str
    media: str
    endings: tuple[str, ...]
    is_it: Callable[[bytes], bool]
    shown: bool = False


def is_heic(content: bytes) -> bool:
    """A photo of a newer phone."""
    return brand(content) in HEIC_BRANDS


def brand(content: bytes) -> bytes:
    """What a file of the ISO family calls itself."""
    return content[8:12] if content[4:8] == b"ftyp" else b""


def is_mp3(content: bytes) -> bool:
    """Sound with a tag, or that begins with a frame whose rates exist."""
    if content[:3] == b"ID3":
        return True
    rates = content[2] if len(content) > 3 else 0xFF
    return content[:2] in {b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"} and rates >> 4 < 15 and rates & 12 != 12


def parts_of(content: bytes) -> frozenset[str]:
    """The names in an archive that begins where the file begins; none for anything else."""
    if content[:4] != b"PK\x03\x04":
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def office(part: str) -> Callable[[bytes], bool]:
    """Tells an office document by a part that it has; one with macros is none."""

    def is_it(content: bytes) -> bool:
        parts = parts_of(content)
        return {"[Content_Types].xml", part} <= parts and not any("vba" in name.lower() for name in parts)

    return is_it


def is_hwpx(content: bytes) -> bool:
    """A newer Hangul document, which says so in its first part."""
    return {"mimetype", "Contents/header.xml"} <= parts_of(content) and HWPX in content[:200]


def is_text(content: bytes) -> bool:
    """Plain text, as chats are exported: no control characters, and nothing that a browser would take for a page."""
    text = decoded(content)
    if text is None or text.lstrip("\ufeff").startswith(("#!", "MZ", "{\\rtf", "%PDF", "%!PS")):
        return False
    return not MARKUP.search(text[:TEXT_STARTS]) and not any(ord(char) < 32 and char not in "\t\n\r\f" for char in text)


def decoded(content: bytes) -> str | None:
    """The text in the encodings that Korean files have; None where it is none."""
    for encoding in (WIDE.get(content[:2], "utf-8"), "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


KINDS = (
    Kind("pdf", "application/pdf", ("pdf",), lambda content: content[:5] == b"%PDF-"),
    Kind("png", "image/png", ("png", *PICTURES), lambda content: content[:8] == b"\x89PNG\r\n\x1a\n", shown=True),
    Kind("jpeg", "image/jpeg", ("jpg", *PICTURES), lambda content: content[:3] == b"\xff\xd8\xff", shown=True),
    Kind("heic", "image/heic", ("heic", *PICTURES), is_heic),
    Kind("m4a", "audio/mp4", ("m4a", "mp4"), lambda content: brand(content) in SOUND_BRANDS),
    Kind("mp4", "video/mp4", ("mp4", "m4v", "m4a", "3gp"), lambda content: brand(content) in VIDEO_BRANDS),
    Kind("mp3", "audio/mpeg", ("mp3",), is_mp3),
    Kind("hwp", "application/x-hwp", ("hwp",), lambda content: content[:8] == OLE and b"HWP Document File" in content),
    Kind("hwpx", "application/hwp+zip", ("hwpx",), is_hwpx),
    Kind(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",),
        office("word/document.xml"),
    ),
    Kind(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",),
        office("xl/workbook.xml"),
    ),
    Kind("txt", "text/plain; charset=utf-8", ("txt",), is_text),
)
BY_CODE = {kind.code: kind for kind in KINDS}
ARCHIVES = frozenset({"hwpx", "docx", "xlsx"})


def kind_of(content: bytes) -> Kind | None:
    """What a file is; None for what is not taken, and for nothing at all."""
    found = next((kind for kind in KINDS if content and kind.is_it(content)), None)
    if found is None or (found.code not in ARCHIVES and zipfile.is_zipfile(io.BytesIO(content))):
        return None
    return found


def named_as(name: str, kind: Kind) -> str | None:
    """The name with an ending that fits the content: one that lacks it gets it, a photo's is put right, and any other
    that contradicts the content is refused (None)."""
    stem, _dot, ending = name.rpartition(".")
    ending = ending.lower()
    if not stem:
        return f"{name or 'file'}.{kind.endings[0]}"
    if ending not in kind.endings:
        return None
    return name if ending in own_endings(kind) else f"{stem}.{kind.endings[0]}"


def own_endings(kind: Kind) -> frozenset[str]:
    """The endings that are right for a kind as they are."""
    others = {"png": {"png"}, "jpeg": {"jpg", "jpeg"}, "heic": {"heic", "heif"}}
    return frozenset(others.get(kind.code, kind.endings))
