"""What any test may use, of the core and of modules: folders for other accounts, the database server, and Chromium."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from gilmok.ground.db import embedded
from gilmok.modules.testing import SiteConformance

pytest_plugins = ["support.house", "support.chromium", "support.walking", "support.casework", "support.days"]

FOLDER = "PYTEST_GILMOK_FOLDER"  # the processes of one run share it, and with it one database server
MARKED_BY = {"database": "server_url", "browser": "chromium"}

# How long an example takes says more about the machine than about the code. Where a change waits to be taken, examples
# are the same each time, so that it is judged by itself alone; everywhere else new ones are drawn.
hypothesis.settings.register_profile("gilmok", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("gilmok")


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder of this run; root's database runs as another account, so that others must be able to enter it."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="gilmok-test-")
        Path(os.environ[FOLDER]).chmod(0o755)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder of this run."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what needs a database or a browser, so that it can be chosen: `-m database`."""
    for name, fixture in MARKED_BY.items():
        if fixture in getattr(item, "fixturenames", ()):
            item.add_marker(name)
    if issubclass(getattr(item, "cls", None) or object, SiteConformance) and hasattr(SiteConformance, item.name):
        item.add_marker("database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put browsers last: Playwright, once started, keeps an event loop running, beside which `asyncio.run` fails."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def open_folder() -> Callable[[], Path]:
    """Makes a new empty folder at each call, which other accounts may enter; removed after the run."""

    def make() -> Path:
        folder = Path(tempfile.mkdtemp(dir=os.environ[FOLDER]))
        folder.chmod(0o755)
        return folder

    return make


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The URL of a database whose owner may make others: `GILMOK_DATABASE_URL`, else an embedded PostgreSQL."""
    if own := os.environ.get("GILMOK_DATABASE_URL"):
        yield own
        return
    var = Path(os.environ[FOLDER], "server")
    yield embedded.start(var, durable=False)
    embedded.stop(var)


@pytest.fixture(scope="class", autouse=True)
def server_of_the_kit(request: pytest.FixtureRequest) -> None:
    """The checks of the conformance kit make their databases on the server of this run."""
    if request.cls is not None and issubclass(request.cls, SiteConformance):
        SiteConformance.server = request.getfixturevalue("server_url")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; a test that needs it is skipped where there is none, but not in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine: install the package chromium")
    assert path is not None, "no Chromium on this machine: install the package chromium"
    return path
