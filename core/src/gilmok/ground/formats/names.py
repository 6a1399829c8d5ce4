"""Names of people: one spelling for storing, one key for comparing, and masks for lists."""

import re
import unicodedata

from gilmok.ground.formats.characters import BLANKS

SPACES = re.compile(rf"[\s{''.join(sorted(BLANKS))}]+")
HIDDEN = "***"   # for public figures, where not even a surname is shown
COMPOUND_SURNAMES = ("남궁", "제갈", "사공", "선우", "서문", "황보", "독고", "동방")
HANGUL = re.compile(r"[가-힣]+")
HANGUL_OR_HANJA = re.compile(r"[가-힣\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
DISTRICTS = re.compile(r"\S+(?:시|도|군|구)(?=\s|$)")
INVISIBLE_CATEGORIES = frozenset({"Cf", "Cc"})


def normalise_name(text: str) -> str:
    """The name composed (NFC), trimmed, with single spaces and nothing invisible in it."""
    spaced = SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(char for char in spaced if unicodedata.category(char) not in INVISIBLE_CATEGORIES).strip()


def name_key(text: str) -> str:
    """What two spellings of one name have in common (`홍 길동`, `홍길동`): for finding, not for showing."""
    return unicodedata.normalize("NFKC", normalise_name(text)).casefold().replace(" ", "")


def name_spellings(text: str) -> tuple[str, ...]:
    """The key of a name, and then the other spellings under which an index of before may hold it: as it is typed here,
    and, in Hangul or Hanja, with a space after the first syllable or the second (`나 길동`, `남궁 민수`).

    So an older row is found without being sealed anew, but for one whose name has its space elsewhere or more than one
    (`응우옌 반 안`, `KIM CHUL`): that one is found by typing it as it was typed then.
    """
    key = name_key(text)
    apart = (f"{key[:end]} {key[end:]}" for end in (1, 2) if end < len(key) and HANGUL_OR_HANJA.fullmatch(key))
    return tuple(dict.fromkeys((key, normalise_name(text), *apart)))


def mask_name(name: str) -> str:
    """`홍*동`, `김*`, `남궁*`, `John S***`: enough for the desk that knows the person, too little for others."""
    if HANGUL.fullmatch(name):
        return _mask_korean(name)  # there is nothing to normalise in it, and most names are written so
    words = normalise_name(name).split(" ")
    if _is_korean(words):
        return _mask_korean("".join(words))
    if len(words) == 1:
        return _first_letter(words[0])
    return f"{words[0]} {_first_letter(words[-1])}"


def mask_email(address: str) -> str:
    """`h***@example.com`; what is no address is hidden altogether."""
    person, at, host = address.strip().rpartition("@")
    return f"{person[0]}***@{host}" if person and at and host else HIDDEN


def mask_address(address: str) -> str:
    """City and district only: `서울특별시 중랑구 ***`; what names none is hidden altogether."""
    kept: list[str] = []
    for word in normalise_name(address).split(" "):
        if len(kept) == 3 or not DISTRICTS.fullmatch(word):
            break
        kept.append(word)
    return " ".join([*kept, HIDDEN])


def _is_korean(words: list[str]) -> bool:
    """One word of Hangul or Hanja, or a surname and a given name apart; `응우옌 반 안` is a foreign name in Hangul."""
    if not all(HANGUL_OR_HANJA.fullmatch(word) for word in words):
        return False
    return len(words) == 1 or (len(words) == 2 and (len(words[0]) == 1 or words[0] in COMPOUND_SURNAMES))


def _mask_korean(name: str) -> str:
    surname = name[:2] if len(name) > 2 and name.startswith(COMPOUND_SURNAMES) else name[:1]
    given = len(name) - len(surname)
    if given == 0:
        return "*"
    last = name[-1] if given > 1 else ""
    return surname + "*" * (given - len(last)) + last


def _first_letter(word: str) -> str:
    """The first letter and stars; one syllable of Hangul or Hanja would tell too much of a short given name."""
    return HIDDEN if not word or HANGUL_OR_HANJA.match(word) else word[0] + HIDDEN
