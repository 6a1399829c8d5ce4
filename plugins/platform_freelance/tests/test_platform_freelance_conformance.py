"""What every module must keep to."""

from pathlib import Path

import gilmok_platform_freelance

from gilmok.modules.testing import ModuleConformance, SiteConformance


class TestPlatformFreelance(ModuleConformance, SiteConformance):
    """The kit's checks, on this module, its cases and its pages."""

    module = gilmok_platform_freelance
    examples = Path(__file__).parent / "examples" / "cases.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
