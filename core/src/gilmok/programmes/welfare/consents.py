"""What somebody is asked to agree to before anything is handed to an agency, with that agency's name.

Personal Information Protection Act, article 17, paragraph 2: the recipient, its purpose, the items, how long it keeps
them, and the right to refuse with what follows from it; sensitive facts are asked for separately (article 23).
"""

import hashlib
from dataclasses import dataclass

from gilmok.ground.consent import ConsentText
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

HEADINGS = (
    _("Recipient"), _("What the recipient uses it for"), _("Items handed over"), _("How long the recipient keeps them"),
    _("Your right to refuse"),
)


@dataclass(frozen=True, kw_only=True)
class HandingOver:
    """A consent to handing over: a text, and to whom."""

    text: ConsentText
    recipient: str

    @property
    def title(self) -> str:
        """What is asked, in the language of the request."""
        return translated(self.text.title)

    @property
    def told(self) -> list[tuple[str, str]]:
        """The recipient and the four points as they are told of handing over, in the language of the request."""
        said = (self.recipient, *(translated(text) for _title, text in self.text.points))
        return list(zip(map(translated, HEADINGS), said, strict=True))

    @property
    def text_hash(self) -> str:
        """A digest of exactly this text with this recipient."""
        return hashlib.sha256(f"{self.text.text_hash}\n{self.recipient}".encode()).hexdigest()


DETAILS = ConsentText(
    kind="handing_over", version="2026-11",
    title=_("Handing name and contact to this agency"),
    purpose=_("So that the agency can reach the person and help, and tell the centre what came of it"),
    items=_("Name, phone, with what help is needed; what is written below as handed over"),
    kept=_("As long as the agency handles the matter, by its own rules"),
    refusal=_("You may refuse. Nothing is handed over then; we tell you where to turn."),
)
FACTS = ConsentText(
    kind="handing_over_sensitive", version="2026-11",
    title=_("Handing sensitive facts to this agency"),
    purpose=_("So that the agency can judge which help fits"),
    items=_("State of health, illness or injury, disability; membership of a union; as far as written below"),
    kept=_("As long as the agency handles the matter, by its own rules"),
    refusal=_("You may refuse. These facts are then left out of what is handed over."),
)


def asked_for(recipient: str) -> tuple[HandingOver, HandingOver]:
    """The two consents to handing over to this agency."""
    return HandingOver(text=DETAILS, recipient=recipient), HandingOver(text=FACTS, recipient=recipient)
