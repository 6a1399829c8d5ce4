"""The five kinds of legal action, each a table of its own."""

from gilmok.ground.errors import NotFound
from gilmok.journey.legal_aid.table import Workflow
from gilmok.journey.legal_aid.workflows.accident import ACCIDENT
from gilmok.journey.legal_aid.workflows.complaint import COMPLAINT
from gilmok.journey.legal_aid.workflows.lawsuit import LAWSUIT
from gilmok.journey.legal_aid.workflows.petition import PETITION
from gilmok.journey.legal_aid.workflows.remedy import REMEDY

WORKFLOWS = {each.kind: each for each in (PETITION, COMPLAINT, REMEDY, ACCIDENT, LAWSUIT)}


def workflow(kind: str) -> Workflow:
    """The workflow of this kind; raises NotFound if there is none."""
    if kind not in WORKFLOWS:
        raise NotFound
    return WORKFLOWS[kind]
