"""What lower rooms need of higher ones, named in the metadata of the distribution `gilmok` as modules are.

They are the core's own module (`core`), what can tell which rules collide (`collisions`) and which cases would go
elsewhere (`moved`), the calculators of modules (`calculators`), and the core's documents and their blanks (`papers`).
"""

from importlib import metadata
from typing import Any

GROUP = "gilmok.core"


def above(name: str) -> Any:
    """What a room above gives under this name; raises LookupError where `gilmok` is not installed as it should be."""
    for each in metadata.entry_points(group=GROUP, name=name):
        return each.load()
    raise LookupError(f"the distribution gilmok does not name its {name}: install it again")
