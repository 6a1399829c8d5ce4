"""What codes of experts are called on pages, and why an expert is proposed, in the language of the request."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gilmok.modules.site import _, atlas, db, in_language
from gilmok_platform_freelance.experts import codes
from gilmok_platform_freelance.experts.rules import Fit, Need


def said(texts: Mapping[str, str]) -> dict[str, str]:
    """Each code with what it is called."""
    return {code: _(text) for code, text in texts.items()}


def regions() -> dict[str, str]:
    """The regions of the city by their codes."""
    return {code: in_language(each, "name") for code, each in atlas(db()).regions.items()}


def centre(code: str | None) -> str:
    """The name of a centre; the city for none."""
    if code is None:
        return _("the city")
    found = atlas(db()).centres.get(code)
    return in_language(found, "name") if found else code


def titles() -> dict[str, Any]:
    """What pages call their codes."""
    return {
        "professions": said(codes.PROFESSIONS), "field_names": said(codes.FIELDS), "ways": said(codes.WAYS),
        "languages": said(codes.LANGUAGES), "weekdays": said(codes.WEEKDAYS), "states": said(codes.STATES),
        "tones": codes.TONES, "outcomes": said(codes.OUTCOMES), "letters_named": said(codes.LETTERS),
        "follows": said(codes.FOLLOWS), "region_names": regions(), "centre_title": centre, "listed": listed,
    }


def listed(some: Iterable[str], named: Mapping[str, str]) -> str:
    """Several codes in words, in the order in which they are listed everywhere."""
    chosen = set(some)
    return ", ".join(text for code, text in named.items() if code in chosen)


def reason(fit: Fit, need: Need) -> str:
    """Why an expert fits: `2 of 2 fields match · free on Tuesday · 1 of 4 hours used this month`."""
    expert = fit.expert
    said_of = [_("%(known)s of %(asked)s fields match", known=len(fit.known), asked=len(need.fields))]
    if need.day_named:
        said_of.append(_("free on %(day)s", day=_(codes.WEEKDAYS[str(need.on.weekday())])))
    if need.language != "ko":
        said_of.append(_("speaks %(language)s", language=_(codes.LANGUAGES[need.language])))
    said_of.append(_(
        "%(used)s of %(hours)s hours used this month", used=f"{expert.used / 60:g}", hours=expert.hours,
    ))
    return " · ".join(said_of)


def missing(limit: str, number: int) -> str:
    """What keeps experts from being proposed."""
    text = _(codes.LIMITS[limit])
    return _("%(what)s (%(number)s without that)", what=text, number=number) if number else text


def quarter(first: date) -> str:
    """`2026년 4분기`."""
    return _("Q%(number)s %(year)s", year=first.year, number=(first.month + 2) // 3)
