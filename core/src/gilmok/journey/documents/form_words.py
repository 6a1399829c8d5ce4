"""What official forms call the blanks of a document: whose heading a label stands under, and which blank it means."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "form_words.toml"
CLIENT = "client"
NUMBERED = re.compile(r"^\s*(?:[\u2460-\u24ff]|[\u2160-\u217f]|(?:[0-9]{1,2}|[가나다라마바사아자차카타파하])[.)])")
BESIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[^\w]")


@dataclass(frozen=True)
class Names:
    """The names of one blank: `whole` ones, and `short` ones, which mean it under a heading of its `role` alone."""

    whole: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    role: str = ""

    def mean(self, label: str, under: Iterable[str] = ()) -> bool:
        """Whether a label under these headings, the nearest first, means this blank."""
        word = plain(label)
        if word in self.whole:
            return True
        roles = (role_of(each) for each in under)
        return word in self.short and next(filter(None, roles), CLIENT) == self.role


@cache
def read() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    """The file of words."""
    return tomllib.loads(WORDS.read_text("utf-8"))


@cache
def names_of(code: str, label: str) -> Names:
    """The names of a blank by its code and its Korean label; a short name with its heading before it is a whole one."""
    said, roles = read()["blanks"].get(code, {}), read()["roles"]
    role, short = str(said.get("role", "")), said.get("short", [])
    whole = [code, label, *said.get("whole", []), *(f"{who}{word}" for who in roles.get(role, ()) for word in short)]
    return Names(frozenset(map(plain, whole)), frozenset(map(plain, short)), role)


@lru_cache(maxsize=4096)
def plain(label: str) -> str:
    """A label as equal ones are spelt alike: without spaces, numbering, marks and what stands in brackets."""
    return BESIDES.sub("", unicodedata.normalize("NFKC", NUMBERED.sub("", label)).casefold())


@lru_cache(maxsize=4096)
def role_of(heading: str) -> str:
    """Whom a heading is about, by how it begins; "" where it does not say."""
    word = plain(heading)
    roles = read()["roles"].items()
    return next((role for role, words in roles if any(word.startswith(plain(each)) for each in words)), "")


def is_written_by_hand(label: str) -> bool:
    """Whether a label, with what stands in its brackets, asks for a number that only the client writes."""
    return any(word in "".join(label.split()) for word in read()["never"]["words"])
