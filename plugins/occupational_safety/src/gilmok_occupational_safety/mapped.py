"""Every mapped class of the module, for its migrations."""

from gilmok_occupational_safety.near_miss.models import MadeOfCase, NearMiss, NearMissCheck
from gilmok_occupational_safety.relief.models import Measure, MeasureCount
from gilmok_occupational_safety.visits.models import Advice, Visit, VisitMove

__all__ = ["Advice", "MadeOfCase", "Measure", "MeasureCount", "NearMiss", "NearMissCheck", "Visit", "VisitMove"]
