"""The name of a file that someone sends, made harmless."""

import re
import unicodedata

LONGEST_NAME = 120
UNWANTED = re.compile(r'[<>:"/\\|?*]')
# Control, invisible and private characters: such a name looks like another.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean_name(name: str) -> str:
    """The last part of what the browser calls the file, composed, without what is a command to some system; empty where
    nothing is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if char in "\t\n" else char for char in last if char in "\t\n" or is_seen(char))
    kept = " ".join(UNWANTED.sub("_", seen).split()).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return kept if len(kept) <= LONGEST_NAME else stem[: LONGEST_NAME - len(ending) - 1] + dot + ending[:10]


def is_seen(char: str) -> bool:
    """Whether a character can be seen."""
    return unicodedata.category(char) not in UNSEEN
