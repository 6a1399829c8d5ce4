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

PERMISSIONS = (
    COLLECT_PRICES, WITHDRAW_PRICE, IMPORT_PRICES, KEEP_PRICE_KINDS, SEE_PRICE_RELEASES, PUBLISH_PRICES, REVIEW_PRICES,
    COMPARE_PRICE,
)
