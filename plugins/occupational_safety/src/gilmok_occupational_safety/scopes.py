"""The parts of the module that the city switches on one by one: what H3 covers follows from consultation with it."""

from gilmok.modules.api import Scope, _

MODULE = "occupational_safety"
COUNSELLING, NEAR_MISS, SITE_VISITS, RELIEF = "counselling", "near_miss", "site_visits", "relief"

SCOPES = (
    Scope(id=COUNSELLING, title=_("Counselling on harm: the desk, its rules and questions"), programme="H3"),
    Scope(id=NEAR_MISS, title=_("Reports of harm and near misses"), programme="H3"),
    Scope(id=SITE_VISITS, title=_("Visits to workplaces"), programme="H3"),
    Scope(id=RELIEF, title=_("Relief measures for the person"), programme="H3"),
)
