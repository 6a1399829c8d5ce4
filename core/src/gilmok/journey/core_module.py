"""The core's own targets and rules, declared through the same hooks as any module's: what every centre does.

C1 counselling, C2 legal aid and C3 organising of the city's page; who is told where else to turn; and the desk that
takes what no other rule knows, so that no case ends in nothing.
"""

from gilmok.journey.clocks import starts
from gilmok.journey.vocabulary import ASKED, WORKED_OUT
from gilmok.modules.api import API_VERSION, All, AnyOf, At, Band, In, Is, ModuleInfo, RoutingRule, Target, _, hookimpl

NAME = "core"

# What the core asks; the registry tells modules by it what they may speak of.
FACTS = ASKED
DERIVED = WORKED_OUT
# What can start a time limit, by code.
EVENTS = starts.EVENTS

COUNSELLED_TOPICS = (
    "unpaid_wages", "working_hours", "discipline_dismissal", "severance_pay", "unemployment_benefit",
    "employment_contract", "industrial_accident",
)
OTHER_LABOUR_TOPICS = ("harassment", "discrimination", "social_insurance", "maternity")
WIDER_TOPICS = ("safety_health", "unfair_trade", "tax", "rights_violation", "other")
# Topics for which the law gives a petition, a complaint, a remedy application, an accident claim or an objection.
TOPICS_WITH_A_REMEDY = (
    "unpaid_wages", "discipline_dismissal", "severance_pay", "unemployment_benefit", "industrial_accident",
    "harassment", "discrimination", "maternity", "union",
)

TARGETS = (
    Target(
        id="core.counselling", title=_("Labour counselling"), at=At.DISTRICT, programme="C1",
        summary=_("Counselling for workers at every centre, free of charge."),
    ),
    Target(
        id="core.legal_aid", title=_("Legal aid"), at=At.DISTRICT, programme="C2",
        summary=_("Petition, criminal complaint, remedy application, accident claim, lawsuit."),
    ),
    Target(
        id="core.organising", title=_("Organising support"), at=At.DISTRICT, programme="C3",
        summary=_("Legal support and counselling through the whole founding of a union."),
    ),
    Target(
        id="core.employers", title=_("Information for employers"), at=At.DISTRICT, programme="C1",
        summary=_("General information; the labour ministry's line 1350 counsels employers."),
        agency="labour_ministry_line",
    ),
    Target(
        id="core.outside_seoul", title=_("Advice for people outside Seoul"), at=At.CITY, programme="C7",
        summary=_("By phone: the labour ministry's line 1350 and the Legal Aid Corporation's 132 help everywhere."),
    ),
    Target(
        id="core.emergency", title=_("Safety first"), at=At.DISTRICT, programme="C1",
        summary=_("112 or 119 first, then the centre."),
    ),
)

COUNSELLING_RULES = (
    RoutingRule(
        id="core.labour_problem", band=Band.GENERAL, when=In("topics", COUNSELLED_TOPICS), to="core.counselling",
        reason=_("Every centre counsels on this problem, free of charge."),
        basis="C1", overrides=("core.fallback",),
    ),
    RoutingRule(
        id="core.other_labour_problem", band=Band.GENERAL, when=In("topics", OTHER_LABOUR_TOPICS),
        to="core.counselling",
        reason=_("This concerns your work, so the centre counsels you first and then finds who else can help."),
        basis="C1", overrides=("core.fallback",),
    ),
    RoutingRule(
        id="core.wider_problem", band=Band.GENERAL, when=In("topics", WIDER_TOPICS), to="core.counselling",
        reason=_("No special desk for this is open to you here, so the centre counsels you and refers you on."),
        basis="C1", overrides=("core.fallback",),
    ),
    RoutingRule(
        id="core.independent_worker", band=Band.GENERAL,
        when=In("employment_type", ("platform", "special", "freelancer")), to="core.counselling",
        reason=_(
            "The centre counsels you also without an employment contract; the Workers' Bridge Centre (nosasos.or.kr) "
            "mediates unpaid fees and Seoul Freelancer On counsels on disputes, both free of charge."
        ),
        basis="C1", overrides=("core.fallback",),
    ),
    RoutingRule(
        id="core.artist", band=Band.GENERAL, when=Is("employment_type", "artist"), to="core.counselling",
        reason=_(
            "The centre counsels artists; unfair acts against artists can also be reported to the Artists' Ombudsman "
            "of the Korean Artists Welfare Foundation."
        ),
        basis="C1", overrides=("core.fallback",),
    ),
    RoutingRule(
        id="core.fallback", band=Band.GENERAL, when=All(), to="core.counselling",
        reason=_("Every centre listens first and then finds who can help."),
        basis="C1",
    ),
)
OVER_COUNSELLING = tuple(rule.id for rule in COUNSELLING_RULES)

RULES = (
    *COUNSELLING_RULES,
    RoutingRule(
        id="core.organising", band=Band.GENERAL, when=AnyOf(Is("topics", "union"), Is("client_kind", "union")),
        to="core.organising",
        reason=_("Every centre supports workers in founding and running a union, also with the law of it."),
        basis="C3", overrides=OVER_COUNSELLING,
    ),
    RoutingRule(
        id="core.time_limit_near", band=Band.GENERAL,
        when=All(Is("urgency", "soon"), In("topics", TOPICS_WITH_A_REMEDY)), to="core.legal_aid",
        reason=_("A time limit is near, so legal aid prepares the petition, application or claim first."),
        basis="C2", overrides=(*OVER_COUNSELLING, "core.organising"),
    ),
    RoutingRule(
        id="core.employer", band=Band.STATUTORY, when=Is("client_kind", "employer"), to="core.employers",
        reason=_(
            "The centres are for workers; employers get general information here, and counselling at the labour "
            "ministry's line 1350."
        ),
        basis=_("Framework Act on Workers' Welfare, articles 28 and 29"), overrides=("core.outside_seoul",),
    ),
    RoutingRule(
        id="core.outside_seoul", band=Band.STATUTORY,
        when=All(Is("workplace_district", "outside_seoul"), Is("home_district", "outside_seoul")),
        to="core.outside_seoul",
        reason=_(
            "You neither work nor live in Seoul: the Labour Rights Centre advises you by phone, and the labour "
            "ministry (1350) and the Legal Aid Corporation (132) help you where you are."
        ),
        basis=_("Seoul ordinance on workers' welfare facilities, article 7"),
    ),
    RoutingRule(
        id="core.danger", band=Band.EMERGENCY, when=Is("urgency", "danger"), to="core.emergency",
        reason=_("Someone is in danger: call 112 or 119 first; the centre then stays with you."),
        basis="C1",
    ),
)


@hookimpl
def module_info() -> ModuleInfo:
    """The core as a module: always active, everywhere."""
    return ModuleInfo(
        name=NAME, title=_("Every centre"), summary=_("Counselling, legal aid and organising support."),
        programmes=("C1", "C2", "C3"), requires_api=f">={API_VERSION},<2",
    )


@hookimpl
def targets() -> tuple[Target, ...]:
    """The desks that every centre has."""
    return TARGETS


@hookimpl
def routing_rules() -> tuple[RoutingRule, ...]:
    """When a case goes to one of them."""
    return RULES
