"""A module with a letter; its text is `letters/hours_request.html` in the package."""

from gilmok.modules.api import At, Blank, BlankKind, DocumentTemplate, ModuleInfo, Target, hookimpl


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
def document_templates() -> list[DocumentTemplate]:
    """The letter."""
    return [DocumentTemplate(
        id="kitchens.hours_request", targets=("kitchens.desk",), title="Request for the record of hours",
        about="To the restaurant",
        required=(
            "client_name", "employer_name",
            Blank(code="kitchens.answer_until", label="Answer asked for until", holds=BlankKind.DAY),
        ),
    )]
