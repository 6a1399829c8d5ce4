"""From a gathering to a case: an intake that is begun from a registration, and the case that remembers it.

Name and phone go into the intake's draft, which is sealed and its writer's alone; never into an address. Whether they
may be kept with the case is asked anew in the intake: it is another purpose.
"""

from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import BigInteger, bindparam, insert, select, update

from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.db import ViewerSession, later
from gilmok.ground.errors import NotFound
from gilmok.ground.submissions import led
from gilmok.ground.web.request import db, needs, once, vault
from gilmok.journey.case.beside import ask_beside, beside
from gilmok.journey.case.models import Case
from gilmok.journey.intake import drafts
from gilmok.journey.intake.models import CaseOrigin
from gilmok.programmes.gatherings.desk_views import line_of_address
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.people_models import Registration
from gilmok.programmes.gatherings.showing import own_of

blueprint = Blueprint("outreach", __name__)
# Made once: each intake and each case page asks them.
_begun = select(bindparam("case", type_=BigInteger), Registration.gathering_id).where(
    Registration.intake_key == bindparam("intake"), Registration.centre_id == bindparam("centre"),
)
_remembering = insert(CaseOrigin).from_select(["case_id", "gathering_id"], _begun.limit(1))
_origin = (
    select(Gathering.title, Gathering.starts_at)
    .join(CaseOrigin, CaseOrigin.gathering_id == Gathering.id)
    .where(CaseOrigin.case_id == bindparam("case"))
)
ask_beside("origin", _origin)


@blueprint.post("/gatherings/<uuid:key>/registrations/<uuid:registration>/intake")
@needs(Permission.KEEP_REGISTRATIONS, of=own_of)
@once
def begin(gathering: Gathering) -> ResponseReturnValue:
    """An intake with the person's name and phone; or the one that was begun before, if it is one's own or a case."""
    row, someone = (found := line_of_address(gathering)).row, found.someone
    if someone is None:
        raise NotFound
    key = row.intake_key
    if key is None or not (led(db(), key) or drafts.find(db(), key, vault=vault())):
        key = uuid4()
        told = {"name": someone.name, "phone": someone.phone, "email": someone.email}
        drafts.save(db(), key, {name: [text] for name, text in told.items() if text}, vault=vault())
        begun = update(Registration).where(Registration.id == row.id).values(intake_key=key)
        db().execute(begun, execution_options={"synchronize_session": False})
    log(db(), "intake_begun", gathering=gathering.id, registration=row.id)
    return redirect(url_for("intake.go_on", key=key), 303)


def remember_origin(session: ViewerSession, case: Case, key: UUID) -> None:
    """Let the case that came of this intake remember the gathering at which it was begun, if it was at one."""
    later(session, _remembering, {"case": case.id, "intake": key, "centre": session.viewer.centre})


@blueprint.app_template_global()
def origin_of(case: Case) -> Any:
    """Title and beginning of the gathering at which a case began, for its page; None where it began elsewhere, or at
    one that only its own centre may see."""
    return beside(case, "origin")
