"""Erasing what a centre holds of one person because they ask for it."""

from collections.abc import Mapping

from sqlalchemy import delete

from gilmok.ground.audit import log
from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _marked as _
from gilmok.ground.jobs import defer
from gilmok.programmes.erasing.held import Held
from gilmok.programmes.forgetting import forget_erased
from gilmok.programmes.gatherings.people_models import Registrant
from gilmok.programmes.gatherings.seats import give_back
from gilmok.programmes.people.models import ServedName

# Erasing on request, withdrawal of consent, and what should never have been kept.
REASONS: Mapping[str, str] = {
    "requested": _("The person asks for it (Personal Information Protection Act, article 36)"),
    "withdrawn": _("The person withdraws the consent to it (Personal Information Protection Act, article 37)"),
    "mistaken": _("It was written down by mistake, or is somebody else's"),
}


def erase_person(session: ViewerSession, held: Held, *, why: str) -> None:
    """Erase name, contact, key and all that is sealed with it; places in what has not begun are given back. The digest
    by which the person was counted goes right after the commit, as far as no other centre keeps their name."""
    for registration, gathering in held.to_come:
        give_back(session, gathering, registration)
    served = [row.id for row in held.served]
    registered = [row.id for row, _gathering in held.registered]
    session.execute(delete(ServedName).where(ServedName.served_id.in_(served)))
    session.execute(delete(Registrant).where(Registrant.registration_id.in_(registered)))
    log(session, "person_erased", served=served, registrations=registered, why=why)
    # A centre cannot see whether another one keeps the name: the job can.
    defer(session, forget_erased)
