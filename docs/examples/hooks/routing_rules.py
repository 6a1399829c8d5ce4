"""A module whose rule leads cooks to its desk."""

from gilmok.modules.api import At, Band, Is, ModuleInfo, RoutingRule, Target, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.2,<2",
    )


@hookimpl
def targets() -> list[Target]:
    """The desk."""
    return [Target(id="kitchens.desk", title="Kitchen desk", at=At.HUB, programme="H1")]


@hookimpl
def routing_rules() -> list[RoutingRule]:
    """Which cases go to it."""
    return [RoutingRule(
        id="kitchens.cooks", band=Band.SPECIALTY, when=Is("industry", "food_lodging"), to="kitchens.desk",
        reason="Restaurant kitchens are this desk's specialty.", basis="H1",
    )]
