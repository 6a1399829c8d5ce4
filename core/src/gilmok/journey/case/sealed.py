"""The sealed fields of a case, opened and closed with the case's own key."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.ground.crypto import FieldKey, NoLongerReadable, Vault
from gilmok.ground.db import ViewerSession, put
from gilmok.ground.formats.names import name_key
from gilmok.journey.case.models import CaseKey

PLAIN_INDEXED = ("name", "phone", "email")
NOTE = "note"


def owner(case_id: int) -> str:
    """The name under which a case's key is wrapped."""
    return f"case:{case_id}"


def new_key(session: ViewerSession, case_id: int, vault: Vault) -> FieldKey:
    """A key for a new case, stored wrapped."""
    field_key, wrapped = vault.make_key(owner(case_id))
    put(session, CaseKey, case_id=case_id, wrapped=wrapped)
    return field_key


def key_of(session: Session, case_id: int, vault: Vault) -> FieldKey:
    """The key of a case; raises NoLongerReadable if it was destroyed."""
    wrapped = session.scalar(select(CaseKey.wrapped).where(CaseKey.case_id == case_id))
    if wrapped is None:
        raise NoLongerReadable(what=owner(case_id))
    return vault.open_key(owner(case_id), wrapped)


def seal_client(case_id: int, who: Mapping[str, str | int | None], *, key: FieldKey, vault: Vault) -> dict[str, Any]:
    """The sealed columns of the `Client` of `who` (name, phone, email, address, birth_year; each may be missing)."""
    client: dict[str, Any] = {"case_id": case_id, "birth_year": who.get("birth_year")}
    for column in (*PLAIN_INDEXED, "address"):
        text = who.get(column)
        client[column] = key.seal(column, str(text)) if text else None
        if column in PLAIN_INDEXED:
            client[f"{column}_index"] = vault.index(column, found_by(column, str(text))) if text else None
    return client


def found_by(column: str, text: str) -> str:
    """The spelling under which a value is found: of a name the one that its spaces do not change."""
    return name_key(text) if column == "name" else text


def seal_texts(case_id: int, *, narrative: str, answers: str, key: FieldKey) -> dict[str, Any]:
    """The sealed columns of the `CaseText` of what was told freely; `answers` is JSON."""
    return {
        "case_id": case_id,
        "narrative": key.seal("narrative", narrative) if narrative else None,
        "answers": key.seal("answers", answers) if answers else None,
    }


def seal_note(session: Session, case_id: int, text: str, vault: Vault) -> bytes | None:
    """A note on what was done, sealed with the case's key; None for an empty one."""
    return key_of(session, case_id, vault).seal(NOTE, text) if text else None
