"""What a complete form says, whoever filled it: a page, an import, a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gilmok.journey.intake.consents import SHARING


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What a complete form says: facts by code, whom it is about (empty where nobody is named), what was told freely,
    what was agreed to (a kind that was not answered is missing), and whether to send on at once what names nobody."""

    facts: Mapping[str, Any]
    person: Mapping[str, Any] = field(default_factory=dict)
    narrative: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[str, bool] = field(default_factory=dict)
    send_on: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether nobody is named and nobody can be called back."""
        return not any(self.person.values())

    @property
    def goes_on(self) -> bool:
        """Whether another centre that can help gets the case at once: the person agreed, or, where nobody is named,
        whoever takes it in chose so."""
        return self.send_on if self.anonymous else self.consents.get(SHARING) is True
