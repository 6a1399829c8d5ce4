"""A module with a time limit of its own, which runs from the last day of work."""

from gilmok.modules.api import At, CaseLimit, LimitKind, ModuleInfo, Target, hookimpl


@hookimpl
def module_info() -> ModuleInfo:
    """Who this module is."""
    return ModuleInfo(
        name="kitchens", title="Kitchen workers", summary="", programmes=("H1",), requires_api=">=1.4,<2",
    )


@hookimpl
def targets() -> list[Target]:
    """The desk."""
    return [Target(id="kitchens.desk", title="Kitchen desk", at=At.HUB, programme="H1")]


@hookimpl
def time_limits() -> list[CaseLimit]:
    """The limit."""
    return [CaseLimit(
        code="kitchens.severance", targets=("kitchens.desk",), starts="left", replaces=("SEV_PRESC",),
        name_ko="조리 노동자 퇴직금 소멸시효", name_en="Lapse of a cook's severance pay",
        basis_ko="근로자퇴직급여 보장법 제10조", basis_en="Retirement Benefits Act, art. 10",
        event_ko="퇴직한 날", event_en="the day of leaving", kind=LimitKind.PRESCRIPTION, period="3 years",
        stops="prescription", source="statutes",
    )]
