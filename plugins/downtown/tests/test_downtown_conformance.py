"""What every module must keep to."""

from pathlib import Path

import gilmok_downtown

from gilmok.modules.testing import ModuleConformance, SiteConformance


class TestDowntown(ModuleConformance, SiteConformance):
    """The kit's checks, on this module, its cases and its pages."""

    module = gilmok_downtown
    examples = Path(__file__).parent / "examples" / "cases.json"
    limits = Path(__file__).parent / "examples" / "limits.json"
