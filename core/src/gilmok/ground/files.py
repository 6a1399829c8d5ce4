"""Files that are kept outside the database, each under the SHA-256 of what is stored: sealed bytes, never a clear text.

A file is there whole before the row that names it is committed. A row without its file is never left behind; a file
without a row may be, where the commit failed, and `sweep` removes it later.
"""

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from gilmok.ground.crypto import NoLongerReadable

DIGEST = re.compile(r"[0-9a-f]{64}")
A_DAY = 86_400


@dataclass(frozen=True)
class FileStore:
    """The folder of an installation's files, open to its owner alone."""

    folder: Path

    def put(self, content: bytes) -> str:
        """Store the bytes so that they survive a power cut, and give the digest under which they are found."""
        digest = hashlib.sha256(content).hexdigest()
        place = self.place(digest)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made, path = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        with os.fdopen(made, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(path, place)
        sync_folder(place.parent)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes under a digest; raises NoLongerReadable where they are gone or are others now."""
        try:
            content = self.place(digest).read_bytes()
        except OSError as error:
            raise NoLongerReadable(what=digest) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise NoLongerReadable(what=digest)
        return content

    def place(self, digest: str) -> Path:
        """Where the bytes of a digest lie; raises ValueError for anything that is no digest."""
        if not DIGEST.fullmatch(digest):
            raise ValueError("no digest")
        return self.folder / digest[:2] / digest

    def sweep(self, known: Callable[[Collection[str]], Collection[str]], *, older_than: int = A_DAY) -> int:
        """Remove files that no row names and that are older than so many seconds; how many. `known` says which of
        some digests have a row."""
        removed = 0
        for folder in self.folders():
            before = time.time() - older_than
            old = {file.name: file for file in folder.iterdir() if file.stat().st_mtime < before}
            for name in set(old) - set(known([name for name in old if DIGEST.fullmatch(name)])):
                old[name].unlink(missing_ok=True)
                removed += 1
        return removed

    def folders(self) -> Iterator[Path]:
        """The folders in which files lie."""
        if self.folder.is_dir():
            yield from (each for each in self.folder.iterdir() if each.is_dir() and len(each.name) == 2)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut as well."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
