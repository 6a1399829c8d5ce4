"""Letters and other papers that are made from a case: their blanks, and where each of them is filled from."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class BlankSource(StrEnum):
    """Where a blank is filled from, where nobody has typed it: the client's data (`of`: `name`, `phone`, `email`,
    `address`), a `FACT` of the case or an answer to one of the module's questions (`of`: its code), the `DAYS` that
    count (`of`: what happened), what was told, the last talk, who has the case, an office; or it is asked."""

    CLIENT = "client"
    FACT = "fact"
    DAYS = "days"
    NARRATIVE = "narrative"
    TALK = "talk"
    STAFF = "staff"
    OFFICE = "office"
    ASKED = "asked"


class BlankKind(StrEnum):
    """What a blank holds, and so how it is typed, checked and said in the letter."""

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
    """A blank of letters. `of` says what of the source fills it; `options` are the codes and titles of a choice. What
    is typed is kept under its code, whichever letter asked; a module's code begins with its name."""

    code: str
    label: str
    holds: BlankKind = BlankKind.LINE
    source: BlankSource = BlankSource.ASKED
    of: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The code."""
        return self.code


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document that can be made from a case. `basis` is where the law has its form (Korean, as it is quoted),
    `official`: that there is an official form, whose words this draft follows. `language` is that of its text.
    `module`: in whose package its text stands, `letters/<name>.html`; empty for the core's own.
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
    module: str = ""

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank, in the order in which the page asks for them."""
        return (*self.required, *self.optional)


@dataclass(frozen=True, kw_only=True)
class DocumentTemplate:
    """A letter or paper of the module, offered in cases of the desks `targets`. Its text is the Jinja template
    `letters/<name>.html` of the package, where the id is `<module>.<name>`: `{{ v.client_name }}` prints a blank of
    the core, `{{ own.months }}` one of the module's. A blank is declared, or named by the code of one of the core's;
    without a `required` one the letter is not ready, and the page lists it. `basis`: the article, in Korean."""

    id: str
    targets: tuple[str, ...]
    title: str
    about: str
    required: tuple[Blank | str, ...]
    optional: tuple[Blank | str, ...] = ()
    basis: str = ""
    language: str = "ko"
    scope: str | None = None

    @property
    def name(self) -> str:
        """The id without the module's name."""
        return self.id.partition(".")[2]

    @property
    def file(self) -> str:
        """Where its text stands in the package."""
        return f"letters/{self.name}.html"

    @property
    def blanks(self) -> tuple[Blank | str, ...]:
        """Every blank, or the code of one of the core's."""
        return (*self.required, *self.optional)

    @property
    def own_blanks(self) -> tuple[Blank, ...]:
        """The blanks that the module declares."""
        return tuple(each for each in self.blanks if isinstance(each, Blank))
