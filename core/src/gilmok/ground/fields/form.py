"""A form of a page, read at once: the values that are right, and beside each field what is wrong with it."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias

from marshmallow import EXCLUDE, Schema, ValidationError

from gilmok.ground.fields.answer import is_empty
from gilmok.ground.i18n import _ as translated

Errors: TypeAlias = dict[str, list[str]]


class Form(Schema):
    """A form. What it does not know is left out: its token, key and version are read elsewhere.

    `needed` says of a field what is to be written or chosen there where it was left empty, for a summary of errors has
    no field beside it.
    """

    needed: ClassVar[Mapping[str, str]] = {}

    class Meta:
        """Keys that the form does not know are no error."""

        unknown = EXCLUDE

    def read(self, typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
        """The values that are right, and by field what is wrong, in the language of the request; an empty field counts
        as not filled in."""
        filled = {name: value for name, value in typed.items() if value != ""}
        try:
            values: Any = self.load(filled)
        except ValidationError as wrong:
            return _mapping(wrong.valid_data), {
                name: self._said(name, texts, filled) for name, texts in _mapping(wrong.messages).items()
            }
        return values, {}

    def _said(self, name: str, texts: list[str], filled: Mapping[str, Any]) -> list[str]:
        """What is wrong with a field; of an empty one, what it needs."""
        empty = name in self.needed and is_empty(filled.get(name))
        return [translated(each) for each in ([self.needed[name]] if empty else texts)]


def _mapping(found: Any) -> dict[str, Any]:
    return dict(found) if isinstance(found, dict) else {}
