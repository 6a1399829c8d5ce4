"""What every module keeps to, and each rule of this one with examples and near misses."""

from pathlib import Path

import gilmok_downtown

from gilmok.modules.testing import ModuleConformance


class TestDowntown(ModuleConformance):
    module = gilmok_downtown
    examples = Path(__file__).parent / "examples" / "cases.json"
