"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_southeast

from gilmok.modules.testing import ModuleConformance


class TestSoutheast(ModuleConformance):
    module = gilmok_southeast
    examples = Path(__file__).parent / "examples" / "cases.json"
