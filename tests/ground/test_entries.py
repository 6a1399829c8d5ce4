"""Reading data files: what is wrong with one is said with its file, entry and field."""

from pathlib import Path

import pytest

from gilmok.ground.entries import EntryError, read_entries
from gilmok.network.places import Region
from gilmok.network.shipped import DATA, read_shipped

GOOD = 'code = "north"\nname_ko = "북"\nname_en = "North"\nsource = "page"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "regions.toml"
    path.write_text(text, "utf-8")
    return path


def test_an_entry_becomes_a_value(tmp_path: Path) -> None:
    found = read_entries(written(tmp_path, f"[[region]]\n{GOOD}"), "region", Region)
    assert found == (Region(code="north", name_ko="북", name_en="North", source="page"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[region]]\ncode = "north"\n', "regions.toml: region 1: missing field name_en, name_ko, source"),
        (f"[[region]]\n{GOOD}colour = 3\n", "regions.toml: region 1: unknown field colour"),
        (f"[[region]]\n{GOOD}[[region]]\n{GOOD}size = 1\n", "regions.toml: region 2: unknown field size"),
        ("[[region]]\n" + GOOD.replace('"page"', "{ a = 1 }"), "regions.toml: region 1: source: {'a': 1} is not text"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(EntryError, match=".") as caught:
        read_entries(written(tmp_path, text), "region", Region)
    assert said in str(caught.value)


def test_an_unknown_code_is_named(tmp_path: Path) -> None:
    for file in DATA.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8").replace('kind = "hub"', 'kind = "hubb"'), "utf-8")
    with pytest.raises(EntryError, match=r"centres\.toml: centre 2: kind: 'hubb'"):
        read_shipped(tmp_path)
