"""The questions of a desk: which are asked now, what was typed into them, and what becomes of it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from gilmok.ground.db import ViewerSession
from gilmok.journey.case import queries
from gilmok.journey.case.file import LATER, CaseFile, sealed_answers
from gilmok.journey.case.models import Case
from gilmok.journey.desk_work.service import Answers
from gilmok.journey.intake.amending import as_typed
from gilmok.journey.intake.consents import SENSITIVE
from gilmok.journey.intake.questions import is_time_for
from gilmok.journey.intake.reading import Errors, Typed, load, single
from gilmok.journey.intake.schemas import facts_of, facts_schema
from gilmok.journey.routing.store import restored
from gilmok.modules.casework import FollowUpQuestion
from gilmok.modules.things import Kind


@dataclass(frozen=True)
class Asking:
    """The questions that are asked in a case now, and every answer that it has, of other desks too."""

    questions: tuple[FollowUpQuestion, ...]
    known: Mapping[str, Any]
    sealed: Mapping[str, Any]

    def typed(self) -> Typed:
        """The answers as they would be typed."""
        return {name: as_typed(value) for name, value in {**self.known, **self.sealed}.items()}

    def read(self, typed: Typed) -> tuple[Answers, Errors]:
        """The answers with what was typed into the questions, and by question what is wrong with it."""
        errors: Errors = {}
        several = {each.id: typed.get(each.id, []) for each in self.questions if each.kind is Kind.CODES}
        loaded = facts_of(load(facts_schema(self.questions), {**single(typed), **several}, errors))
        asked = {each.id for each in self.questions}
        hidden = {each.id for each in self.questions if is_sealed(each)}
        said = but(loaded, loaded.keys() - asked)
        known = {**but(self.known, asked), **but(said, hidden)}
        return Answers(known, {**but(self.sealed, asked), **but(said, asked - hidden)}), errors


def but(answers: Mapping[str, Any], names: Set[str]) -> dict[str, Any]:
    """The answers but for those of these names."""
    return {name: value for name, value in answers.items() if name not in names}


def is_sealed(question: FollowUpQuestion) -> bool:
    """Whether its answer is kept encrypted."""
    return question.sensitive or question.kind is Kind.TEXT


def asking(
    session: ViewerSession, file: CaseFile, questions: Iterable[FollowUpQuestion], facts: Mapping[str, Any]
) -> Asking:
    """What is asked in a case of these facts. Sensitive questions are asked only of who agreed to sensitive facts being
    kept (Personal Information Protection Act, article 23)."""
    agreed = agreed_to_sensitive(session, file.case)
    return Asking(
        tuple(each for each in questions if (agreed or not each.sensitive) and is_time_for(each, facts)),
        restored(file.later.known), restored(sealed_answers(file, LATER, file.later.sealed)),
    )


def agreed_to_sensitive(session: ViewerSession, case: Case) -> bool:
    """Whether the person agreed to sensitive facts being kept; the newest answer counts."""
    return next((each.given for each in queries.consents(session, case.id) if each.kind == SENSITIVE), False)
