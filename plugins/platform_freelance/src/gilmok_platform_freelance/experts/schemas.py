"""What the forms of experts and consultations take; errors are sentences beside their fields."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from gilmok.modules.api import _
from gilmok.modules.site import (
    Code,
    Codes,
    Day,
    EmailAddress,
    Errors,
    Form,
    FreeText,
    Line,
    Number,
    TimeOfDay,
    WholeNumber,
    atlas,
    db,
    today,
)
from gilmok.modules.site import _ as translated
from gilmok_platform_freelance.experts.codes import (
    FIELDS,
    FOLLOWS,
    LANGUAGES,
    LETTERS,
    OUTCOMES,
    PROFESSIONS,
    WAYS,
    WEEKDAYS,
)

LISTS = ("matters", "regions", "languages", "ways", "days", "follows")
CONSENT = {
    "purpose": _("Please write for what the expert uses it."), "items": _("Please write what is handed over."),
    "period": _("Please write how long the expert keeps it."),
}
# A telephone number or an address of mail: what a question that names nobody does not carry.
REACHED = re.compile(r"01[016-9][ -.]?[0-9]{3,4}[ -.]?[0-9]{4}|[^\s@]+@[^\s@]+\.[^\s@]+")
LONGEST_AHEAD = timedelta(days=365)
CHOOSE_FIELDS = _("Please choose one field at least.")
CHOOSE_LETTER = _("Please choose what is written.")
CHOOSE_WAY = _("Please choose the way of working.")
CHOOSE_DAY = _("Please write the day.")
ANSWERED_BY = _("Please write by when the answer is due.")
BEFORE_FIRST = _("The last day lies before the first.")
NO_WAY = _("Please write a telephone number or a mail address.")
NAMES_NOBODY = _("Without consent, no telephone number and no mail address stands in the question.")
WITHIN_A_YEAR = _("Please write a day within the coming year.")


def regions() -> list[str]:
    """The codes of the regions of the city."""
    return list(atlas(db()).regions)


class ExpertForm(Form):
    """An expert of the panel."""

    needed = {
        "name": _("Please write the name."), "profession": _("Please choose the profession."), "matters": CHOOSE_FIELDS,
        "ways": CHOOSE_WAY, "since": _("Please write from which day on they are on the panel."),
        "hours": _("Please write how many hours a month at most."),
    }
    name = Line(required=True, longest=60)
    profession = Code(PROFESSIONS, required=True)
    matters = Codes(FIELDS, required=True)
    regions = Codes(regions, load_default=())
    languages = Codes(LANGUAGES, load_default=("ko",))
    ways = Codes(WAYS, required=True)
    days = Codes(WEEKDAYS, load_default=())
    since = Day(required=True)
    until = Day(load_default=None)
    hours = WholeNumber(required=True, least=1, most=200)
    phone = Line(longest=30, load_default="")
    email = EmailAddress(load_default="")
    note = FreeText(longest=1000, load_default="")


class NeedForm(Form):
    """What is looked for on the panel."""

    matters = Codes(FIELDS, load_default=())
    language = Code(LANGUAGES, load_default="ko")
    way = Code(WAYS, load_default=None)
    day = Day(load_default=None)
    hours = Number(load_default=1, least=1, most=20)


class AskForm(Form):
    """A question to an expert."""

    needed = {
        "matters": CHOOSE_FIELDS, "question": _("Please write the question."),
        "hand_over": _("Please say whether the person agrees."), "hours": _("Please write how many hours are needed."),
        "answer_by": ANSWERED_BY,
    }
    matters = Codes(FIELDS, required=True)
    question = FreeText(required=True, longest=8000)
    hours = Number(required=True, least=1, most=20)
    answer_by = Day(required=True)
    hand_over = Code(["yes", "no"], required=True)
    purpose = Line(load_default="", longest=300)
    items = Line(load_default="", longest=300)
    period = Line(load_default="", longest=300)


class StepForm(Form):
    """That something happened, on a day."""

    needed = {"on": CHOOSE_DAY}
    on = Day(required=True, past=True)


class CloseForm(StepForm):
    """What came of a consultation."""

    needed = {"on": CHOOSE_DAY, "outcome": _("Please choose what came of it.")}
    outcome = Code(OUTCOMES, required=True)


class AppointmentForm(StepForm):
    """When and how the expert and the person meet; `on`: when that was agreed."""

    needed = {
        "on": _("Please write when that was agreed."), "day": CHOOSE_DAY,
        "time": _("Please write the time like 14:30."), "way": CHOOSE_WAY,
    }
    day = Day(required=True)
    time = TimeOfDay(required=True)
    way = Code(WAYS, required=True)


class AnswerForm(StepForm):
    """What an expert wrote."""

    needed = {"on": CHOOSE_DAY, "text": _("Please write the answer.")}
    text = FreeText(required=True, longest=20_000)


class DueForm(Form):
    """Until when the answer is due."""

    needed = {"answer_by": ANSWERED_BY}
    answer_by = Day(required=True)


class LetterForm(Form):
    """From what a letter to the client is put together."""

    needed = {
        "kind": CHOOSE_LETTER, "client": _("Please write who gave the work."),
        "sender": _("Please write who sends the letter."), "work": _("Please write the contract and the work."),
        "asked": _("Please write what is asked for."), "until": _("Please write by when."),
    }
    kind = Code(LETTERS, required=True)
    client = Line(required=True, longest=100)
    sender = Line(required=True, longest=100)
    work = Line(required=True, longest=300)
    asked = FreeText(required=True, longest=2000)
    reasons = FreeText(load_default="", longest=6000)
    until = Day(required=True)
    follows = Codes(FOLLOWS, load_default=())


class KeptLetterForm(Form):
    """A letter as it is kept."""

    needed = {"kind": CHOOSE_LETTER, "text": _("Please write the letter.")}
    kind = Code(LETTERS, required=True)
    text = FreeText(required=True, longest=20_000)


EXPERT, NEED, ASK, STEP, CLOSE, APPOINTMENT = (
    ExpertForm(), NeedForm(), AskForm(), StepForm(), CloseForm(), AppointmentForm(),
)
ANSWER, DUE, LETTER, KEPT_LETTER = AnswerForm(), DueForm(), LetterForm(), KeptLetterForm()


def typed_of(form: MultiDict[str, str]) -> dict[str, Any]:
    """What was typed, where several may be chosen as a list."""
    return {name: form.getlist(name) if name in LISTS else form[name] for name in form}


def read_expert(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """An expert from their form; the time on the panel does not end before it begins, and there is a way to them."""
    values, wrong = EXPERT.read(chosen(typed))
    if values.get("until") and values.get("since") and values["until"] < values["since"]:
        wrong.setdefault("until", [translated(BEFORE_FIRST)])
    if not wrong and not (values["phone"] or values["email"]):
        wrong["phone"] = [translated(NO_WAY)]
    return values, wrong


def read_ask(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """A question from its form: with consent the four points are there, without it nothing tells who the person is."""
    values, wrong = ASK.read(chosen(typed))
    if values.get("hand_over") == "yes":
        missing = {name: [translated(text)] for name, text in CONSENT.items() if not values.get(name)}
        wrong = missing | wrong
    elif REACHED.search(values.get("question", "")):
        wrong["question"] = [translated(NAMES_NOBODY)]
    ahead(values, "answer_by", wrong)
    return values | {"minutes": round(values.get("hours", 1) * 60)}, wrong


def read_due(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """Another day for the answer."""
    values, wrong = DUE.read(typed)
    ahead(values, "answer_by", wrong)
    return values, wrong


def read_letter(typed: Mapping[str, Any]) -> tuple[dict[str, Any], Errors]:
    """What a letter is put together from; its last day is to come."""
    values, wrong = LETTER.read(chosen(typed))
    ahead(values, "until", wrong)
    return values, wrong


def ahead(values: Mapping[str, Any], name: str, wrong: Errors) -> None:
    """Note a day that lies behind, or further ahead than a year."""
    day: date | None = values.get(name)
    if day is not None and not today() <= day <= today() + LONGEST_AHEAD:
        wrong.setdefault(name, [translated(WITHIN_A_YEAR)])


def chosen(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, without lists in which nothing was chosen."""
    return {name: value for name, value in typed.items() if value not in ("", [])}
