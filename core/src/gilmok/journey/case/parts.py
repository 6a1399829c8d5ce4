"""A part of a case that an address names: a talk, an action, an application."""

from dataclasses import dataclass

from gilmok.journey.case.models import Case


@dataclass(frozen=True)
class PartOfCase:
    """Something of a case, with the case, on which permissions are judged: what is added to it says which part."""

    case: Case

    @property
    def centre_id(self) -> str:
        """The centre that has the case."""
        return self.case.centre_id

    @property
    def handler_id(self) -> int | None:
        """Who has the case."""
        return self.case.handler_id
