"""What an archive announces of itself, judged before anything in it is unpacked."""

import re
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from gilmok.journey.documents.hangul.refusals import NoHangul, NotWellMade, TooMuch

MEGABYTE = 1024 * 1024
# zipfile gives no byte more of a part than was announced.
LARGEST_PART, LARGEST_UNPACKED, MOST_PARTS = 8 * MEGABYTE, 40 * MEGABYTE, 300
MIMETYPE = "mimetype"
PLAIN = re.compile(r"[\w .()\[\]@+-]+")


def refuse_harm(infos: Sequence[ZipInfo]) -> None:
    """Refuse an archive that does not begin as Hangul's do, that unpacks to too much, or whose names play tricks."""
    if not begins_right(infos):
        raise NoHangul
    if unpacks_to_much(infos):
        raise TooMuch
    if len({info.filename for info in infos}) < len(infos) or not all(map(is_plain, infos)):
        raise NotWellMade


def begins_right(infos: Sequence[ZipInfo]) -> bool:
    """Whether the first part, which says what the file is, comes first and is not compressed."""
    firsts = [(info.filename, info.header_offset, info.compress_type) for info in infos[:1]]
    return firsts == [(MIMETYPE, 0, ZIP_STORED)]


def unpacks_to_much(infos: Sequence[ZipInfo]) -> bool:
    """Whether there is more in it than a form needs."""
    sizes = [info.file_size for info in infos]
    return len(infos) > MOST_PARTS or max(sizes) > LARGEST_PART or sum(sizes) > LARGEST_UNPACKED


def is_plain(info: ZipInfo) -> bool:
    """Whether a part lies within the archive, by a name without tricks, packed as Hangul packs, and is not locked."""
    named = all(PLAIN.fullmatch(part) and part.strip(". ") for part in info.filename.split("/"))
    return named and info.compress_type in {ZIP_STORED, ZIP_DEFLATED} and not info.flag_bits & 1
