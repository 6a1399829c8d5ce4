"""Where cases of the pilot go. The other three parts of it take no single cases."""

from gilmok.modules.api import At, Target, _

TARGETS = (
    Target(
        id="platform_freelance.unfair_harm_desk", at=At.HUB, programme="H4a",
        title=_("Unfair harm desk, tax and law"),
        summary=_("Tax and legal experts for people without an employment contract: fees, terms, accounts, treatment; "
                  "and help in responding."),
    ),
    Target(
        id="platform_freelance.monitoring", at=At.HUB, programme="H4b",
        title=_("Monitoring of unfair treatment"),
        summary=_("Collects reports of unfair treatment and rights violations, so that patterns are seen."),
    ),
)
