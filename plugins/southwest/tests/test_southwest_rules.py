"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_southwest

from gilmok.modules.testing import ModuleConformance


class TestSouthwest(ModuleConformance):
    module = gilmok_southwest
    examples = Path(__file__).parent / "examples" / "cases.json"
