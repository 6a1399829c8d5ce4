"""An intake that is sent again, from the browser's Back button or from a second tab: where its key led, and what for.

The key in the address stands for one case. What is sent under it once more leads to that case if it says the same; what
says something else is kept as an intake of its own, so that nothing that was typed is lost.
"""

import hashlib
import json
from collections.abc import Mapping
from uuid import UUID, uuid5

from gilmok.ground.crypto import Vault
from gilmok.ground.db import ViewerSession
from gilmok.ground.submissions import led, led_to


def note_case(
    session: ViewerSession, key: UUID, typed: Mapping[str, list[str]], address: str, *, vault: Vault
) -> None:
    """Remember to which case an intake led, and by a keyed digest what it said."""
    led_to(session, key, address, by=key_of_words(key, typed, vault=vault))


def says_the_same(session: ViewerSession, key: UUID, typed: Mapping[str, list[str]], *, vault: Vault) -> bool:
    """Whether one's case of this key was taken in with exactly these words."""
    return led(session, key_of_words(key, typed, vault=vault)) is not None


def open_key(session: ViewerSession, key: UUID) -> UUID:
    """The key under which an intake can go on: its own, or, where that has become a case, the one that follows it."""
    while led(session, key):
        key = uuid5(key, "what was typed afterwards")
    return key


def number_in(address: str) -> str:
    """The case number at the end of a case's address."""
    return address.rpartition("/")[2]


def key_of_words(key: UUID, typed: Mapping[str, list[str]], *, vault: Vault) -> UUID:
    """A key of its own for what an intake said; empty fields say nothing."""
    filled = {name: given for name, values in sorted(typed.items()) if (given := [value for value in values if value])}
    digest = hashlib.sha256(json.dumps([str(key), filled]).encode()).hexdigest()
    return UUID(bytes=vault.index("intake/sent", digest))
