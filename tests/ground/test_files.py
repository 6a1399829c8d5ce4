"""Files outside the database: found by what is in them, whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from gilmok.ground.crypto import NoLongerReadable
from gilmok.ground.files import FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """An empty store."""
    return FileStore(tmp_path / "files")


def test_what_is_put_is_found_and_is_its_owners_alone(store: FileStore) -> None:
    digest = store.put(b"sealed")
    assert store.get(digest) == b"sealed"
    assert stat.S_IMODE(store.place(digest).stat().st_mode) == 0o600
    assert list(store.folder.rglob(".new-*")) == []


def test_a_file_that_was_changed_or_is_gone_cannot_be_read(store: FileStore) -> None:
    digest = store.put(b"sealed")
    store.place(digest).write_bytes(b"other")
    with pytest.raises(NoLongerReadable):
        store.get(digest)
    store.place(digest).unlink()
    with pytest.raises(NoLongerReadable):
        store.get(digest)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "A" * 64])
def test_what_is_no_digest_leads_nowhere(store: FileStore, name: str) -> None:
    with pytest.raises(ValueError, match="no digest"):
        store.get(name)


def test_old_files_that_no_row_names_are_swept(store: FileStore) -> None:
    kept, orphan, young = store.put(b"kept"), store.put(b"orphan"), store.put(b"young")
    half = store.place(kept).parent / ".new-half"
    half.write_bytes(b"half")
    for file in (store.place(kept), store.place(orphan), half):
        os.utime(file, (0, 0))
    assert store.sweep(lambda digests: {kept}) == 2
    assert store.place(kept).exists()
    assert store.place(young).exists()
    assert not half.exists()
