"""Everything that a module may import from Gilmok, with `gilmok.modules.testing` for its tests.

The version below is the API's own: it grows by 0.1 when something is added and by 1 when something changes its meaning
or goes. A module says which it was written for with `requires_api=">=1.0,<2"`.
"""

from gilmok.ground.access.policy import (
    OwnPermission,
    is_attorney,
    is_counsellor,
    is_manager,
    is_official,
    is_operator,
    same_centre,
)
from gilmok.ground.sources import Confidence
from gilmok.law.calculators.declared import Calculator, Holds, Input, Result
from gilmok.law.dated import Also, Count, Roll
from gilmok.law.dated import Kind as LimitKind
from gilmok.law.limits import Step
from gilmok.law.saying import Won
from gilmok.law.shipped import Law
from gilmok.modules.casework import CaseLimit, FollowUpQuestion, WorkStep
from gilmok.modules.conditions import All, AnyOf, AtLeast, AtMost, Between, Condition, Has, In, Is, Not
from gilmok.modules.hookspecs import hookimpl
from gilmok.modules.papers import Blank, BlankKind, BlankSource, DocumentTemplate
from gilmok.modules.parts import MenuEntry, Pages, Slot, SlotPlace, Tables
from gilmok.modules.things import (
    At,
    Band,
    Guide,
    IntakeField,
    Kind,
    ModuleInfo,
    Option,
    RoutingRule,
    Scope,
    Target,
    _,
)

API_VERSION = "1.6"

__all__ = [
    "API_VERSION", "All", "Also", "AnyOf", "At", "AtLeast", "AtMost", "Band", "Between", "Blank", "BlankKind",
    "BlankSource", "Calculator", "CaseLimit", "Condition", "Confidence", "Count", "DocumentTemplate",
    "FollowUpQuestion", "Guide", "Has", "Holds", "In", "Input", "IntakeField", "Is", "Kind", "Law", "LimitKind",
    "MenuEntry", "ModuleInfo", "Not", "Option", "OwnPermission", "Pages", "Result", "Roll", "RoutingRule", "Scope",
    "Slot", "SlotPlace", "Step", "Tables", "Target", "Won", "WorkStep", "_", "hookimpl", "is_attorney", "is_counsellor",
    "is_manager", "is_official", "is_operator", "same_centre",
]
