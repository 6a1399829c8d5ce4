"""What the pages of the law take."""

from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError

from gilmok.ground.fields import Code, Day, Line
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _

HOLIDAY, WORKING, NEITHER = "holiday", "working", "neither"
WHAT = {HOLIDAY: _("a holiday"), WORKING: _("a working day"), NEITHER: _("as the statutes have it")}
NAME_IT = _("Please write the name of the holiday.")


class HolidayForm(Schema):
    """The city's word on a day."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    day = Day(required=True, ahead=True)
    what = Code(list(WHAT), required=True)
    name_ko = Line(longest=60, load_default="")
    name_en = Line(longest=60, load_default="")
    basis = Line(longest=200, required=True)


def read_holiday(typed: Any) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The values, and by field what is wrong."""
    try:
        values: dict[str, Any] = HolidayForm().load(typed)
    except ValidationError as error:
        return {}, error.messages if isinstance(error.messages, dict) else {}
    if values["what"] == HOLIDAY and not values["name_ko"]:
        return values, {"name_ko": [translated(NAME_IT)]}
    return values, {}
