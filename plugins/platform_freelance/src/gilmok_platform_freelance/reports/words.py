"""What codes are called on pages, in the language of the request."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gilmok.modules.site import _, atlas, db, in_language, today
from gilmok_platform_freelance.days import month_said
from gilmok_platform_freelance.reports import codes
from gilmok_platform_freelance.reports.months import EARLIER, code_of, months, quarters
from gilmok_platform_freelance.reports.rules import Quarter


def said(texts: Mapping[str, str]) -> dict[str, str]:
    """Each code with what it is called."""
    return {code: _(text) for code, text in texts.items()}


def titles() -> dict[str, Any]:
    """What pages of the monitoring call their codes."""
    return {
        "kinds": said(codes.KINDS), "works": said(codes.WORKS), "ways": said(codes.WAYS),
        "verdicts": said(codes.VERDICTS), "authorities": said(codes.AUTHORITIES), "steps": said(codes.STEPS),
        "alert_states": said(codes.ALERT_STATES), "whys": said(codes.WHYS), "states": said(codes.STATES),
        "report_states": said(codes.REPORT_STATES), "done_words": said(codes.DONE), "region_name": region_name,
        "district_name": district_name,
        "quarter_name": quarter_name, "month_name": month_name, "centre_of": centre_of,
    }


def choices() -> dict[str, list[tuple[str, str]]]:
    """What can be chosen on the form of a report, as pairs of code and words."""
    return {
        "kind_choices": [*said(codes.KINDS).items()], "work_choices": [*said(codes.WORKS).items()],
        "month_choices": [*((each, month_name(date.fromisoformat(f"{each}-01"))) for each in months(today())),
                          (EARLIER, _("Earlier"))],
        "district_choices": [(code, district_name(code)) for code in atlas(db()).districts],
    }


def district_name(code: str) -> str:
    """The name of a district, on pages for visitors in their language too; its code where it is none."""
    found = atlas(db()).districts.get(code)
    return _(found.name_en) if found else code


def quarter_choices() -> list[tuple[str, str]]:
    """The latest quarters."""
    return [(code_of(each), quarter_name(each)) for each in quarters(today())]


def region_choices() -> list[tuple[str, str]]:
    """The regions of the city."""
    return [(code, in_language(each, "name")) for code, each in atlas(db()).regions.items()]


def region_name(code: str) -> str:
    """The name of a region; its code where it is none."""
    found = atlas(db()).regions.get(code)
    return in_language(found, "name") if found else code


def centre_of(code: str) -> str:
    """The name of a centre; its code where it is none."""
    found = atlas(db()).centres.get(code)
    return in_language(found, "name") if found else code


def quarter_name(quarter: Quarter) -> str:
    """`2026년 4분기`."""
    return _("Q%(number)s %(year)s", year=quarter.year, number=quarter.number)


def month_name(month: date | None) -> str:
    """`2026년 11월`."""
    return _("Earlier") if month is None else month_said(month)
