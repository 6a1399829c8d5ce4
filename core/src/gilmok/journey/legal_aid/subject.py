"""The action that an address names, with its case, on which permissions are judged."""

from dataclasses import dataclass

from gilmok.ground.access.policy import may
from gilmok.ground.web.request import db, me
from gilmok.journey.case.parts import PartOfCase
from gilmok.journey.case.showing import case_of
from gilmok.journey.legal_aid import queries
from gilmok.journey.legal_aid.models import LegalAction
from gilmok.journey.legal_aid.table import Step, Workflow
from gilmok.journey.legal_aid.workflows import workflow


@dataclass(frozen=True)
class Subject(PartOfCase):
    """An action of a case, and what the address names in it: the state `to` which it is to go, or an event of it."""

    action: LegalAction
    to: str = ""
    event: int = 0

    @property
    def workflow(self) -> Workflow:
        """The table that the action follows."""
        return workflow(self.action.kind)

    @property
    def step(self) -> Step:
        """The step that the address names; raises IllegalStep where the table knows none."""
        return self.workflow.step(self.action.state, self.to)

    def steps(self) -> list[Step]:
        """What the person of this request can do next."""
        return [each for each in self.workflow.steps_from(self.action.state) if may(me(), each.permission, self.case)]


def subject_of(number: str, action: int, to: str = "", event: int = 0) -> Subject:
    """The action of this case; raises NotFound."""
    case = case_of(number)
    return Subject(case, queries.action(db(), case, action), to, event)
