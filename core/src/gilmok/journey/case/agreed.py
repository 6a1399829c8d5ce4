"""What the person of a case was asked to agree to, as the case's first page shows it."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from gilmok.journey.case.beside import ask_beside, beside
from gilmok.journey.case.models import Case, Consent

CONSENTS = "consents"
_told = (Consent.kind, Consent.given, Consent.text_version, Consent.at)
# Columns of lists, for what stands beside a case is one row.
_newest_first = (func.array_agg(aggregate_order_by(each, Consent.id.desc())).label(each.key) for each in _told)
ask_beside(CONSENTS, select(*_newest_first).where(Consent.case_id == bindparam("case")))


class Agreed(NamedTuple):
    """What was asked for, whether it was given, in which version of the text, and when."""

    kind: str
    given: bool
    text_version: str
    at: datetime


def agreed(case: Case) -> list[Agreed]:
    """What the person was asked to agree to, the newest first."""
    lists = beside(case, CONSENTS)
    columns = (getattr(lists, each.key) or () for each in _told)
    return [Agreed(*each) for each in zip(*columns, strict=True)]
