"""Names of files, and words that have no place in what others will read."""

import re

import pytest
from support.source import ROOT, ours

SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}
NO_PACKAGES = ("core", "core/src", "plugins", "plugins/*", "plugins/*/src", "tests", "tests/**", "tools", "bench")
READ_BY_OTHERS = ("*.py", "*.md", "*.toml", "*.html", "*.css", "*.js", "*.po", "*.txt", "*.json", "*.mako", "Makefile")
# Folders of one machine, and addresses that a mirror or a closed network answers differently.
ELSEWHERE = re.compile(
    "|".join((r"/work" r"/", r"\.\./share" r"d", r"\bshared" r"/", r"/root/[.\w]", r"/home/\w",
              r"pypi\.(org|python)", r"pythonhosted", r"registry\.npm" r"js")),
)


@pytest.mark.parametrize("folder", ["core/src", "plugins", "tests", "tools", "bench"])
def test_a_file_is_named_after_what_it_holds(folder: str) -> None:
    assert [str(path) for path in ours("*.py", folder) if path.stem in SAY_NOTHING] == []


@pytest.mark.parametrize("folder", NO_PACKAGES)
def test_what_holds_packages_is_none_itself(folder: str) -> None:
    assert list(ROOT.glob(f"{folder}/__init__.py")) == []


@pytest.mark.parametrize("pattern", READ_BY_OTHERS)
def test_nothing_tells_of_the_machine_that_it_was_written_on(pattern: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in ours(pattern, ".")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if path.name != "test_names.py" and ELSEWHERE.search(line)
    ]
    assert found == []


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in ours("test_*.py", "tests")]
    assert sorted(names) == sorted(set(names))
