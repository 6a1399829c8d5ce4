"""What every module must keep to."""

from pathlib import Path

import gilmok_southeast

from gilmok.modules.testing import ModuleConformance


class TestSoutheast(ModuleConformance):
    """The kit's checks, on this module and its cases."""

    module = gilmok_southeast
    examples = Path(__file__).parent / "examples" / "cases.json"
    sums = Path(__file__).parent / "examples" / "sums.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
