"""Why a file is not taken as a form, each as a sentence for who sent it."""

from gilmok.ground.errors import Invalid


class NotTaken(Invalid):
    """This file is not taken."""


class NothingSent(NotTaken):
    """Choose a file first."""


class OlderHangul(NotTaken):
    """This is an older Hangul file (.hwp). Open it in Hangul, save it as .hwpx, and send that."""


class NoHangul(NotTaken):
    """This is not a Hangul document (.hwpx)."""


class TooMuch(NotTaken):
    """The form is larger than 5 MB, or unpacks to more than a form needs."""


class Locked(NotTaken):
    """The form is locked with a password. Save it without one, and send that."""


class NotWellMade(NotTaken):
    """The file is not built as Hangul builds one. Open it in Hangul, save it anew as .hwpx, and send that."""


class HoldsNumber(NotTaken):
    """The form holds an identification number. Send an empty form."""


class NumberInName(NotTaken):
    """A file's name holds an identification number. Please give it another name."""


class NoPlaces(NotTaken):
    """Nothing in the form can be filled: it has neither a table with a free cell nor a word in double braces."""
