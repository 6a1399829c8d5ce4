"""Every module of the core that has tables, in one place: importing it fills the metadata that migrations compare."""

from gilmok.ground import audit, submissions
from gilmok.ground.access import models as access
from gilmok.journey.case import models as case

CORE_MODELS = (access, audit, submissions, case)
