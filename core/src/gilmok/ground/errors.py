"""What can go wrong, named as staff would say it. The docstring is the message; the web is told elsewhere."""

from collections.abc import Mapping
from typing import Any

from gilmok.ground.marking import spoken


class GilmokError(Exception):
    """Something went wrong in Gilmok."""

    def __init__(self, **about: Any) -> None:
        super().__init__(self.__doc__)
        self.about: Mapping[str, Any] = about

    def sentence(self) -> str:
        """The message in the language of the request, with what it is about filled in."""
        return spoken((self.__doc__ or "").strip()) % self.about


class NotFound(GilmokError):
    """There is nothing here that you may see."""


class NotAllowed(GilmokError):
    """Your role does not allow this."""


class LoginNeeded(GilmokError):
    """Please log in first."""


class IllegalMove(GilmokError):
    """A case cannot go from this stage to that one."""


class ChangedMeanwhile(GilmokError):
    """Someone else changed this while you were writing."""


class Invalid(GilmokError):
    """Please check what was entered."""


class IdentifierFound(Invalid):
    """A resident registration number or the like must not be stored. Please take it out."""


class TooManyTries(GilmokError):
    """Too many tries. Please wait a little and try again."""


class PartFailed(GilmokError):
    """A page of the module %(title)s could not answer. What you wrote was not stored; the fault is noted."""


class NotReady(GilmokError):
    """Gilmok cannot answer right now. Please try again shortly."""
