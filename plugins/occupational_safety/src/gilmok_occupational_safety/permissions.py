"""Who may open the module's pages and do what there."""

from gilmok.modules.api import OwnPermission, _, is_counsellor, is_manager, is_official, same_centre

STAFF = ((is_counsellor,), (is_manager,))
OF_CENTRE = ((is_counsellor, same_centre), (is_manager, same_centre))

ENTER_REPORT = OwnPermission(
    id="occupational_safety.enter_report", title=_("Note harm or a near miss"), ways=STAFF,
)
REPORT_CASE = OwnPermission(
    id="occupational_safety.report_case", title=_("Note the near miss or harm of a case, without the name"),
    ways=OF_CENTRE,
)
SEE_REPORTS = OwnPermission(
    id="occupational_safety.see_reports", title=_("See the reports to one's own centre"), ways=STAFF,
)
CHECK_REPORT = OwnPermission(
    id="occupational_safety.check_report", title=_("Read and check reports to one's own centre"), ways=OF_CENTRE,
)
ASK_VISIT = OwnPermission(
    id="occupational_safety.ask_visit", title=_("Ask for a visit to a workplace, and see the visits"), ways=STAFF,
)
VISIT_OF_CASE = OwnPermission(
    id="occupational_safety.visit_of_case", title=_("Ask for a visit to the workplace of a case"), ways=OF_CENTRE,
)
KEEP_VISIT = OwnPermission(
    id="occupational_safety.keep_visit", title=_("Carry a visit to its end, and ask what came of it"), ways=OF_CENTRE,
)
KEEP_RELIEF = OwnPermission(
    id="occupational_safety.keep_relief", title=_("Arrange relief in a case"), ways=OF_CENTRE,
)
SEE_RELIEF = OwnPermission(
    id="occupational_safety.see_relief", title=_("See the relief measures that are to be asked back"), ways=STAFF,
)
SEE_NUMBERS = OwnPermission(
    id="occupational_safety.see_numbers", title=_("See the numbers of safety and health"),
    ways=(*STAFF, (is_official,)),
)

PERMISSIONS = (
    ENTER_REPORT, REPORT_CASE, SEE_REPORTS, CHECK_REPORT, ASK_VISIT, VISIT_OF_CASE, KEEP_VISIT, KEEP_RELIEF,
    SEE_RELIEF, SEE_NUMBERS,
)
