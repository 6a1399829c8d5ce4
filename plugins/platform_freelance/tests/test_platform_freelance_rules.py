"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_platform_freelance

from gilmok.modules.testing import ModuleConformance


class TestPlatformFreelance(ModuleConformance):
    module = gilmok_platform_freelance
    examples = Path(__file__).parent / "examples" / "cases.json"
