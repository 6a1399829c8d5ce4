"""Answers chosen from a list."""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias

from marshmallow import ValidationError

from gilmok.ground.fields.answer import UNSURE, Answer, as_text, is_empty
from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import _
from gilmok.ground.i18n import _ as translated

Options: TypeAlias = Collection[str] | Callable[[], Collection[str]]

NOT_LISTED = _("Please choose one of the listed answers.")
UNSURE_AND_SURE = _("“Unknown” and “refused” cannot be chosen together with other answers.")
TOO_MANY = _("Please choose at most %(most)s answers.")
YES_OR_NO = _("Please choose yes or no.")

YES = frozenset({"yes", "y", "true", "1", "on", "예", "네"})
NO = frozenset({"no", "n", "false", "0", "off", "아니요", "아니오"})


class Code(Answer):
    """One of `options`, by its code."""

    def __init__(self, options: Options, **about: Any) -> None:
        super().__init__(**about)
        self.options = options

    def read(self, value: Any) -> Any:
        """The code."""
        return self.listed(value)

    def listed(self, value: Any) -> str:
        """The code if it is one of the options."""
        options = self.options() if callable(self.options) else self.options
        if not isinstance(value, str) or value.strip() not in options:
            raise ValidationError(translated(NOT_LISTED))
        return value.strip()


class Choice(Code):
    """One of options that are known only when the form is read, such as the districts: `Choice(lambda: …)`."""


class Codes(Code):
    """One or more of `options` in the order given (the first is the main one), as a tuple, at most `most` of them.

    Takes a list (`form.getlist`) or a single code.
    """

    def __init__(self, options: Options, *, most: int | None = None, **about: Any) -> None:
        super().__init__(options, **about)
        self.most = most

    def read(self, value: Any) -> tuple[str, ...] | str:
        """The codes, each once; `unknown` or `refused` alone if that is all there is."""
        chosen = [part for part in (value if isinstance(value, (list, tuple)) else [value]) if not is_empty(part)]
        if self.unsure and set(UNSURE).intersection(map(str, chosen)):
            return self._unsure(chosen)
        codes = tuple(dict.fromkeys(map(self.listed, chosen)))
        if self.most and len(codes) > self.most:
            raise ValidationError(translated(TOO_MANY) % {"most": self.most})
        return codes

    def _unsure(self, chosen: list[str]) -> str:
        if len(set(chosen)) > 1:
            raise ValidationError(translated(UNSURE_AND_SURE))
        return chosen[0]


class YesNo(Answer):
    """`True` or `False`; unless told otherwise, unknown and refused are answers too."""

    def __init__(self, *, unsure: bool = True, **about: Any) -> None:
        super().__init__(unsure=unsure, **about)

    def read(self, value: Any) -> bool:
        """The answer."""
        if isinstance(value, bool):
            return value
        word = plain(as_text(value)).lower()
        if word not in YES | NO:
            raise ValidationError(translated(YES_OR_NO))
        return word in YES
