"""What the pages of experts share: templates, tabs, which version a form was opened at, whose case it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from gilmok.modules.site import CaseInView, Errors, NotFound, _, atlas, case_of, db, gate, log, may, me, today
from gilmok.modules.site import Gate as Gates
from gilmok_platform_freelance.experts import queries, words
from gilmok_platform_freelance.experts.codes import DESK, MODULE, SCOPE
from gilmok_platform_freelance.experts.consultation_models import Consultation
from gilmok_platform_freelance.permissions import SEE_EXPERT_NUMBERS

Answer = tuple[str, int]
FOLDER = "platform_freelance/experts"


@dataclass(frozen=True)
class InCase:
    """A consultation with its case, whose centre decides who may carry it on."""

    case: CaseInView
    found: Consultation

    @property
    def centre_id(self) -> str:
        """The centre with which the case lies."""
        return self.case.centre_id


def case_of_desk(number: str) -> CaseInView:
    """The case that an address names, if it lies with the desk for unfair harm; raises NotFound."""
    case = case_of(number)
    if case.target != DESK:
        raise NotFound
    return case


def consultation_of(number: str, key: UUID) -> InCase:
    """The consultation that an address names, with its case; raises NotFound. What was begun goes on also where the
    case went to another desk meanwhile."""
    case = case_of(number)
    return InCase(case, queries.consultation(db(), case.id, key))


def page(template: str, *, errors: Errors | None = None, stale: bool = False, **values: Any) -> Answer:
    """A page of experts; `stale`: somebody changed it meanwhile."""
    status = 409 if stale else 422 if errors else 200
    return render_template(
        f"{FOLDER}/{template}.html", tabs=tabs(template), errors=errors or {}, stale=stale, **words.titles(), **values,
    ), status


def case_page(template: str, case: CaseInView, **values: Any) -> Answer:
    """A page of a case; that it was seen is noted."""
    log(db(), "case_seen", cases=[case.id], page=request.endpoint or "")
    return page(template, case=case, **values)


def tabs(here: str) -> list[tuple[str, str, None, bool]]:
    """The pages of experts that the person's role has: title, address, no count, whether it is this one."""
    lines = [("panel", _("Panel of experts"), "expert_panel.index")]
    if me().centre_id:
        lines.insert(0, ("desk", _("Running consultations"), "expert_desk.index"))
    if may(me(), SEE_EXPERT_NUMBERS):
        lines.append(("numbers", _("Numbers"), "expert_desk.numbers"))
    return [(title, url_for(f"platform_freelance_{end}"), None, name == here) for name, title, end in lines]


def is_open() -> bool:
    """Whether new consultations may begin at the person's centre."""
    return gate(MODULE, SCOPE) is Gates.OPEN


def hubs() -> frozenset[str]:
    """The centres that stand for their region: its hub, or where that is closed the city's Labour Rights Centre."""
    network, day = atlas(db()), today()
    return frozenset((network.hub_of(each, day) or network.labour_rights_centre(day)).code for each in network.regions)


def version_seen() -> int:
    """At which version of a row its form was opened; none is 0."""
    seen = request.form.get("version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else 0


def filled(names: Any, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in a form: what was typed, and nothing in all else."""
    return dict.fromkeys(names, "") | dict(typed)
