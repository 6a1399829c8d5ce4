"""What every module must keep to."""

from pathlib import Path

import gilmok_platform_freelance

from gilmok.modules.testing import ModuleConformance


class TestPlatformFreelance(ModuleConformance):
    """The kit's checks, on this module and its cases."""

    module = gilmok_platform_freelance
    examples = Path(__file__).parent / "examples" / "cases.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
