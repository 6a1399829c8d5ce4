"""A module whose desk asks further; free text and sensitive answers are kept encrypted."""

from gilmok.modules.api import At, FollowUpQuestion, Is, Kind, ModuleInfo, Target, hookimpl


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
def follow_up_questions() -> list[FollowUpQuestion]:
    """What the desk asks after the intake."""
    return [
        FollowUpQuestion(
            id="kitchens.has_log", targets=("kitchens.desk",), kind=Kind.BOOL, label="Is there a log of the hours?",
        ),
        FollowUpQuestion(
            id="kitchens.log_of", targets=("kitchens.desk",), kind=Kind.TEXT, label="What kind of log",
            ask_when=Is("kitchens.has_log", True),
        ),
    ]
