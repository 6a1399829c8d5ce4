"""Days as people type them and as pages show them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from gilmok.ground.formats.characters import plain
from gilmok.ground.formats.mistakes import FormatError, _

WEEKDAYS = "월화수목금토일"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# Of languages that write months as numbers.
NUMBERED = {"zh": "{0.year}年{0.month}月{0.day}日", "vi": "{0.day}/{0.month}/{0.year}"}
LONGEST = 40
FIRST_YEAR, LAST_YEAR = 1900, 2100
LEAP_CYCLE = 8

UNREADABLE = _("Please write the date like 2025. 3. 2. or 20250302.")
NO_SUCH_DAY = _("There is no such day. Please check the month and the day.")
OTHER_WEEKDAY = _("That day falls on another day of the week. Please check the date.")
WHICH_DAY = _("Please write the day of the month too, like 2025. 3. 2.")
WHICH_YEAR = _("Please write the year with four digits, like 2025. 3. 2.")

DAYS_FROM_TODAY = {
    "오늘": 0, "금일": 0, "today": 0, "어제": -1, "작일": -1, "yesterday": -1, "그제": -2, "그저께": -2, "그끄저께": -3,
    "내일": 1, "명일": 1, "tomorrow": 1, "모레": 2, "글피": 3,
}
YEARS_FROM_NOW = {"재작년": -2, "작년": -1, "지난해": -1, "올해": 0, "금년": 0, "내년": 1}
MONTHS_FROM_NOW = {"지난달": -1, "지난 달": -1, "저번 달": -1, "이번 달": 0, "이달": 0, "다음 달": 1, "다음달": 1}
WEEKS_FROM_NOW = {
    "지지난 주": -2, "지난 주": -1, "저번 주": -1, "이번 주": 0, "금주": 0, "다음 주": 1, "다다음 주": 2,
    "last week": -1, "this week": 0, "next week": 1,
}

WEEKDAY_AT_END = re.compile(r"[ ,]*\(?([월화수목금토일])(?:요일)?\)?$|[ ,]*\(?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?$")
SEPARATOR = r" ?[-./, ] ?"
YEAR_MONTH_DAY = re.compile(
    rf"['‘’]?([0-9]{{4}}|[0-9]{{2}})(?:{SEPARATOR}| ?년 ?)([0-9]{{1,2}})(?:{SEPARATOR}| ?월 ?)([0-9]{{1,2}}) ?[일.]?"
)
DIGITS_ONLY = re.compile(r"([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})")
MONTH_DAY = re.compile(r"([0-9]{1,2})(?: ?[-./] ?| ?월 ?)([0-9]{1,2}) ?[일.]?")
AGO = re.compile(r"([0-9]{1,3}) ?(일|주일?|days?|weeks?) ?(전|ago)")
NAMED_YEAR = re.compile(rf"({'|'.join(YEARS_FROM_NOW)}) ?([0-9]{{1,2}})(?: ?월 ?|{SEPARATOR})([0-9]{{1,2}}) ?[일.]?")
YEAR_BEFORE_MONTH = rf"[0-9]{{4}}(?: ?년 ?|{SEPARATOR})|[0-9]{{2}} ?년 ?|(?:{'|'.join(YEARS_FROM_NOW)}) ?"
MONTH_ALONE = re.compile(
    rf"(?:{YEAR_BEFORE_MONTH})(?:0?[1-9]|1[0-2])(?: ?월|\.)?|(?:[1-9]|1[0-2]) ?월|{'|'.join(MONTHS_FROM_NOW)}"
)
NAMED_MONTH = re.compile(rf"({'|'.join(MONTHS_FROM_NOW)}) ?([0-9]{{1,2}}) ?일?")
WEEK_WORDS = {name.replace(" ", ""): weeks for name, weeks in WEEKS_FROM_NOW.items()}
A_WEEK = "|".join(WEEKS_FROM_NOW).replace(" ", " ?")
NAMED_WEEK = re.compile(rf"({A_WEEK}),? ?(?:([월화수목금토일])요일|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)")
DAY_MONTH_IN_ENGLISH = re.compile(r"([0-9]{1,2}) ([a-z]{3,9})\.? ([0-9]{4})")
MONTH_DAY_IN_ENGLISH = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2}),? ([0-9]{4})")


def read_date(text: str, *, today: date, ahead: bool = False) -> date:
    """The day that `text` means, read on the day `today`; raises `FormatError`.

    Without a year it is the latest such day that is not in the future, with `ahead` the earliest that is not past.
    Two digits of a year mean the nearest year that has come (`ahead`: 2000 to 2099). A weekday that is written with
    the date must fit it. A week begins on Monday (`지난주 일요일` is the Sunday before this week's Monday).
    """
    if len(text) > LONGEST:
        raise FormatError(UNREADABLE)
    words = plain(text).lower()
    if words in DAYS_FROM_TODAY:
        return today + timedelta(days=DAYS_FROM_TODAY[words])
    if named := NAMED_WEEK.fullmatch(words):
        return _in_week(named, today)
    if MONTH_ALONE.fullmatch(words):
        raise FormatError(WHICH_DAY)
    weekday = WEEKDAY_AT_END.search(words)
    if weekday and _is_weekday_apart(words, weekday):
        day = _read(words[: weekday.start()].rstrip(), today, ahead)
        return _on_that_weekday(day, weekday)
    return _read(words, today, ahead)


def say_date(day: date, language: str = "ko") -> str:
    """`2025년 3월 2일(일)`, in English `2 March 2025 (Sun)`; for visitors also in Chinese and Vietnamese."""
    if language in NUMBERED:
        return say_short(day, language)
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year} ({ENGLISH_WEEKDAYS[day.weekday()]})"


def say_short(day: date, language: str = "ko") -> str:
    """`2025. 3. 2.`, in English `2 Mar 2025`: for tables; for visitors also in Chinese and Vietnamese."""
    if numbered := NUMBERED.get(language):
        return numbered.format(day)
    if language == "ko":
        return f"{day.year}. {day.month}. {day.day}."
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]} {day.year}"


def say_due(day: date, *, today: date, language: str = "ko") -> str:
    """How far off a due day is: `D-3`, `오늘`, `3일 지남`; in English `3 days left`, `today`, `3 days overdue`."""
    left = (day - today).days
    if left == 0:
        return "오늘" if language == "ko" else "today"
    if language == "ko":
        return f"D-{left}" if left > 0 else f"{-left}일 지남"
    days = "day" if abs(left) == 1 else "days"
    return f"{left} {days} left" if left > 0 else f"{-left} {days} overdue"


def _is_weekday_apart(words: str, weekday: re.Match[str]) -> bool:
    """Whether the end of `words` is a weekday and not the `일` that ends `3월 2일`."""
    return weekday.group().strip() != "일" or not words[: weekday.start()].endswith(tuple("0123456789"))


def _on_that_weekday(day: date, weekday: re.Match[str]) -> date:
    if day.weekday() != _weekday(*weekday.groups()):
        raise FormatError(OTHER_WEEKDAY)
    return day


def _in_week(named: re.Match[str], today: date) -> date:
    week, korean, english = named.groups()
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=WEEK_WORDS[week.replace(" ", "")], days=_weekday(korean, english))


def _weekday(korean: str | None, english: str | None) -> int:
    return WEEKDAYS.index(korean) if korean else ENGLISH_WEEKDAYS.index((english or "").capitalize())


def _read(words: str, today: date, ahead: bool) -> date:
    for pattern, reader in FORMS:
        if found := pattern.fullmatch(words):
            return reader(found.groups(), today, ahead)
    raise FormatError(UNREADABLE)


def _year_month_day(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    year, month, day = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return _day(year, month, day)
    if ahead or year <= today.year % 100:
        return _short_year(_day(2000 + year, month, day), today, ahead)
    return _day(1900 + year, month, day)


def _short_year(day: date, today: date, ahead: bool) -> date:
    """A two-digit year that makes a day later this year is as likely a slip as a hundred years ago: ask."""
    if day > today and not ahead:
        raise FormatError(WHICH_YEAR)
    return day


def _month_day(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    month, day = (int(part) for part in parts)
    _day(2000, month, day)   # 29 February counts: a leap year is looked for below
    years = range(LEAP_CYCLE + 1) if ahead else range(0, -LEAP_CYCLE - 1, -1)
    days = (_day_or_none(today.year + step, month, day) for step in years)
    return next(each for each in days if each and (each >= today if ahead else each <= today))


def _ago(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    count, unit, _ago_word = parts
    return today - timedelta(days=int(count) * (7 if unit.startswith(("주", "week")) else 1))


def _named_year(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    name, month, day = parts
    return _day(today.year + YEARS_FROM_NOW[name], int(month), int(day))


def _named_month(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    name, day = parts
    months = today.year * 12 + today.month - 1 + MONTHS_FROM_NOW[name]
    return _day(months // 12, months % 12 + 1, int(day))


def _english_day_first(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    day, name, year = parts
    return _day(int(year), _english_month(name), int(day))


def _english_month_first(parts: tuple[str, ...], today: date, ahead: bool) -> date:
    name, day, year = parts
    return _day(int(year), _english_month(name), int(day))


def _english_month(name: str) -> int:
    for number, month in enumerate(ENGLISH_MONTHS, start=1):
        if month.lower().startswith(name):
            return number
    raise FormatError(UNREADABLE)


def _day(year: int, month: int, day: int) -> date:
    found = _day_or_none(year, month, day)
    if found is None:
        raise FormatError(NO_SUCH_DAY)
    return found


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


FORMS: tuple[tuple[re.Pattern[str], Callable[[tuple[str, ...], date, bool], date]], ...] = (
    (YEAR_MONTH_DAY, _year_month_day),
    (DIGITS_ONLY, _year_month_day),
    (MONTH_DAY, _month_day),
    (AGO, _ago),
    (NAMED_YEAR, _named_year),
    (NAMED_MONTH, _named_month),
    (DAY_MONTH_IN_ENGLISH, _english_day_first),
    (MONTH_DAY_IN_ENGLISH, _english_month_first),
)
