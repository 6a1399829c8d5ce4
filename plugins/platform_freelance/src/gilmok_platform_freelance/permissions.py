"""Who may do what in the pages of this module, beside what the core's policy says."""

from typing import Any

from gilmok.modules.api import OwnPermission, _, is_counsellor, is_manager, is_official, same_centre


def is_hub(who: Any, subject: Any) -> bool:
    """Their centre is the hub of a region, or the one that stands in where the region's hub is closed."""
    return who.centre_id is not None and who.centre_id in subject.hubs


def is_somebody_else(who: Any, subject: Any) -> bool:
    """They did not work it out themselves."""
    return bool(who.id != subject.computed_by_id)


COLLECT_PRICES = OwnPermission(
    id="platform_freelance.collect_prices", title=_("Note observed unit prices"),
    ways=((is_counsellor,), (is_manager,), (is_official,)),
)
WITHDRAW_PRICE = OwnPermission(
    id="platform_freelance.withdraw_price", title=_("Take back an observed price of one's own centre"),
    ways=((is_counsellor, same_centre), (is_manager, same_centre), (is_official, same_centre)),
)
IMPORT_PRICES = OwnPermission(
    id="platform_freelance.import_prices", title=_("Import observed prices from a CSV file"), ways=((is_official,),),
)
KEEP_PRICE_KINDS = OwnPermission(
    id="platform_freelance.keep_price_kinds", title=_("Say which kinds of work have a unit price"),
    ways=((is_official,),),
)
SEE_PRICE_RELEASES = OwnPermission(
    id="platform_freelance.see_price_releases", title=_("See drafts of unit prices"),
    ways=((is_manager,), (is_official,)),
)
PUBLISH_PRICES = OwnPermission(
    id="platform_freelance.publish_prices", title=_("Work out and publish unit prices"), ways=((is_official,),),
)
REVIEW_PRICES = OwnPermission(
    id="platform_freelance.review_prices", title=_("Review unit prices that somebody else worked out"),
    ways=((is_official, is_somebody_else), (is_manager, is_hub, is_somebody_else)),
)
COMPARE_PRICE = OwnPermission(
    id="platform_freelance.compare_price", title=_("Compare what a case was paid with the published unit price"),
    ways=((is_counsellor, same_centre), (is_manager, same_centre)),
)

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
SEE_EXPERTS = OwnPermission(
    id="platform_freelance.see_experts", title=_("See the panel of tax and legal experts"),
    ways=((is_counsellor,), (is_manager,), (is_official,)),
)
KEEP_EXPERTS = OwnPermission(
    id="platform_freelance.keep_experts", title=_("Keep the panel of tax and legal experts"),
    ways=((is_manager, is_hub, same_centre), (is_official,)),
)
SEE_CONSULTATIONS = OwnPermission(
    id="platform_freelance.see_consultations", title=_("See consultations of experts in cases"),
    ways=((is_counsellor,), (is_manager,)),
)
CONSULT_EXPERT = OwnPermission(
    id="platform_freelance.consult_expert", title=_("Consult an expert in a case, and write to the client"),
    ways=OF_CENTRE,
)
SEE_EXPERT_NUMBERS = OwnPermission(
    id="platform_freelance.see_expert_numbers", title=_("See the numbers of consultations"),
    ways=((is_manager,), (is_official,)),
)

PERMISSIONS = (
    COLLECT_PRICES, WITHDRAW_PRICE, IMPORT_PRICES, KEEP_PRICE_KINDS, SEE_PRICE_RELEASES, PUBLISH_PRICES, REVIEW_PRICES,
    COMPARE_PRICE,
    ENTER_REPORT, REPORT_CASE, SEE_MONITORING, CHECK_REPORT, KEEP_COMPANIES, SET_THRESHOLD, WRITE_QUARTERLY,
    PUBLISH_QUARTERLY, NAME_COMPANIES,
    SEE_EXPERTS, KEEP_EXPERTS, SEE_CONSULTATIONS, CONSULT_EXPERT, SEE_EXPERT_NUMBERS,
)
