"""A text by which someone is asked to agree that something about them is kept, with the four points that the law wants
told: purpose, items, how long, and the right to refuse with what follows from it (Personal Information Protection Act,
article 15, paragraph 2)."""

import hashlib
from dataclasses import dataclass

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _


@dataclass(frozen=True, kw_only=True)
class ConsentText:
    """One thing to agree to, as it is read out or shown."""

    kind: str
    title: str
    purpose: str
    items: str
    kept: str
    refusal: str
    version: str

    @property
    def points(self) -> tuple[tuple[str, str], ...]:
        """The four points: what each is called, and what it says."""
        return (
            (_("Purpose"), self.purpose), (_("Items"), self.items),
            (_("How long"), self.kept), (_("Your right to refuse"), self.refusal),
        )

    @property
    def told(self) -> list[tuple[str, str]]:
        """The four points in the language of the request."""
        return [(translated(title), translated(text)) for title, text in self.points]

    @property
    def text_hash(self) -> str:
        """A digest of exactly this text, kept with the answer."""
        said = "\n".join([self.kind, self.version, self.title, *(text for _title, text in self.points)])
        return hashlib.sha256(said.encode()).hexdigest()
