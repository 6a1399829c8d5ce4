"""What the page of the city's free attorney takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gilmok.ground.fields import Code, Day, Form, Line, WholeNumber, Won, YesNo
from gilmok.ground.i18n import _
from gilmok.journey.legal_aid.free_attorney import ENDINGS, NATURES, REFUSALS, STAGE_TITLES, Stage
from gilmok.journey.legal_aid.models import AttorneyUse
from gilmok.journey.legal_aid.table import Both

KINDS = (
    ("petition", Both("진정 (체불·괴롭힘·기타)", "petition (arrears, harassment, other)")),
    ("remedy", Both("구제신청 (해고·징계·전직·휴직)", "remedy application (dismissal, discipline, transfer, leave)")),
    ("accident", Both("산재 (사고·출퇴근·뇌심·근골)", "accident benefits")),
    ("litigation", Both("행정심판·소송 (패소 비용·인지·송달료는 본인)",
                        "appeal and lawsuit (the person bears the costs)")),
)
# What the form says about the conditions; the rest describes the application.
LEAVE_OUT = ("wage", "in_need", "told_uses", "told_end")


class ApplyForm(Form):
    """An application, and what decides on it; what is left empty is not known."""

    kind = Code([code for code, _title in KINDS], required=True)
    nature = Code([code for code, _title in NATURES], required=True)
    wage = Won()
    in_need = YesNo()
    told_uses = WholeNumber(most=20)
    told_end = Day(past=True)


APPLY = ApplyForm()


def options(pairs: Iterable[tuple[str, Both]]) -> list[tuple[str, str]]:
    """Codes with their words in the language of the request."""
    return [(code, str(title)) for code, title in pairs]


def yes_no() -> list[tuple[str, str]]:
    """Yes and no, as options."""
    return [("yes", _("Yes")), ("no", _("No"))]


@dataclass(frozen=True)
class Move:
    """The form that brings an application on: where it can go, and the reasons that are published for it."""

    use: AttorneyUse
    can: Sequence[Stage]

    @property
    def stages(self) -> list[tuple[str, str]]:
        """Where it can go, as options."""
        return [(stage.value, str(STAGE_TITLES[stage])) for stage in self.can]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """The reasons of a refusal or an ending, as options; none where no reason is asked."""
        if Stage.REFUSED in self.can:
            return options(REFUSALS)
        return options(ENDINGS) if Stage.CLOSED in self.can else []

    @property
    def asks_attorney(self) -> bool:
        """Whether the attorney's name is asked."""
        return Stage.ASSIGNED in self.can

    def read(self, typed: Any) -> tuple[dict[str, Any], dict[str, list[str]]]:
        """The values, and by field what is wrong; a refusal and an ending need their reason."""
        needs_reason = bool(self.reasons) and Stage.APPROVED not in self.can
        fields: dict[str, Any] = {"day": Day(required=True, past=True)}
        if needs_reason:
            fields["reason"] = Code([code for code, _title in self.reasons], required=True)
        if self.asks_attorney:
            fields["attorney"] = Line(required=True, longest=60)
        schema: Any = Form.from_dict(fields)
        read: tuple[dict[str, Any], dict[str, list[str]]] = schema().read(typed)
        return read
