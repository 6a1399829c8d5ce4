"""Pages, lines of the menu, parts of a case's page and tables of this module."""

from gilmok.modules.api import MenuEntry, Pages, Slot, SlotPlace, Tables, _

HERE = "gilmok_platform_freelance"

PAGES = (
    Pages(id="platform_freelance.prices", place=f"{HERE}.prices.public_views:blueprint", scope="unit_prices"),
    Pages(id="platform_freelance.price_desk", place=f"{HERE}.prices.views:blueprint", scope="unit_prices"),
    Pages(id="platform_freelance.price_import", place=f"{HERE}.prices.import_views:blueprint", scope="unit_prices"),
    Pages(id="platform_freelance.price_kinds", place=f"{HERE}.prices.kind_views:blueprint", scope="unit_prices"),
    Pages(id="platform_freelance.price_releases", place=f"{HERE}.prices.release_views:blueprint", scope="unit_prices"),
    Pages(id="platform_freelance.price_case", place=f"{HERE}.prices.case_views:blueprint", scope="unit_prices"),
)

MENU = (
    MenuEntry(
        id="platform_freelance.prices_menu", title=_("Unit prices of freelancers"),
        endpoint="platform_freelance_price_desk.index",
        about=_("Note what freelancers were paid; the city works out and publishes unit prices from it."),
    ),
    MenuEntry(
        id="platform_freelance.prices_open", title=_("Unit prices for freelancers"),
        endpoint="platform_freelance_prices.index", public=True,
    ),
)

SLOTS = (
    Slot(
        id="platform_freelance.price_in_case", at=SlotPlace.CASE_OVERVIEW, place=f"{HERE}.prices.in_case:shown",
    ),
)

TABLES = (
    Tables(
        id="platform_freelance.tables", place=f"{HERE}.mapped", needs_core_revision="0012",
        demo=(f"{HERE}.prices.demo:make",),
    ),
)
