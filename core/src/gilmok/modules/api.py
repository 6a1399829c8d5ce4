"""Everything that a module may import from Gilmok, with `gilmok.modules.testing` for its tests.

The version below is the API's own: it grows by 0.1 when something is added and by 1 when something changes its meaning
or goes. A module says which it was written for with `requires_api=">=1.0,<2"`.
"""

from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not
from gilmok.modules.hookspecs import hookimpl
from gilmok.modules.things import (
    At,
    Band,
    IntakeField,
    Kind,
    ModuleInfo,
    Option,
    RoutingRule,
    Scope,
    Target,
    _,
)

API_VERSION = "1.0"

__all__ = [
    "API_VERSION", "All", "AnyOf", "At", "AtLeast", "AtMost", "Band", "Between", "Condition", "Has", "In",
    "IntakeField", "Is", "Kind", "ModuleInfo", "Not", "Option", "RoutingRule", "Scope", "Target", "_", "hookimpl",
]
