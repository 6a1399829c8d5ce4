"""Months and days as pages and letters of this module say them, in the language of the request."""

from datetime import date

from gilmok.modules.site import _, current_language


def month_said(first: date) -> str:
    """The month of its first day: `2026년 3월`, `March 2026`."""
    if current_language() == "en":
        return f"{first:%B %Y}"
    return _("%(year)s-%(month)s", year=first.year, month=first.month)


def day_said(day: date) -> str:
    """A day as a letter says it: `2026년 3월 2일`, `2 March 2026`."""
    if current_language() == "en":
        return f"{day.day} {day:%B %Y}"
    return _("%(year)s-%(month)s-%(day)s", year=day.year, month=day.month, day=day.day)
