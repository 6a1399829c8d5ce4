"""The keys that an installation makes for itself: whole, once, and for its owner's eyes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gilmok.ground.keys import SECRETS, kept_secrets


def test_many_that_begin_at_once_get_the_same_keys(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(kept_secrets, [tmp_path / "var"] * 16))
    assert all(each == found[0] for each in found)
    assert set(found[0]) == set(SECRETS)
    assert [each.name for each in (tmp_path / "var").iterdir()] == ["secrets.toml"]


def test_a_file_that_others_could_read_is_closed(tmp_path: Path) -> None:
    before = kept_secrets(tmp_path)
    (tmp_path / "secrets.toml").chmod(0o644)
    assert kept_secrets(tmp_path) == before
    assert stat.S_IMODE((tmp_path / "secrets.toml").stat().st_mode) == 0o600
