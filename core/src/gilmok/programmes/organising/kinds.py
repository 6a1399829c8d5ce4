"""What kind of union it is to be, how far it reaches and so where it is filed, and what an employer may not do."""

from collections.abc import Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.ground.i18n import in_language
from gilmok.modules.registry import installed_core
from gilmok.network.atlas import Atlas

ENTERPRISE, BEYOND, JOIN = "enterprise", "beyond", "join"
KINDS: Mapping[str, str] = {
    ENTERPRISE: _("A union of one enterprise"),
    BEYOND: _("A union of a region or an occupation"),
    JOIN: _("Joining an existing union, as a branch"),
}
ONE_DISTRICT, SEOUL, COUNTRY = "one_district", "seoul", "country"
AREAS: Mapping[str, str] = {
    ONE_DISTRICT: _("Within one district"),
    SEOUL: _("Several districts of Seoul"),
    COUNTRY: _("Several cities or provinces, or a federation of unions"),
}
OUTSIDE, OUTSIDE_TITLE = "outside_seoul", _("Outside Seoul")
# Trade Union Act, art. 81 (1), subparagraphs 1 to 5.
PRACTICES: Mapping[str, str] = {
    "1": _("Dismissal or disadvantage because of the union"),
    "2": _("Employment on condition of joining no union, or leaving one"),
    "3": _("Refusing or delaying to bargain without good reason"),
    "4": _("Controlling the union or meddling with it, or paying for it"),
    "5": _("Disadvantage because somebody reported or testified"),
}
# What came of a practice that was told of; the first two have their own time limits where they are kept.
ENDINGS: Mapping[str, str] = {
    "case": _("Taken in as a case"),
    "filed": _("Application for relief filed"),
    "dropped": _("No application will be made"),
}

# What can be printed, by the name of its letter.
PAPERS: Mapping[str, str] = {
    "rules": _("Draft rules"),
    "minutes": _("Minutes of the founding assembly"),
    "officers": _("List of officers"),
    "report": _("Report of establishment"),
    "demand": _("Demand to bargain"),
}


def options(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Codes with their titles in the language of the request, to be chosen from."""
    return [(code, translated(title)) for code, title in titles.items()]


def industries() -> list[tuple[str, str]]:
    """The industries that an intake knows, too."""
    asked = next(each for each in installed_core().FACTS if each.id == "industry")
    return [(option.code, translated(option.title)) for option in asked.options]


def districts(atlas: Atlas) -> list[tuple[str, str]]:
    """The districts of Seoul, and outside of it."""
    found = [(code, str(in_language(each, "name"))) for code, each in atlas.districts.items()]
    return [*found, (OUTSIDE, translated(OUTSIDE_TITLE))]
