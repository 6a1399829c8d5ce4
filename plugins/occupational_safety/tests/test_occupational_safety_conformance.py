"""What every module must keep to."""

from pathlib import Path

import gilmok_occupational_safety

from gilmok.modules.testing import ModuleConformance


class TestOccupationalSafety(ModuleConformance):
    """The kit's checks, on this module and its cases."""

    module = gilmok_occupational_safety
    examples = Path(__file__).parent / "examples" / "cases.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
