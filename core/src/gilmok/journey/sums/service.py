"""Keeping what was computed for a case."""

from collections.abc import Mapping

from sqlalchemy import select

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import LANGUAGES, Catalogue
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.sums.models import CaseSum
from gilmok.law.calculators.declared import Calculator, Result
from gilmok.law.saying import Words
from gilmok.law.shipped import shipped
from gilmok.law.told import Teller


def keep_sum(
    session: ViewerSession, case: Case, calculator: Calculator, typed: Mapping[str, str], result: Result, *,
    catalogue: Catalogue, by: Person,
) -> None:
    """Keep a result with the inputs as they were typed, told in both languages."""
    told = {
        language: Teller(shipped(), Words.of(catalogue, language)).result(calculator, result) for language in LANGUAGES
    }
    inputs = {each.name: typed[each.name] for each in calculator.inputs if typed.get(each.name)}
    session.add(CaseSum(
        case_id=case.id, calculator=calculator.name, inputs=inputs, told=told, person_id=by.id, at=now(),
    ))
    session.flush()
    cases.note(session, case, "computed", by=by, about={"calculator": calculator.name})


def sums_of(session: ViewerSession, case_id: int) -> list[CaseSum]:
    """What was computed for a case, the newest first."""
    return list(session.scalars(select(CaseSum).where(CaseSum.case_id == case_id).order_by(CaseSum.id.desc())))
