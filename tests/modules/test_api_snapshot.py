"""The public API of modules is as it was stored for its version, and holds all that earlier versions of it held."""

from packaging.version import Version
from support.source import ROOT

from gilmok.modules.api import API_VERSION
from gilmok.modules.snapshot import snapshot

STORED = {Version(path.stem): set(path.read_text("utf-8").splitlines()) for path in (ROOT / "docs/api").glob("*.txt")}


def test_the_api_is_as_it_was_stored_for_its_version() -> None:
    """Whatever changes it raises `API_VERSION`; `make docs` stores the new one."""
    assert set(snapshot()) ^ STORED[Version(API_VERSION)] == set()


def test_what_an_earlier_version_of_the_same_number_held_is_there() -> None:
    """A module says `>=1.0,<2`: nothing that it may lean on goes, or changes its meaning, before 2."""
    now = Version(API_VERSION)
    before = [lines for version, lines in STORED.items() if version.major == now.major and version <= now]
    assert set().union(*before) - set(snapshot()) == set()
