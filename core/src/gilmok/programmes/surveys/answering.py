"""A sheet is kept: what was chosen in one row, what was written freely in others, and nothing that ties them to anybody
or to one another."""

from uuid import UUID, uuid4

from sqlalchemy import CursorResult, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_new

from gilmok.ground.clock import today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.programmes.surveys.models import Survey, SurveyAnswer, SurveyCode, SurveyText
from gilmok.programmes.surveys.reading import Sheet
from gilmok.programmes.surveys.service import letters, owner

LINK, PAPER = "link", "paper"


def keep_sheet(
    session: ViewerSession, survey: Survey, sheet: Sheet, *, id: UUID, way: str, vault: Vault, code: str = ""
) -> bool:
    """Keep a sheet once, however often it is sent; False where its one-time code is wrong or was used.

    The sheet's id comes with the form: the memory of forms that were sent (`ground/submissions.py`) knows persons and
    times. Nothing is read back, for who answers may read no answer.
    """
    row = {"id": id, "survey_id": survey.id, "on": today(), "way": way, "answers": sheet.answers}
    adding = insert_new(SurveyAnswer).values(row).on_conflict_do_nothing()
    added = session.execute(adding, execution_options={"preserve_rowcount": True})
    assert isinstance(added, CursorResult)
    if not added.rowcount:
        return True
    if way == LINK and survey.coded and not use_code(session, survey, code, vault):
        return False
    key = vault.open_key(owner(survey.id), survey.wrapped)
    for question, text in sheet.texts.items():
        text_id = uuid4()
        sealed = key.seal(f"survey_text/{question}/{text_id}", text)
        session.execute(insert(SurveyText).values(id=text_id, survey_id=survey.id, question=question, sealed=sealed))
    return True


def texts_of(session: ViewerSession, survey: Survey, question: str, *, vault: Vault) -> list[str]:
    """What was written freely to a question, in no order."""
    key = vault.open_key(owner(survey.id), survey.wrapped)
    query = select(SurveyText.id, SurveyText.sealed).where(
        SurveyText.survey_id == survey.id, SurveyText.question == question,
    )
    return [key.open(f"survey_text/{question}/{id}", sealed) for id, sealed in session.execute(query.order_by("id"))]


def make_codes(session: ViewerSession, survey: Survey, count: int, *, vault: Vault) -> list[str]:
    """New one-time codes; only their digests are kept, so that they are seen this once."""
    codes = [f"{letters(4)}-{letters(4)}" for _ in range(count)]
    session.execute(insert(SurveyCode), [{"survey_id": survey.id, "digest": digest(survey, c, vault)} for c in codes])
    survey.codes_made += count
    return codes


def use_code(session: ViewerSession, survey: Survey, code: str, vault: Vault) -> bool:
    """Use a code up: it is removed and not marked, for a mark made together with an answer would be tied to it."""
    used = session.execute(
        delete(SurveyCode).where(SurveyCode.survey_id == survey.id, SurveyCode.digest == digest(survey, code, vault))
    )
    assert isinstance(used, CursorResult)
    return bool(used.rowcount)


def digest(survey: Survey, code: str, vault: Vault) -> bytes:
    """What is kept of a code; spaces, strokes and small letters make no difference."""
    return vault.index(f"survey_code/{survey.id}", "".join(each for each in code if each.isalnum()))
