"""`gilmok modules new`: a package to begin with, which passes its own tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from string import Template

from gilmok.ground.clock import today
from gilmok.modules.api import API_VERSION
from gilmok.modules.declarations import CORE, NAME
from gilmok.modules.registry import installed_core
from gilmok.network.atlas import Atlas

# Where each file of the package comes from.
FILES: Mapping[str, str] = {
    "pyproject.toml": "pyproject.toml", "README.md": "README.md", "activation.toml": "activation.toml",
    "src/gilmok_{name}/__init__.py": "src/init.py", "src/gilmok_{name}/desk.py": "src/desk.py",
    "src/gilmok_{name}/translations/ko.po": "src/ko.po",
    "tests/test_conformance.py": "tests/test_conformance.py", "tests/examples.json": "tests/examples.json",
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a new module is to be: its name, titles in both languages, the region and industry of its desk."""

    name: str
    title: str
    title_ko: str
    region: str
    industry: str

    def problems(self) -> list[str]:
        """What is wrong with it, a sentence each."""
        found = []
        if not NAME.fullmatch(self.name) or self.name == CORE:
            found.append(f"the name {self.name!r} is not a-z, 0-9 and _, 2 to 40 of them, a letter first")
        if any(set(text) & set('"\\$\n') or not text.strip() for text in (self.title, self.title_ko)):
            found.append("a title is empty, or has a quotation mark, a backslash, a dollar sign or a line break in it")
        if self.region not in Atlas.shipped().regions:
            found.append(f"there is no region {self.region!r}; there is {', '.join(Atlas.shipped().regions)}")
        if self.industry not in industries():
            found.append(f"there is no industry {self.industry!r}; there is {', '.join(industries())}")
        return found

    def values(self) -> dict[str, str]:
        """What is filled into the files."""
        atlas = Atlas.shipped()
        district = next(code for code in atlas.districts if atlas.region_of(code, today()) == self.region)
        return {
            "name": self.name, "dashed": self.name.replace("_", "-"), "title": self.title, "title_ko": self.title_ko,
            "region": self.region, "region_ko": atlas.regions[self.region].name_ko, "industry": self.industry,
        "district": district, "today": today().isoformat(), "api": API_VERSION,
        }


def industries() -> list[str]:
    """The codes of the industries that an intake knows."""
    asked = next(each for each in installed_core().FACTS if each.id == "industry")
    return [option.code for option in asked.options]


def write_package(folder: Path, wanted: Wanted) -> list[Path]:
    """The files of the new package, written below a folder that is made; raises FileExistsError where there is one."""
    folder.mkdir(parents=True)
    values, templates = wanted.values(), resources.files(__package__).joinpath("scaffold")
    written = []
    for place, source in FILES.items():
        path = folder / place.format(name=wanted.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        template = Template(templates.joinpath(f"{source}.tmpl").read_text("utf-8"))
        path.write_text(template.substitute(values), "utf-8")
        written.append(path)
    return written
