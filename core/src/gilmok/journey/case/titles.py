"""What the codes of a case are called, as English texts to be translated where they are shown (see `words`)."""

from collections.abc import Mapping

from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.endings import CLOSE_TITLES
from gilmok.journey.case.stages import Stage
from gilmok.journey.vocabulary_codes import TOPICS, UNANSWERED, URGENCIES

TONES: Mapping[str, str] = {Stage.TRIAGE: "warning", Stage.COUNSELLING: "information"}
URGENCY_TONES: Mapping[str, str] = {"soon": "warning", "danger": "danger"}
TOPIC_TITLES: Mapping[str, str] = {each.code: each.title for each in (*TOPICS, *UNANSWERED)}
URGENCY_TITLES: Mapping[str, str] = {each.code: each.title for each in URGENCIES}
SENT_TITLE = _("at another centre")

EVENT_TITLES: Mapping[str, str] = {
    "taken_in": _("Taken in"),
    "amended": _("Answered further"),
    "desk_answered": _("Answered at the desk"),
    "moved": _("Moved on"),
    "assigned": _("Given to a colleague"),
    "sent": _("Sent to another centre"),
    "kept_here": _("Kept here: passing it on was not agreed to"),
    "asks_here": _("Waits here for an answer that may lead elsewhere; proposed so far"),
    "stays_here": _("Kept here by who decided"),
    "held_here": _("Kept here until somebody sends it on"),
    "overridden": _("Sent to another desk than proposed"),
    "sorted": _("Sorted by a person"),
    "day_entered": _("Entered a day for the time limits"),
    "day_withdrawn": _("Took a day for the time limits back"),
    "clock_marked": _("Marked a time limit"),
    "computed": _("Computed and kept"),
    "legal_action_opened": _("Legal aid: an action was begun"),
    "legal_action_ended": _("Legal aid: an action ended"),
    "free_attorney": _("The city's free attorney: application went on"),
    "counselled": _("Talk written down"),
    "counselling_corrected": _("Talk corrected"),
    "appointment_booked": _("Appointment booked"),
    "appointment_moved": _("Appointment moved"),
    "appointment_cancelled": _("Appointment cancelled"),
    "status_decided": _("Status asked"),
    "followed_up": _("Asked how it went"),
    "welfare_linked": _("Sent on to a welfare agency"),
    "task_added": _("Task added"),
    "task_changed": _("Task changed"),
    "task_done": _("Task done"),
    "task_undone": _("Task open again"),
}
# Why a person sends a case to another desk than was proposed; history and decisions name the code.
OVERRIDE_TITLES: Mapping[str, str] = {
    "facts_differ": _("The facts turned out differently"),
    "wish": _("The person wishes it"),
    "already_there": _("That desk is already working on the matter"),
    "no_capacity": _("The proposed desk cannot take it in time"),
    "other": _("Another reason"),
}
WHY_TITLES: Mapping[str, str] = {**{str(code): title for code, title in CLOSE_TITLES.items()}, **OVERRIDE_TITLES}

CONSENT_TITLES: Mapping[str, str] = {
    "identity": _("Keeping name and contact"),
    "sensitive": _("Keeping sensitive facts"),
    "sharing": _("Passing the case on to the centre that can help"),
}
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_("What the case is about"), ("topics", "event_date", "urgency")),
    (_("Work"), (
        "employment_type", "industry", "workplace_size", "workplace_district", "still_employed", "union_member",
    )),
    (_("The person"), ("client_kind", "age_band", "gender", "language", "home_district", "prefers", "channel")),
)

CLIENT_TITLES: Mapping[str, str] = {
    "name": _("Name"), "phone": _("Phone number"), "email": _("E-mail"), "address": _("Address"),
}
# What is shown of a field whose key was destroyed.
ERASED, UNREADABLE = _("erased"), _("cannot be read")
