"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_northeast

from gilmok.modules.testing import ModuleConformance


class TestNortheast(ModuleConformance):
    module = gilmok_northeast
    examples = Path(__file__).parent / "examples" / "cases.json"
