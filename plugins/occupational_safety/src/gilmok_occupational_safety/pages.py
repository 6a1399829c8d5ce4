"""The pages of the module: where they are mounted, the lines that lead to them, what is shown in a case, the tables."""

from gilmok.modules.api import MenuEntry, Pages, Slot, SlotPlace, Tables, _
from gilmok_occupational_safety.scopes import NEAR_MISS, RELIEF, SITE_VISITS

PACKAGE = "gilmok_occupational_safety"

PAGES = (
    # Where a part is switched off, its forms for something new are gone; all else stays.
    Pages(
        id="occupational_safety.near_miss_form", place=f"{PACKAGE}.near_miss.form_views:blueprint", scope=NEAR_MISS,
        stays=False,
    ),
    Pages(
        id="occupational_safety.near_miss_entry", place=f"{PACKAGE}.near_miss.entry_views:blueprint", scope=NEAR_MISS,
        stays=False,
    ),
    Pages(id="occupational_safety.near_miss", place=f"{PACKAGE}.near_miss.views:blueprint", scope=NEAR_MISS),
    Pages(
        id="occupational_safety.visit_form", place=f"{PACKAGE}.visits.form_views:blueprint", scope=SITE_VISITS,
        stays=False,
    ),
    Pages(id="occupational_safety.visits", place=f"{PACKAGE}.visits.views:blueprint", scope=SITE_VISITS),
    Pages(id="occupational_safety.advice", place=f"{PACKAGE}.visits.advice_views:blueprint", scope=SITE_VISITS),
    Pages(id="occupational_safety.relief", place=f"{PACKAGE}.relief.views:blueprint", scope=RELIEF),
    Pages(id="occupational_safety.numbers", place=f"{PACKAGE}.numbers.views:blueprint"),
)

MENU = (
    MenuEntry(
        id="occupational_safety.menu_near_miss", title=_("Harm and near misses"),
        endpoint="occupational_safety_near_miss.index",
        about=_("Note in two minutes what nearly happened; check what was reported, pass it on, propose a visit."),
    ),
    MenuEntry(
        id="occupational_safety.menu_visits", title=_("Visits to workplaces"),
        endpoint="occupational_safety_visits.index",
        about=_("From the request to the visit, and what became of the recommendations."),
    ),
    MenuEntry(
        id="occupational_safety.menu_relief", title=_("Relief measures"),
        endpoint="occupational_safety_relief.waiting",
        about=_("Of which cases we ask what came of the help, the nearest day first."),
    ),
    MenuEntry(
        id="occupational_safety.menu_numbers", title=_("Safety and health in numbers"),
        endpoint="occupational_safety_numbers.index", about=_("Reports, visits and relief by region and quarter."),
    ),
    MenuEntry(
        id="occupational_safety.menu_tell", title=_("Report a danger at work"), public=True,
        endpoint="occupational_safety_near_miss_form.form",
        about=_("Tell of harm or of a near miss at work, without your name."),
    ),
)

SLOTS = (
    Slot(
        id="occupational_safety.relief_of_case", at=SlotPlace.CASE_OVERVIEW,
        place=f"{PACKAGE}.relief.in_case:shown_in_case",
    ),
)

TABLES = (
    Tables(
        id="occupational_safety.tables", place=f"{PACKAGE}.mapped", needs_core_revision="0012",
        demo=(f"{PACKAGE}.demo:make",), erase=(f"{PACKAGE}.erasing:erase",),
    ),
)
