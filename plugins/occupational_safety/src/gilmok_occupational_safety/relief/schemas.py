"""What the forms of relief measures take; errors are sentences beside their fields."""

from collections.abc import Mapping
from typing import Any

from gilmok.modules.api import _
from gilmok.modules.site import Code, Day, Errors, Form, FreeText
from gilmok.modules.site import _ as translated
from gilmok_occupational_safety.relief.codes import AGREED, CONSENTS, KINDS, OWN, RESULTS, SENT_TO

NOBODY_IS_TOLD = _("Within our own centre nobody else is told: please choose the other answer.")


class MeasureForm(Form):
    """A new measure."""

    needed = {
        "kind": _("Please choose what is arranged."), "sent_to": _("Please choose with whom."),
        "consent": _("Please choose what the person agrees to."),
        "due_on": _("Please write when we ask what came of it."),
    }
    kind = Code(KINDS, required=True)
    sent_to = Code(SENT_TO, required=True)
    consent = Code(CONSENTS, required=True)
    due_on = Day(ahead=True, required=True)
    note = FreeText(longest=2000, load_default="")


class EndForm(Form):
    """What came of a measure."""

    needed = {"result": _("Please choose what came of it.")}
    result = Code(RESULTS, required=True)
    outcome = FreeText(longest=2000, load_default="")


_measure, END = MeasureForm(), EndForm()


def read_measure(typed: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """A measure, and by field what is wrong with it."""
    values, wrong = _measure.read(typed)
    if values.get("sent_to") == OWN and values.get("consent") == AGREED:
        wrong["consent"] = [translated(NOBODY_IS_TOLD)]
    return values, {name: wrong[name] for name in _measure.fields if name in wrong}
