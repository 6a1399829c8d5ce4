"""What every module must keep to."""

from pathlib import Path

import gilmok_southeast

from gilmok.modules.testing import ModuleConformance, SiteConformance


class TestSoutheast(ModuleConformance, SiteConformance):
    """The kit's checks, on this module, its cases and its pages."""

    module = gilmok_southeast
    examples = Path(__file__).parent / "examples" / "cases.json"
    sums = Path(__file__).parent / "examples" / "sums.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
