"""Fields that are never in the clear in the database, and how they are found again.

AES-256-GCM. Each case has a data key of its own, wrapped by the installation's key-encryption key: destroying a case's
key destroys its fields in every backup too. The additional data names the owner and the column, so that a sealed value
moved to another row or column does not open. Equality is found by HMAC-SHA-256 with one key a column.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gilmok.ground.errors import GilmokError, IdentifierFound
from gilmok.ground.formats.identifiers import refused

NONCE = 12


class NoLongerReadable(GilmokError):
    """This can no longer be read: its key is gone, or it was changed."""


@dataclass(frozen=True)
class FieldKey:
    """The opened data key of one owner (`case:17`), which seals and opens that owner's fields."""

    owner: str
    raw: bytes = field(repr=False)

    def seal(self, column: str, text: str) -> bytes:
        """`text` as bytes that only this owner's key opens, and only as this column.

        Raises IdentifierFound: no way of storing what someone typed leads past this, whichever form it came from.
        """
        if refused(text):
            raise IdentifierFound
        return _seal(self.cipher, f"{self.owner}/{column}", text.encode())

    def open(self, column: str, sealed: bytes) -> str:
        """The text of a sealed column; raises NoLongerReadable."""
        return _open(self, f"{self.owner}/{column}", sealed).decode()

    def seal_file(self, name: str, content: bytes) -> bytes:
        """The content of a file as bytes that only this owner's key opens, and only under this name."""
        return _seal(self.cipher, f"{self.owner}/file/{name}", content)

    def open_file(self, name: str, sealed: bytes) -> bytes:
        """The content of a sealed file; raises NoLongerReadable."""
        return _open(self, f"{self.owner}/file/{name}", sealed)

    @property
    def cipher(self) -> AESGCM:
        """What seals and opens with this key; raises ValueError where it is none."""
        return AESGCM(self.raw)


@dataclass(frozen=True)
class Vault:
    """The installation's keys: makes, wraps and opens data keys, and makes the index values of exact fields."""

    field_key: bytes = field(repr=False)
    index_key: bytes = field(repr=False)

    def make_key(self, owner: str) -> tuple[FieldKey, bytes]:
        """A new data key for `owner`, and the wrapped form in which it is stored."""
        raw = secrets.token_bytes(32)
        return FieldKey(owner, raw), _seal(self.cipher, owner, raw)

    def open_key(self, owner: str, wrapped: bytes) -> FieldKey:
        """The data key of `owner` from its wrapped form; raises NoLongerReadable."""
        return FieldKey(owner, _open(self, owner, wrapped))

    def read(self, owner: str, wrapped: bytes, column: str, sealed: bytes) -> str:
        """The text of one sealed column by the wrapped key of its owner, as a list reads it line by line; raises
        NoLongerReadable."""
        try:
            raw = self.cipher.decrypt(wrapped[:NONCE], wrapped[NONCE:], owner.encode())
            return AESGCM(raw).decrypt(sealed[:NONCE], sealed[NONCE:], f"{owner}/{column}".encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise NoLongerReadable(what=owner) from error

    @cached_property
    def cipher(self) -> AESGCM:
        """What wraps and unwraps data keys; made once, for a list unwraps one for each of its lines."""
        return AESGCM(self.field_key)

    def index(self, column: str, text: str) -> bytes:
        """The 16 bytes by which an exact value of this column is found; says nothing of the value without the key."""
        column_key = hmac.digest(self.index_key, column.encode(), hashlib.sha256)
        return hmac.digest(column_key, normal(text).encode(), hashlib.sha256)[:16]


def normal(text: str) -> str:
    """`text` as equal values are spelt alike: NFC, no outer space, one inner space, no case."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def _seal(cipher: AESGCM, about: str, clear: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + cipher.encrypt(nonce, clear, about.encode())


def _open(key: FieldKey | Vault, about: str, sealed: bytes) -> bytes:
    try:
        return key.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise NoLongerReadable(what=about) from error
