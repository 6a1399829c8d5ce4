"""Who may open the module's pages and do what there."""

from gilmok.modules.api import OwnPermission, _, is_counsellor, is_manager, is_official, same_centre

OF_CENTRE = ((is_counsellor, same_centre), (is_manager, same_centre))

ENTER_REPORT = OwnPermission(
    id="platform_freelance.enter_report", title=_("Enter a report of unfair treatment"),
    ways=((is_counsellor,), (is_manager,)),
)
REPORT_CASE = OwnPermission(
    id="platform_freelance.report_case", title=_("Make a report of a case, with consent"), ways=OF_CENTRE,
)
SEE_MONITORING = OwnPermission(
    id="platform_freelance.see_monitoring", title=_("See the figures of the monitoring"),
    ways=((is_counsellor,), (is_manager,), (is_official,)),
)
CHECK_REPORT = OwnPermission(
    id="platform_freelance.check_report", title=_("Read and check reports to one's own centre"), ways=OF_CENTRE,
)
KEEP_COMPANIES = OwnPermission(
    id="platform_freelance.keep_companies", title=_("Merge companies, and work on alerts"), ways=OF_CENTRE,
)
SET_THRESHOLD = OwnPermission(
    id="platform_freelance.set_threshold", title=_("Set when an alert is raised"), ways=((is_official,),),
)
WRITE_QUARTERLY = OwnPermission(
    id="platform_freelance.write_quarterly", title=_("Write a quarterly report"), ways=OF_CENTRE,
)
PUBLISH_QUARTERLY = OwnPermission(
    id="platform_freelance.publish_quarterly", title=_("Publish a quarterly report that somebody else wrote"),
    ways=(*OF_CENTRE, (is_official,)),
)
NAME_COMPANIES = OwnPermission(
    id="platform_freelance.name_companies", title=_("Decide which companies a published report names"),
    ways=((is_official,),),
)

PERMISSIONS = (
    ENTER_REPORT, REPORT_CASE, SEE_MONITORING, CHECK_REPORT, KEEP_COMPANIES, SET_THRESHOLD, WRITE_QUARTERLY,
    PUBLISH_QUARTERLY, NAME_COMPANIES,
)
