"""What a complete form says, whoever filled it: a page, an import, a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gilmok.journey.intake.consents import SHARING


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What a complete form says: facts by code, whom it is about (empty where nobody is named), what was told freely,
    and what was agreed to (a kind that was not answered is missing)."""

    facts: Mapping[str, Any]
    person: Mapping[str, Any] = field(default_factory=dict)
    narrative: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[str, bool] = field(default_factory=dict)

    @property
    def anonymous(self) -> bool:
        """Whether nobody is named and nobody can be called back."""
        return not any(self.person.values())

    @property
    def may_be_passed_on(self) -> bool:
        """Whether another centre may get the case: it names nobody, or the person agreed."""
        return self.anonymous or self.consents.get(SHARING) is True
