"""The form with which a person decides where a case goes."""

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from gilmok.ground.fields import Form
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.schemas import CHOOSE, CHOOSE_REASON, Note, chosen
from gilmok.journey.case.titles import OVERRIDE_TITLES

OTHER = "other"
SAY_WHY = _("Please say the reason in the note.")
NOT_THERE = _("This desk is not there for this case.")


class DeskForm(Form):
    """Which desk, why, and a note, which is needed where the reason is another one; and whether the case stays at its
    centre, wherever the desk is."""

    needed = {"target": _("Please choose a desk."), "reason": CHOOSE_REASON}
    target = fields.String(required=True, error_messages={"required": CHOOSE})
    reason = chosen(OVERRIDE_TITLES)
    note = Note(load_default="")
    stays = fields.Boolean(load_default=False)

    @validates_schema
    def another_reason_is_said(self, data: dict[str, Any], **_kwargs: Any) -> None:
        """Another reason says nothing without its words."""
        if data.get("reason") == OTHER and not data.get("note"):
            raise ValidationError(SAY_WHY, "note")


DESK = DeskForm()
