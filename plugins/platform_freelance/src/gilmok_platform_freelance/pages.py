"""The pages of the module: where they are mounted, the lines that lead to them, what is shown in a case, the tables."""

from gilmok.modules.api import MenuEntry, Pages, Slot, SlotPlace, Tables, _

REPORTS = "gilmok_platform_freelance.reports"

PAGES = (
    # The forms of new reports are gone with the end of the pilot; all else stays.
    Pages(
        id="platform_freelance.report_form", place=f"{REPORTS}.form_views:blueprint", scope="monitoring", stays=False,
    ),
    Pages(
        id="platform_freelance.report_entry", place=f"{REPORTS}.entry_views:blueprint", scope="monitoring", stays=False,
    ),
    Pages(id="platform_freelance.report_state", place=f"{REPORTS}.state_views:blueprint", scope="monitoring"),
    Pages(id="platform_freelance.reports", place=f"{REPORTS}.views:blueprint", scope="monitoring"),
    Pages(id="platform_freelance.companies", place=f"{REPORTS}.company_views:blueprint", scope="monitoring"),
    Pages(id="platform_freelance.alerts", place=f"{REPORTS}.alert_views:blueprint", scope="monitoring"),
    Pages(id="platform_freelance.quarterly", place=f"{REPORTS}.quarterly_views:blueprint", scope="monitoring"),
    Pages(id="platform_freelance.published", place=f"{REPORTS}.published_views:blueprint", scope="monitoring"),
)

MENU = (
    MenuEntry(
        id="platform_freelance.menu_reports", title=_("Monitoring of unfair treatment"),
        endpoint="platform_freelance_reports.index",
        about=_("Anonymous reports of platform workers and freelancers: check, see patterns, act on alerts, publish."),
    ),
    MenuEntry(
        id="platform_freelance.menu_tell", title=_("Report unfair treatment"), public=True,
        endpoint="platform_freelance_report_form.form",
    ),
    MenuEntry(
        id="platform_freelance.menu_published", title=_("Monitoring reports"), public=True,
        endpoint="platform_freelance_published.index",
    ),
)

SLOTS = (
    Slot(
        id="platform_freelance.report_of_case", at=SlotPlace.CASE_OVERVIEW,
        place=f"{REPORTS}.entry_views:shown_in_case",
    ),
)

TABLES = (
    Tables(
        id="platform_freelance.tables", place="gilmok_platform_freelance.mapped", needs_core_revision="0012",
        demo=(f"{REPORTS}.demo:make",),
    ),
)
