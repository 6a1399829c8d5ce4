"""What the codes of unit prices are called on pages, in the language of the request."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gilmok.modules.site import _, atlas, current_language, db
from gilmok_platform_freelance.days import day_said, month_said

ANYWHERE, OUTSIDE = "anywhere", "outside_seoul"


def experiences() -> dict[str, str]:
    """How long somebody has done this work, in bands."""
    return {
        "under_3": _("less than 3 years"), "3_to_9": _("3 to 9 years"), "10_up": _("10 years or more"),
        "unknown": _("experience not known"),
    }


def sources() -> dict[str, str]:
    """Where a price is known from."""
    return {
        "contract": _("a contract that was seen"), "survey": _("a survey"), "counselling": _("told in counselling"),
    }


def regions() -> dict[str, str]:
    """Where the work was done: the regions of the network, and none of them."""
    named = {code: words_of(each, "name") for code, each in atlas(db()).regions.items()}
    return named | {OUTSIDE: _("outside Seoul"), ANYWHERE: _("anywhere, online")}


def states() -> dict[str, tuple[str, str]]:
    """What a draft or version is, with the tone of its badge."""
    return {
        "draft": (_("waits for review"), "warning"), "returned": (_("sent back"), ""),
        "reviewed": (_("reviewed"), "information"), "published": (_("in force"), "success"),
        "replaced": (_("replaced"), ""), "withdrawn": (_("withdrawn"), "danger"),
    }


def experience_title(code: str | None) -> str:
    """The words of a price's experience; empty for a price of all of them."""
    if code is None:
        return ""
    return _("other experiences together") if code == "others" else experiences()[code]


def words_of(entry: Any, name: str) -> str:
    """The words of an entry that has them in both languages."""
    found: str = getattr(entry, f"{name}_{language()}")
    return found


def said(words: Mapping[str, str]) -> str:
    """Words that are kept in both languages."""
    return words[language()]


def language() -> str:
    """Korean, or English for whoever reads another language."""
    return "ko" if current_language() == "ko" else "en"


def month_title(month: date | str) -> str:
    """`2026-03` or its first day, as one says it."""
    return month_said(date.fromisoformat(f"{month}-01") if isinstance(month, str) else month)


def day_title(day: str) -> str:
    """A day such as `2026-03-02`, as a letter says it."""
    return day_said(date.fromisoformat(day))


def price_title(price: Mapping[str, Any]) -> str:
    """What a published price is of: the kind of work, or several kinds of a field together."""
    if price["code"] is not None:
        return said(price["kind"])
    return _("%(count)s other kinds together", count=len(price["covers"]))


def amount(price: float | None) -> str:
    """A price with commas, and with decimals only where it has them; a dash where it is not told."""
    if price is None:
        return "–"
    return f"{price:,.0f}" if price == int(price) else f"{price:,.2f}".rstrip("0")
