"""The answer in the language of the visitor: Korean and English, and as far as rooms and modules have it Chinese and
Vietnamese. What is not there in these is said in English, and marked as English for screen readers."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from babel.dates import get_day_names
from markupsafe import Markup

from gilmok.ground.formats.dates import say_date
from gilmok.ground.i18n import LANGUAGES, _, current_language, in_language, words_now
from gilmok.journey.finding.hours import Hours, read_hours
from gilmok.journey.routing.saying import Words
from gilmok.network.places import Centre, District, Region

MARKED = Markup('<span lang="{}">{}</span>')


def in_english_if_need_be(text: str, **values: Any) -> str:
    """A text in the language of the page; marked as English where that language has it not."""
    lacking = current_language() not in LANGUAGES and words_now().gettext(text) == text
    return MARKED.format("en", text % values if values else text) if lacking else _(text, **values)


class VisitorsWords(Words):
    """Says a decision in the language of the page."""

    def say(self, text: str, **values: Any) -> str:
        """A text, filled with the names of what is given."""
        return in_english_if_need_be(text, **{name: self.name(each) for name, each in values.items()})

    def name(self, value: Any) -> str:
        """A district or region as it is called in this language; a centre by its Latin name, with the Korean one."""
        if isinstance(value, date):
            return say_date(value, self.language)
        if self.language in LANGUAGES:
            return super().name(value)
        if isinstance(value, District | Region):
            return _(value.name_en)
        return f"{value.name_en} ({value.name_ko})" if isinstance(value, Centre) else str(value)


def hours_in_words(centre: Centre) -> str:
    """The published hours: as they stand in Korean and English, else from what is understood of them."""
    if current_language() in LANGUAGES:
        return in_language(centre, "hours")
    hours = read_hours(centre.hours_ko)
    if hours is not None:
        return "; ".join(parts_of(hours))
    return MARKED.format("ko", centre.hours_ko) if centre.hours_ko else ""


def parts_of(hours: Hours) -> Iterator[str]:
    """The parts of a sentence of hours."""
    span = f"{at(hours.opens)}–{at(hours.closes)}"
    yield _("weekdays %(hours)s", hours=span) if hours.says_weekdays else span
    if hours.rest:
        yield _("closed over lunch %(hours)s", hours="–".join(map(at, hours.rest)))
    names = get_day_names("wide", locale=current_language())
    for end in sorted(set(hours.later.values())):
        days = ", ".join(names[day] for day, later in hours.later.items() if later == end)
        text = _("by phone until %(time)s: %(days)s") if hours.by_phone else _("until %(time)s: %(days)s")
        yield text % {"time": at(end), "days": days}


def at(moment: time) -> str:
    """A time of day."""
    return f"{moment:%H:%M}"
