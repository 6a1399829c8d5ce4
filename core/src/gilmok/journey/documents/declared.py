"""How a document is declared: its blanks, where each is filled from, and which of them it cannot do without."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from gilmok.ground.i18n import _marked as _


class Source(StrEnum):
    """Where a blank is filled from, where nobody has typed it."""

    CLIENT = "client"          # whom the case is about; in an anonymous case they write it on paper
    FACT = "fact"              # a fact of the case
    DAYS = "days"              # the days that count in the case, and what was not paid on them
    NARRATIVE = "narrative"    # what was told
    TALK = "talk"              # the last talk
    STAFF = "staff"            # who has the case, and their centre
    OFFICE = "office"          # the agency that answers for the district of the workplace
    ASKED = "asked"            # asked on the page


SOURCE_TITLES: Mapping[Source, str] = {
    Source.CLIENT: _("from the client's data"),
    Source.FACT: _("from the facts of the case"),
    Source.DAYS: _("from the days of the case"),
    Source.NARRATIVE: _("from what was told"),
    Source.TALK: _("from the last talk"),
    Source.STAFF: _("from who has the case"),
    Source.OFFICE: _("from the district of the workplace"),
    Source.ASKED: _("asked on this page"),
}


class Holds(StrEnum):
    """What a blank holds."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    WON = "won"
    COUNT = "count"
    PHONE = "phone"
    EMAIL = "email"
    BUSINESS_NUMBER = "business_number"
    CHOICE = "choice"


@dataclass(frozen=True, kw_only=True)
class Blank:
    """A blank of documents. `of` says what of the source fills it (a fact, a column of the client, an event, a
    service of agencies). Its code is what it is kept under, whichever document asked.
    """

    code: str
    label: str
    holds: Holds = Holds.LINE
    source: Source = Source.ASKED
    of: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document that can be made from a case; its text is the template `documents/letters/<code>.html`.

    `basis` is where the law has its form (Korean, as it is quoted), `official`: that there is an official form, whose
    words this draft follows. `language` is that of its text.
    """

    code: str
    title: str
    about: str
    basis: str
    required: tuple[Blank, ...]
    optional: tuple[Blank, ...] = ()
    official: bool = False
    language: str = "ko"
    topics: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank, in the order in which the page asks for them."""
        return (*self.required, *self.optional)
