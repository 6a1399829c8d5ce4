"""Whether the letters of a module can be made: each template is printed, with every blank filled and with none."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gilmok.ground.i18n import PACKAGE
from gilmok.modules.loaded import LoadedModule
from gilmok.modules.papers import Blank, DocumentTemplate

# What letters may import: `documents/letters/_parts.html`.
PARTS = PACKAGE / "journey" / "documents" / "templates"


def broken_letters(module: LoadedModule, folder: Path) -> Iterator[str]:
    """A sentence for each letter whose text cannot be made."""
    printing = Environment(loader=FileSystemLoader(PARTS), undefined=StrictUndefined, autoescape=True)
    for letter in module.letters:
        for value in ("0", ""):
            problem = problem_with(letter, (folder / letter.file).read_text("utf-8"), value, printing)
            if problem:
                yield f"{letter.id}: {problem}"
                break


def problem_with(letter: DocumentTemplate, source: str, value: str, printing: Environment) -> str:
    """What goes wrong when the letter is printed with this value in every blank; empty if nothing does."""
    core = {each: value for each in letter.blanks if isinstance(each, str)}
    own = {each.code.partition(".")[2]: value for each in letter.blanks if isinstance(each, Blank)}
    try:
        printing.from_string(source).render(v=core, own=own, total=value)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
