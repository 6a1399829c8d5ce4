"""The spellings of identification numbers, as regular expressions over `characters.folded` text.

Every repetition is bounded, so that a search costs the same for each character of the text, whatever the text is.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a number: the group `number` is what must go. Worth a search only in a text with a hint in it
    (in small letters), or in any text where there are no hints."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...] = ()

    def is_worth_a_search(self, lowered: str) -> bool:
        """Whether the text, in small letters, can contain this spelling at all."""
        return not self.hints or any(hint in lowered for hint in self.hints)


def both_forms(*words: str) -> tuple[str, ...]:
    """The words composed and decomposed: names of files that come from a Mac are decomposed."""
    return tuple(dict.fromkeys(unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")))


def either(*words: str) -> str:
    """A pattern for any of these words, in both forms, with their spaces optional."""
    return f"(?:{'|'.join(both_forms(*words)).replace(' ', ' ?')})"


def after(label: str, gap: int, number: str) -> re.Pattern[str]:
    """The number after its label and at most `gap` characters that are no digits; a placeholder of ours is no label."""
    return re.compile(rf"{label}(?![가-힣]{{0,4}} ?삭제\])[^0-9]{{0,{gap}}}(?P<number>{number})", re.IGNORECASE)


# The first digit of a run. The digit comes before the look back: so the search leaps from digit to digit.
FIRST = r"[0-9](?<![0-9+][0-9])"

# A date of birth: two digits of the year, month, day.
MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
MONTH_AND_DAY = r"(?:0[1-9]|1[0-2]) {1,2}(?:0[1-9]|[12][0-9]|3[01])"
SPACED_MONTH_DAY = r"(?:0 {1,2}[1-9]|1 {1,2}[0-2]) {1,2}(?:0 {1,2}[1-9]|[12] {1,2}[0-9]|3 {1,2}[01])"
BIRTH = rf"{FIRST}(?:[0-9]{MONTH_DAY}|[0-9] {{1,2}}{MONTH_AND_DAY}| {{1,2}}[0-9] {{1,2}}{SPACED_MONTH_DAY})"
BETWEEN = rf"(?:[-./ ]{{0,3}}|{either(' 년 ', ' 월 ')})"
LOOSE_MONTH, LOOSE_DAY = r"(?:0 {0,2}[1-9]|1 {0,2}[0-2])", r"(?:0 {0,2}[1-9]|[12] {0,2}[0-9]|3 {0,2}[01])"
LOOSE_BIRTH = rf"{FIRST} {{0,2}}[0-9]{BETWEEN}{LOOSE_MONTH}{BETWEEN}{LOOSE_DAY}"

# What stands between the date of birth and the rest.
SPOKEN = ("다시", "대시", "하이픈", "빼기", "뒷자리", "뒷번호", "뒤")
DASH = rf" {{0,3}}[.]?{either('일생', '일', '생')}? {{0,2}}(?:-{{1,3}}|- -|{either(*SPOKEN)}) {{0,3}}"
# Any one sign, but for that of a currency: `250325 ₩3500000` is a day and an amount.
SIGN = r"(?:[^\w\s$₩€¥£]|_)"
NO_DASH = rf" {{0,3}}(?:{SIGN}|{either('에', '의')})? {{0,3}}"

# The rest: seven digits, or the first of them with the others hidden. 0 and 9 are the 1800s: only in one piece.
MASKED = r"[0-9](?: ?[0-9]){0,5} ?[*xX#](?: ?[*xX#]){2,11}"
TAIL = (
    rf"(?:(?:[0-9]{{7}}|[1-8] {{1,2}}[0-9]{{6}}|[1-8][0-9]{{2}} {{1,2}}[0-9]{{4}}|[1-8][0-9]{{3}} {{1,2}}[0-9]{{3}}"
    rf"|[1-8](?: {{1,2}}[0-9]){{6}})(?![0-9])|{MASKED})"
)
LOOSE_TAIL = rf"(?:[0-9](?: {{0,2}}[0-9]){{6}}(?![0-9])|{MASKED})"
DATED = rf"[0-9]{{2}}{MONTH_DAY}(?:{DASH})?"
# `250325 3500000원` is a day and an amount.
NOT_WON = rf"(?! ?(?:{either('원', '만', '천')}|won|KRW))"

RESIDENT_LABEL = (
    rf"(?:{either('주민 등록 번호', '주민 번호', '주번', '외국인 등록 번호', '외국인 번호', '거소 신고 번호')}"
    r"|resident (?:registration|reg)|\brrn\b|alien registration)"
)
RESIDENT_HINTS = (*both_forms("주민", "주번", "외국인", "거소"), "resident", "rrn", "alien")
TAIL_WORDS = ("뒷 자리", "뒷 번호", "뒤 자리", "뒤 번호")

RESIDENT = (
    Spelling(re.compile(rf"(?P<number>{LOOSE_BIRTH}{DASH}(?P<tail>{LOOSE_TAIL}))"), ("-", *both_forms(*SPOKEN))),
    Spelling(re.compile(rf"(?P<number>{BIRTH}{NO_DASH}(?P<tail>{TAIL})){NOT_WON}")),
    # Eight digits of a birthday, born in the century that the next digit tells: a day and an order number rarely agree.
    Spelling(re.compile(
        rf"(?P<number>{FIRST}(?:(?<=1)8{DATED}(?=[09])|(?<=1)9{DATED}(?=[1256])|(?<=2)0{DATED}(?=[3478]))(?P<tail>{TAIL}))"
    )),
    Spelling(after(
        RESIDENT_LABEL, 16,
        rf"[0-9](?:[ -]?[0-9]){{5}}[^0-9]{{0,12}}"
        rf"(?P<tail>[0-9]{{7}}(?![0-9])|[0-9](?: {{0,2}}[0-9]){{6}}(?! ?[0-9])|{MASKED})",
    ), RESIDENT_HINTS),
    Spelling(after(RESIDENT_LABEL, 16, rf"[0-9]{{2}}{MONTH_DAY} ?- ?(?P<tail>[0-9])(?! ?[0-9])"), RESIDENT_HINTS),
    Spelling(after(either(*TAIL_WORDS), 10, r"(?P<tail>[0-9]{7})(?![0-9-])"), both_forms("뒷", "뒤")),
)

LICENCE_REGIONS = (
    "서울", "부산", "대구", "인천", "광주", "대전", "울산", "경기",
    "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주",
)
LICENCE_LABEL = rf"(?:{either('면허 번호', '면허증 번호', '운전 면허')}|driver'?s? licen[cs]e)"
LICENCE_END = r"[0-9]{2} ?- ?[0-9]{6} ?- ?[0-9]{2}(?![0-9-])"

DRIVING_LICENCE = (
    Spelling(re.compile(rf"(?P<number>[0-9](?<![0-9-][0-9])[0-9] ?- ?{LICENCE_END})"), ("-",)),
    Spelling(re.compile(rf"(?P<number>{either(*LICENCE_REGIONS)} ?-? ?{LICENCE_END})"), both_forms(*LICENCE_REGIONS)),
    Spelling(
        after(LICENCE_LABEL, 12, r"[0-9](?: ?-? ?[0-9]){9,11}(?![0-9])"), (*both_forms("면허"), "driver"),
    ),
)

# Korean ones are M, S or R with digits; of other letters, `A20250302` is rather a person called A and a day.
NOT_A_DAY = rf"(?!(?:19|20)[0-9]{{2}}{MONTH_DAY})"

PASSPORT = (
    Spelling(re.compile(
        rf"(?P<number>[A-Z](?<![A-Za-z][A-Z])(?:(?:(?<=[MSR])|{NOT_A_DAY})[0-9]{{8}}|[0-9]{{3}}[A-Z][0-9]{{4}}))"
        r"(?![0-9])"
    )),
    Spelling(
        after(rf"(?:{either('여권')}|passport)", 14, r"(?<![a-z])[a-z]{1,2} ?[0-9]{6,8}[a-z]?(?![a-z0-9])"),
        (*both_forms("여권"), "passport"),
    ),
)

# The first digits of the card networks; the check digit is left to `identifiers`.
CARD = (
    Spelling(re.compile(
        r"(?P<number>[2-69](?<![0-9][0-9])[0-9]{3}(?P<gap>[ -]?)[0-9]{4}(?P=gap)[0-9]{4}(?P=gap)[0-9]{4})(?![0-9])"
    )),
)

BANKS = ("계좌", "통장", "은행", "농협", "수협", "신협", "금고", "우체국", "카카오뱅크", "케이뱅크", "토스뱅크")
# A telephone number after a bank's name begins with 0 and is shorter.
NOT_A_PHONE = r"(?!0[0-9 -]{8,12}(?![0-9-]))"

ACCOUNT = (
    Spelling(
        after(either(*BANKS), 12, rf"{NOT_A_PHONE}[0-9](?:[ -]?[0-9]){{9,15}}(?![0-9])"), both_forms(*BANKS),
    ),
)
