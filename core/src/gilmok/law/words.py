"""The words for the codes of the law."""

from gilmok.ground.i18n import _marked as _
from gilmok.law.dated import Kind, State

KINDS = {
    Kind.CUT_OFF: _("cut-off: past it the right is gone"),
    Kind.PRESCRIPTION: _("prescription: the claim lapses unless interrupted"),
    Kind.DUTY: _("duty of the employer"),
    Kind.SERVICE: _("processing time of an office"),
    Kind.INTEREST: _("interest runs from the day after"),
    Kind.CRIME: _("limitation of prosecution"),
    Kind.NONE: _("no limit"),
}
STATES = {
    State.IN_FORCE: _("in force"),
    State.ANNOUNCED: _("announced"),
    State.PENDING: _("proposed, no law yet"),
}
UNITS = {
    "won": _("won"), "won_hour": _("won an hour"), "won_day": _("won a day"), "won_month": _("won a month"),
    "share": _("share"), "share_year": _("share a year"), "hours_week": _("hours a week"),
    "days": _("days"), "hours": _("hours"), "people": _("people"), "items": _("items"),
}
