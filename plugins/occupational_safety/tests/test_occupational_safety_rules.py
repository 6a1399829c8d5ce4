"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_occupational_safety

from gilmok.modules.testing import ModuleConformance


class TestOccupationalSafety(ModuleConformance):
    module = gilmok_occupational_safety
    examples = Path(__file__).parent / "examples" / "cases.json"
