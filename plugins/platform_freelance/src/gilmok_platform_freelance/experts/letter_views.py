"""Help in responding to the client: a letter put together from the case, changed, and kept by version."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import (
    CaseInView,
    ChangedMeanwhile,
    Errors,
    _,
    db,
    goes_on,
    may,
    me,
    needs,
    once,
    speaking,
    today,
    vault,
)
from gilmok_platform_freelance.experts import consulting, drafting, queries, showing
from gilmok_platform_freelance.experts.schemas import KEPT_LETTER, LETTER, read_letter, typed_of
from gilmok_platform_freelance.permissions import CONSULT_EXPERT, SEE_CONSULTATIONS

blueprint = Blueprint(
    "platform_freelance_client_letter", "gilmok_platform_freelance", url_prefix="/experts/case/<number>/letter",
    template_folder="templates",
)
FIELDS = (*LETTER.fields, "text")


@blueprint.get("/")
@needs(SEE_CONSULTATIONS, of=showing.case_of_desk)
def index(case: CaseInView) -> ResponseReturnValue:
    """The versions that are kept, and the form for another one."""
    return show(case, {
        "kind": "demand", "client": case.answer("platform_freelance.client"),
        "until": (today() + timedelta(days=14)).isoformat(), "follows": ["payment_order", "freelance_on"],
    })


@blueprint.post("/")
@goes_on
@needs(CONSULT_EXPERT, of=showing.case_of_desk)
def compose(case: CaseInView) -> ResponseReturnValue:
    """Put the letter together, to be read and changed; nothing is kept yet."""
    typed = typed_of(request.form)
    values, wrong = read_letter(typed)
    if wrong:
        return show(case, typed, wrong)
    with speaking("ko"):
        text = drafting.draft(db(), case, values)
    return show(case, typed | {"text": text})


@blueprint.post("/keep")
@goes_on
@once
@needs(CONSULT_EXPERT, of=showing.case_of_desk)
def keep(case: CaseInView) -> ResponseReturnValue:
    """Keep the letter as the next version; of two who do it at once the second sees the first one's."""
    typed = typed_of(request.form)
    values, wrong = KEPT_LETTER.read(typed)
    if wrong:
        return show(case, typed, wrong)
    try:
        drafting.keep(
            db(), case, values["kind"], values["text"], at=showing.version_seen(), by=me(), vault=vault(),
        )
    except ChangedMeanwhile:
        return show(case, typed, stale=True)
    flash(_("The letter is kept with the case."), "success")
    return redirect(url_for("platform_freelance_client_letter.index", number=case.number), 303)


def show(case: CaseInView, typed: Any, wrong: Errors | None = None, *, stale: bool = False) -> ResponseReturnValue:
    """The page of the letter."""
    kept = [(each, drafting.text_of(each, vault())) for each in queries.letters(db(), case.id)]
    answered = [text for each in queries.consultations(db(), case.id)
                for _version, text in consulting.answers_of(db(), each, vault())[:1]]
    return showing.case_page(
        "letter", case, errors=wrong, stale=stale, typed=showing.filled(FIELDS, typed), kept=kept, answered=answered,
        staff=queries.staff(db()), version=kept[0][0].number if kept else 0, carries=may(me(), CONSULT_EXPERT, case),
    )
