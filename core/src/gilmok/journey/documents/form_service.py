"""What is done with a centre's official forms: uploaded, taken into use, taken out of it, read."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, select

from gilmok.ground.access.models import Person
from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.errors import NotFound
from gilmok.ground.files import FileStore
from gilmok.journey.documents.form_models import CentreForm, CentreFormUse
from gilmok.journey.documents.hangul.form import Form

Used = Row[CentreFormUse, CentreForm | None, str]


def upload(
    session: ViewerSession, document: str, name: str, content: bytes, *, store: FileStore, vault: Vault, by: Person
) -> CentreForm:
    """Keep a form that was found fit, sealed; no document is filled into it yet."""
    new = uuid4()
    key, wrapped = vault.make_key(owner(new))
    row = CentreForm(
        id=new, centre_id=by.centre_id, document=document, name=name, size=len(content), key=wrapped,
        digest=store.put(key.seal_file(str(new), content)), added_at=now(), added_by=by.id,
    )
    session.add(row)
    return row


def use(session: ViewerSession, form: CentreForm, places: dict[str, Any], *, by: Person) -> None:
    """Fill the centre's documents of this kind into the form from now on, each blank into its place."""
    add_use(session, form.centre_id, form.document, form_id=form.id, places=places, by=by)


def stop_using(session: ViewerSession, centre: str, document: str, *, by: Person) -> None:
    """Fill the centre's documents of this kind into no form any more."""
    add_use(session, centre, document, form_id=None, places={}, by=by)


def add_use(session: ViewerSession, centre: str, document: str, *, by: Person, **values: Any) -> None:
    """Add the row that counts from now on."""
    session.add(CentreFormUse(centre_id=centre, document=document, at=now(), by_id=by.id, **values))


def uses(session: ViewerSession, centre: str, document: str | None = None) -> Sequence[Used]:
    """What a centre's documents were filled into since when, and who said so; the newest first."""
    query = select(CentreFormUse, CentreForm, Person.name).join(Person, Person.id == CentreFormUse.by_id)
    query = query.outerjoin(CentreForm, CentreForm.id == CentreFormUse.form_id)
    query = query.where(CentreFormUse.centre_id == centre).order_by(CentreFormUse.id.desc())
    return session.execute(query.where(CentreFormUse.document == document) if document else query).all()


def used(session: ViewerSession, centre: str, document: str) -> tuple[CentreFormUse, CentreForm] | None:
    """The form that a centre's documents of this kind are filled into now; None for none."""
    newest = next(iter(uses(session, centre, document)), None)
    return (newest[0], newest[1]) if newest and newest[1] else None


def one(session: ViewerSession, centre: str, document: str, key: UUID) -> CentreForm:
    """A form that this centre uploaded; raises NotFound for another's."""
    here = (CentreForm.id == key, CentreForm.centre_id == centre, CentreForm.document == document)
    found = session.scalar(select(CentreForm).where(*here))
    if found is None:
        raise NotFound
    return found


def read(form: CentreForm, *, store: FileStore, vault: Vault) -> Form:
    """A form as it was uploaded, to be filled; raises NoLongerReadable."""
    key = vault.open_key(owner(form.id), form.key)
    return Form.read(key.open_file(str(form.id), store.get(form.digest)))


def owner(form: UUID) -> str:
    """Whose key it is that seals a form."""
    return f"form:{form}"
