"""A case's experts: who fits, and asking one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.modules.site import CaseInView, Errors, _, db, log, may, me, needs, once, today, vault
from gilmok_platform_freelance.experts import consulting, panel, queries, showing, words
from gilmok_platform_freelance.experts.codes import LANGUAGES
from gilmok_platform_freelance.experts.models import Expert
from gilmok_platform_freelance.experts.rules import Need, fields_of, limits, match
from gilmok_platform_freelance.experts.schemas import ASK, NEED, chosen, read_ask, typed_of
from gilmok_platform_freelance.permissions import CONSULT_EXPERT, SEE_CONSULTATIONS

blueprint = Blueprint(
    "platform_freelance_expert_case", "gilmok_platform_freelance", url_prefix="/experts/case",
    template_folder="templates",
)
P = "platform_freelance."


@dataclass(frozen=True)
class Asking:
    """A case and the expert who is asked, with whose case it is."""

    case: CaseInView
    expert: Expert

    @property
    def centre_id(self) -> str:
        """The centre with which the case lies."""
        return self.case.centre_id


def asking(number: str, key: UUID) -> Asking:
    """The case and the expert that an address names; raises NotFound."""
    return Asking(showing.case_of_desk(number), queries.expert(db(), key))


@blueprint.get("/<number>")
@needs(SEE_CONSULTATIONS, of=showing.case_of_desk)
def index(case: CaseInView) -> ResponseReturnValue:
    """The case's consultations, and who of the panel fits what is looked for."""
    typed = typed_of(request.args) if "hours" in request.args else known(case)
    need, wrong = looked_for(case, typed)
    found = match(need, panel.on_panel(db(), need.on)) if need else None
    experts = {each.id: each for each in queries.experts(db())}
    names = {key: panel.known(each, vault())["name"] for key, each in experts.items()}
    log(db(), "platform_freelance_experts_matched", cases=[case.id])
    return showing.case_page(
        "case", case, errors=wrong, typed=showing.filled(NEED.fields, typed), found=found, need=need, names=names,
        experts=experts, consultations=queries.consultations(db(), case.id), reason=words.reason,
        missing=words.missing, may_ask=showing.is_open() and may(me(), CONSULT_EXPERT, case),
        letters=queries.letters(db(), case.id),
    )


def looked_for(case: CaseInView, typed: Mapping[str, Any]) -> tuple[Need | None, Errors]:
    """What is looked for in a case, and what is wrong with it."""
    values, wrong = NEED.read(chosen(typed))
    if not wrong and not values["matters"]:
        wrong = {"matters": [_("Please choose one field at least.")]}
    return None if wrong else need_of(case, values), wrong


def known(case: CaseInView) -> dict[str, Any]:
    """What the case's answers say already of what is looked for."""
    facts, language = case.facts, str(case.facts.get("language", "ko"))
    matters = fields_of(
        facts.get("topics") or (), facts.get(f"{P}tax_matters") or (), facts.get(f"{P}unfair_clauses") or (),
        facts.get(f"{P}app_account_status"),
    )
    return {"matters": matters, "language": language if language in LANGUAGES else "ko", "hours": "1"}


def need_of(case: CaseInView, values: Mapping[str, Any]) -> Need:
    """What is looked for in a case."""
    return Need(
        fields=frozenset(values["matters"]), region=case.region, language=values["language"],
        minutes=round(values["hours"] * 60), on=values["day"] or today(), day_named=values["day"] is not None,
        way=values["way"],
    )


@blueprint.route("/<number>/ask/<uuid:key>", methods=["GET", "POST"])
@once
@needs(CONSULT_EXPERT, of=asking)
def ask(about: Asking) -> ResponseReturnValue:
    """Write the question, ask for consent, and keep both."""
    case, expert = about.case, about.expert
    if request.method == "GET":
        return form(about, beginning(about), {})
    typed = typed_of(request.form)
    values, wrong = read_ask(typed)
    if not wrong and out_of_reach(case, expert):
        wrong = {"matters": [_("This expert does not work in the region of the case, or is not on the panel now.")]}
    if wrong:
        return form(about, typed, wrong)
    made = consulting.ask(
        db(), case, expert, values, recipient=recipient(expert), by=me(), vault=vault(),
    )
    flash(_("The question is kept. Send it to the expert now: they have no login."), "success")
    return redirect(url_for("platform_freelance_consultation.index", number=case.number, key=made.id), 303)


def out_of_reach(case: CaseInView, expert: Expert) -> bool:
    """Whether an expert may not be asked in a case at all, whatever the counsellor wants."""
    need = Need(fields=frozenset(expert.fields), region=case.region, on=today())
    (facts,) = [each for each in panel.on_panel(db(), today()) if each.id == expert.id]
    return bool(limits(need, facts) & {"region", "period"})


def recipient(expert: Expert) -> str:
    """To whom is handed over, as the consent names them."""
    return f"{panel.known(expert, vault())['name']} ({words.titles()['professions'][expert.profession]})"


def beginning(about: Asking) -> dict[str, Any]:
    """The form as it opens."""
    return known(about.case) | {
        "matters": [each for each in known(about.case)["matters"] if each in about.expert.fields],
        "answer_by": (today() + timedelta(days=consulting.DAYS_TO_ANSWER)).isoformat(),
        "purpose": _("Advice of an expert on the person's dispute with the client"),
        "items": _("Name, contract, fee and course of the dispute"),
        "period": _("Until the consultation is closed, then destroyed at once"),
    }


def form(about: Asking, typed: Any, wrong: Errors) -> ResponseReturnValue:
    """The form of a question."""
    return showing.case_page(
        "ask", about.case, errors=wrong, typed=showing.filled(ASK.fields, typed), expert=about.expert,
        expert_is=panel.known(about.expert, vault()), recipient=recipient(about.expert),
    )
