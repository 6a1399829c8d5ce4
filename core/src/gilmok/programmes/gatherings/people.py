"""Who registers for a gathering: sealed with a key of their own, and what they agree to."""

from gilmok.ground.consent import ConsentText
from gilmok.ground.crypto import Vault
from gilmok.ground.i18n import _marked as _
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.people import someone as people
from gilmok.programmes.people.someone import Someone, sealed

# How long a name is kept after the last session: certificates are asked for again, and a year's work is reported on,
# within a year. Then the purpose is fulfilled (Personal Information Protection Act, article 21).
KEPT_MONTHS = 12
CONSENT = ConsentText(
    kind="registration",
    version="2026-11",
    title=_("Keeping name and contact for this course or event"),
    purpose=_("Keeping your place, telling you of changes, attendance and certificate"),
    items=_("Name, phone; e-mail if you give one"),
    kept=_("One year after the last session, then erased; at once if you ask for it"),
    refusal=_(
        "You may refuse. Without a name we cannot keep a place; please ask the centre whether you can come without one."
    ),
)


def owner(registration: Registration) -> str:
    """The name under which the key of a registration's person is wrapped."""
    return f"registration:{registration.key}"


def seal(registration: Registration, someone: Someone, *, vault: Vault) -> Registrant:
    """The sealed row of the person of a registration."""
    key, wrapped = vault.make_key(owner(registration))
    return Registrant(
        registration_id=registration.id, gathering_id=registration.gathering_id, centre_id=registration.centre_id,
        wrapped=wrapped, **sealed(someone, key=key, vault=vault),
    )


def opened(registration: Registration, row: Registrant | None, *, vault: Vault) -> Someone | None:
    """The person of a registration; None where nothing is kept of them any more, or it cannot be read."""
    return people.opened(owner(registration), row, vault=vault)
