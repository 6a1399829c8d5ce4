"""Korean particles that depend on the sound before them: 봉제가, 제화가, 음악이."""

import re

PARTICLES = re.compile(r"\{([^{}/]+)/([^{}/]+)\}")
SILENT = re.compile(r"[\s'\"’”)\]」』]+$")
# Read aloud, these end in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알.
CLOSED_SIGNS = frozenset("013678LMNRlmnr")


def with_particles(text: str) -> str:
    """The text with each `{이/가}` settled: the first form after a closing consonant, the second after a vowel."""
    while found := PARTICLES.search(text):
        before = text[: found.start()]
        text = before + found[1 if ends_closed(before) else 2] + text[found.end():]
    return text


def ends_closed(text: str) -> bool:
    """Whether the text, read aloud, ends in a consonant; closing quotes and brackets are not read."""
    last = SILENT.sub("", text)[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    return last in CLOSED_SIGNS
