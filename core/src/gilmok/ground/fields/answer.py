"""What every field shares: empty, unsure and refused answers, and errors as sentences."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, missing

from gilmok.ground.formats.identifiers import Identifier, refused, warned
from gilmok.ground.formats.mistakes import FormatError, _
from gilmok.ground.i18n import _ as translated

UNSURE = ("unknown", "refused")

REFUSALS = {
    Identifier.RESIDENT: _(
        "This looks like a resident registration number, which must not be stored. Please take it out."
    ),
    Identifier.FOREIGNER: _(
        "This looks like a foreigner registration number, which must not be stored. Please take it out."
    ),
    Identifier.DRIVING_LICENCE: _(
        "This looks like a driving licence number, which must not be stored. Please take it out."
    ),
    Identifier.PASSPORT: _("This looks like a passport number, which must not be stored. Please take it out."),
    Identifier.CARD: _("This looks like a card number, which must not be stored. Please take it out."),
}
ACCOUNT_WARNING = _("This looks like a bank account number. Please keep it only if it is needed.")
ANSWER = _("Please answer this question.")
NOT_TEXT = _("Please answer this with text.")
TOO_LONG = _("Please write at most %(most)s letters.")


def no_identifiers(text: str) -> None:
    """A validator: `ValidationError` if the text holds an identification number; the error never repeats it."""
    for kind in refused(text):
        raise ValidationError(translated(REFUSALS[kind]))


def warnings(text: str) -> tuple[str, ...]:
    """What a page says beside a text that it keeps all the same, in the language of the request."""
    return tuple(translated(ACCOUNT_WARNING) for _kind in warned(text))


class Answer(fields.Field[Any]):
    """What every field here does; a field says in `read` what a non-empty answer means.

    `longest` bounds the text that is looked at. A dumped value is what JSON can hold; `say` is what a page echoes.
    """

    longest = 200

    def __init__(self, *, unsure: bool = False, **about: Any) -> None:
        super().__init__(**about)
        self.unsure = unsure

    def read(self, value: Any) -> Any:
        """The value that the answer means; `FormatError` or `ValidationError` with a sentence if it means none."""
        raise NotImplementedError

    def say(self, value: Any, language: str = "ko") -> str:
        """The value as the page repeats it beside the field; answers without a form of their own as they are."""
        return str(value)

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **about: Any
    ) -> Any:
        """As marshmallow asks for a value: empty is missing, identification numbers are refused, unsure is kept."""
        if is_empty(value):
            if self.required:
                raise ValidationError(translated(ANSWER))
            value = missing
        self._refuse(value)
        if self.unsure and value in UNSURE:
            return value
        return super().deserialize(value, attr, data, **about)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **about: Any) -> Any:
        try:
            return self.read(value)
        except FormatError as mistake:
            raise ValidationError(translated(mistake.text)) from None

    def _refuse(self, value: Any) -> None:
        for part in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(part, (str, int)):
                text = str(part).replace("\r\n", "\n")
                if len(text) > self.longest:
                    raise ValidationError(translated(TOO_LONG) % {"most": self.longest})
                no_identifiers(text)


def is_empty(value: Any) -> bool:
    """Whether nothing was answered: missing, null, blank, or a list of nothing else."""
    if isinstance(value, (list, tuple)):
        return all(is_empty(part) for part in value)
    return value is None or value is missing or (isinstance(value, str) and not value.strip())


def as_text(value: Any) -> str:
    """The value if it is text; `ValidationError` if it is anything else."""
    if not isinstance(value, str):
        raise ValidationError(translated(NOT_TEXT))
    return value
