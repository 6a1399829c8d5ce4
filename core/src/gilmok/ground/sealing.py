"""Words that are sealed together, by name, under a key of their own: what somebody sent, what they added."""

import json
from collections.abc import Mapping
from typing import Any

from gilmok.ground.crypto import NoLongerReadable, Vault
from gilmok.ground.errors import IdentifierFound
from gilmok.ground.formats.identifiers import refused


def sealed(whose: str, what: Mapping[str, object], vault: Vault) -> tuple[bytes, bytes]:
    """The wrapped key of an owner, and what it seals; raises IdentifierFound."""
    for each in what.values():
        for text in each if isinstance(each, list) else [each]:
            # Each by itself: within JSON a line break is no space any more.
            if refused(str(text)):
                raise IdentifierFound
    key, wrapped = vault.make_key(whose)
    return wrapped, key.seal("fields", json.dumps(dict(what), ensure_ascii=False))


def opened(whose: str, wrapped: bytes | None, fields: bytes | None, vault: Vault) -> dict[str, Any]:
    """The values that an owner's key sealed; none where they cannot be read."""
    if wrapped is None or fields is None:
        return {}
    try:
        found: dict[str, Any] = json.loads(vault.read(whose, wrapped, "fields", fields))
    except NoLongerReadable:
        return {}
    return found
