"""The tab of a case with its welfare links, and the form of a link that begins with the case's person.

Name and phone go from the case into the form and never into an address. Whether they may be kept beside the case, and
handed over, is asked anew: these are other purposes.
"""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.errors import NotFound
from gilmok.ground.fields import Errors
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, form_key, me, needs, once, vault
from gilmok.journey.case import service as cases
from gilmok.journey.case.models import Case
from gilmok.journey.case.showing import Answer, case_of, file_of, show_case
from gilmok.journey.referral.models import CaseWelfare
from gilmok.programmes import districts
from gilmok.programmes.people import service as people
from gilmok.programmes.people.someone import Someone
from gilmok.programmes.welfare import directory, links, words
from gilmok.programmes.welfare.models import WelfareLink
from gilmok.programmes.welfare.showing import as_begun, form_values, read_form
from gilmok.programmes.welfare.views import standing

blueprint = Blueprint("referral", __name__, template_folder="templates", url_prefix="/cases/<number>/welfare")


def case_here(number: str, **_rest: Any) -> Case:
    """The case that an address names, whatever else it names; raises NotFound."""
    return case_of(number)


of_case = needs(Permission.KEEP_SERVED, of=case_here)


@blueprint.get("")
@of_case
def index(case: Case) -> ResponseReturnValue:
    """The links that came of a case, and the agencies to which its person can be sent on."""
    query = select(WelfareLink).join(CaseWelfare, CaseWelfare.link_id == WelfareLink.id)
    made = db().scalars(query.where(CaseWelfare.case_id == case.id).order_by(WelfareLink.id.desc())).all()
    log(db(), "links_seen", cases=[case.id], links=[each.id for each in made])
    need = request.args.get("need", "")
    return show_case(
        "referral/index.html", case, links=made, agencies=directory.names(db()), need=need,
        places=directory.places(db(), need=need, district=districts.of_centre(case.centre_id)),
        name_of=directory.name_of, words_of=words,
    )


@blueprint.get("/<agency>")
@of_case
def begin(case: Case) -> ResponseReturnValue:
    """The form of a link with the person of the case; that they are shown in full is noted."""
    clear = file_of(case).someone.clear
    told = {name: clear.get(name) or "" for name in ("name", "phone", "email")}
    log(db(), "person_revealed", cases=[case.id])
    return form(case, as_begun(Someone(**told)))


@blueprint.post("/<agency>")
@of_case
@once
def make(case: Case) -> ResponseReturnValue:
    """Link the person of the case to the agency."""
    someone, sensitive, told, errors = read_form(request.form, None)
    if told is None or someone is None:
        return form(case, request.form, errors)
    served = people.serve(db(), someone, key=form_key(), sensitive=sensitive, vault=vault(), by=me())
    made = links.link(db(), served, standing(agency_asked()), told, key=form_key(), vault=vault(), by=me())
    db().add(CaseWelfare(case_id=case.id, link_id=made.id))
    cases.note(db(), case, "welfare_linked", by=me())
    log(db(), "linked", cases=[case.id], link=made.id)
    flash(_("The link is saved."), "success")
    return redirect(url_for("referral.index", number=case.number), 303)


def agency_asked() -> str:
    """The agency that the address names."""
    found = (request.view_args or {}).get("agency")
    if found is None:
        raise NotFound
    return str(found)


def form(case: Case, typed: Any, errors: Errors | None = None) -> Answer:
    """The form of a link with what was typed."""
    values = form_values(standing(agency_asked()), typed, None, errors)
    shown = {name: value for name, value in values.items() if name != "words"}
    return show_case("referral/form.html", case, status=422 if errors else 200, link_words=words, **shown)


@blueprint.app_template_global()
def case_of_link(link: WelfareLink) -> str | None:
    """The number of the case of which a link came; None for none, and for one that the centre does not see."""
    query = select(Case.number).join(CaseWelfare, CaseWelfare.case_id == Case.id)
    return db().scalar(query.where(CaseWelfare.link_id == link.id))
