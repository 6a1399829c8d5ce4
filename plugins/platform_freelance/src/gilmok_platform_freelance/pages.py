"""Pages, lines of the menu, parts of a case's page and tables of this module."""

from gilmok.modules.api import MenuEntry, Pages, Slot, SlotPlace, Tables, _

HERE = "gilmok_platform_freelance"


def pages(name: str, place: str, scope: str, *, stays: bool = True) -> Pages:
    """The pages of this name: their blueprint's place in this package, and the part of the module that they are of."""
    return Pages(id=f"platform_freelance.{name}", place=f"{HERE}.{place}:blueprint", scope=scope, stays=stays)


PAGES = (
    pages("prices", "prices.public_views", "unit_prices"),
    pages("price_desk", "prices.views", "unit_prices"),
    pages("price_import", "prices.import_views", "unit_prices"),
    pages("price_kinds", "prices.kind_views", "unit_prices"),
    pages("price_releases", "prices.release_views", "unit_prices"),
    pages("price_case", "prices.case_views", "unit_prices"),
    # The forms of new reports are gone with the end of the pilot; all else stays.
    pages("report_form", "reports.form_views", "monitoring", stays=False),
    pages("report_entry", "reports.entry_views", "monitoring", stays=False),
    pages("report_state", "reports.state_views", "monitoring"),
    pages("reports", "reports.views", "monitoring"),
    pages("companies", "reports.company_views", "monitoring"),
    pages("alerts", "reports.alert_views", "monitoring"),
    pages("quarterly", "reports.quarterly_views", "monitoring"),
    pages("published", "reports.published_views", "monitoring"),
    pages("expert_desk", "experts.views", "unfair_harm"),
    pages("expert_panel", "experts.panel_views", "unfair_harm"),
    pages("expert_case", "experts.case_views", "unfair_harm"),
    pages("consultation", "experts.consultation_views", "unfair_harm"),
    pages("client_letter", "experts.letter_views", "unfair_harm"),
)

MENU = (
    MenuEntry(
        id="platform_freelance.experts_menu", title=_("Tax and legal experts"),
        endpoint="platform_freelance_expert_desk.index",
        about=_("The panel of experts for unfair harm, and which answers of theirs are due."),
    ),
    MenuEntry(
        id="platform_freelance.prices_menu", title=_("Unit prices of freelancers"),
        endpoint="platform_freelance_price_desk.index",
        about=_("Note what freelancers were paid; the city works out and publishes unit prices from it."),
    ),
    MenuEntry(
        id="platform_freelance.menu_reports", title=_("Monitoring of unfair treatment"),
        endpoint="platform_freelance_reports.index",
        about=_("Anonymous reports of platform workers and freelancers: check, see patterns, act on alerts, publish."),
    ),
    MenuEntry(
        id="platform_freelance.prices_open", title=_("Unit prices for freelancers"),
        endpoint="platform_freelance_prices.index", public=True,
        about=_("What common work for freelancers should cost, and how that was worked out."),
    ),
    MenuEntry(
        id="platform_freelance.menu_tell", title=_("Report unfair treatment"), public=True,
        endpoint="platform_freelance_report_form.form",
        about=_("Tell of unfair treatment at a platform or a client, without your name."),
    ),
    MenuEntry(
        id="platform_freelance.menu_published", title=_("Monitoring reports"), public=True,
        endpoint="platform_freelance_published.index",
        about=_("What the reports showed, quarter by quarter."),
    ),
)

SLOTS = (
    Slot(id="platform_freelance.price_in_case", at=SlotPlace.CASE_OVERVIEW, place=f"{HERE}.prices.in_case:shown"),
    Slot(
        id="platform_freelance.report_of_case", at=SlotPlace.CASE_OVERVIEW,
        place=f"{HERE}.reports.entry_views:shown_in_case",
    ),
    Slot(
        id="platform_freelance.experts_in_case", at=SlotPlace.CASE_OVERVIEW, place=f"{HERE}.experts.in_case:shown",
    ),
)

TABLES = (
    Tables(
        id="platform_freelance.tables", place=f"{HERE}.mapped", needs_core_revision="0012",
        demo=(f"{HERE}.prices.demo:make", f"{HERE}.reports.demo:make", f"{HERE}.experts.demo:make"),
        erase=(f"{HERE}.reports.erasing:erase",),
    ),
)
