"""What the forms of counselling take."""

from typing import Any

from werkzeug.datastructures import MultiDict

from gilmok.ground.clock import now, today
from gilmok.ground.fields import Code, Codes, Day, Form, FreeText, Line, WholeNumber
from gilmok.ground.fields.times import TimeOfDay, moment_of
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.case.schemas import LARGEST_ID
from gilmok.journey.counselling.appointments import Booking
from gilmok.journey.counselling.follow_ups import MONEY, SETTLED
from gilmok.journey.counselling.rows import groups
from gilmok.journey.counselling.rules import Answer
from gilmok.journey.counselling.talks import Talk
from gilmok.journey.vocabulary_codes import CHANNELS, EMPLOYMENT_TYPES, TOPICS

LONGEST_ADVICE, LONGEST_STEP, LONGEST_TALK, LONGEST_NOTE = 20_000, 4_000, 600, 1_000
NOT_YET = _("This time has not come yet. A talk to come is an appointment.")
PASSED = _("This time has passed already.")
LENGTHS = (15, 30, 45, 60, 90, 120, 180)
Errors = dict[str, list[str]]


class TalkForm(Form):
    """What is written down of a talk."""

    on = Day(required=True, past=True)
    time = TimeOfDay(required=True)
    person = WholeNumber(required=True, least=1, most=LARGEST_ID)
    channel = Code([each.code for each in CHANNELS], required=True)
    minutes = WholeNumber(least=1, most=LONGEST_TALK)
    topics = Codes([each.code for each in TOPICS], required=True)
    advised = FreeText(required=True, longest=LONGEST_ADVICE)
    they_do = FreeText(longest=LONGEST_STEP)
    we_do = FreeText(longest=LONGEST_STEP)


class TaskForm(Form):
    """What is to be done, by whom, by when."""

    title = Line(required=True)
    owner = WholeNumber(required=True, least=1, most=LARGEST_ID)
    due_on = Day(ahead=True)


class FollowUpForm(Form):
    """What the person said some time after the case was closed."""

    days = WholeNumber(required=True)
    money = Code(list(MONEY), required=True)
    settled = Code(list(SETTLED), required=True)


class BookingForm(Form):
    """When and where someone of the centre meets the person."""

    on = Day(required=True, ahead=True)
    time = TimeOfDay(required=True)
    minutes = Code([str(each) for each in LENGTHS], required=True)
    person = WholeNumber(required=True, least=1, most=LARGEST_ID)
    channel = Code([each.code for each in CHANNELS], required=True)
    room = Line(longest=60)
    note = FreeText(longest=LONGEST_NOTE)


def told() -> Code:
    """Yes, no or unknown, as the status decision takes it."""
    return Told([str(each) for each in Answer], load_default=Answer.UNKNOWN)


class Told(Code):
    """One of the answers of the status decision."""

    def read(self, value: Any) -> Answer:
        """The answer."""
        return Answer(self.listed(value))


class StatusForm(Form):
    """What the status decision asks."""

    employment = Code([*(each.code for each in EMPLOYMENT_TYPES), "unknown"], load_default="unknown")
    directed, fixed_hours, personally, fixed_pay = told(), told(), told(), told()
    own_risk, one_client, five_or_more, enough_pay = told(), told(), told(), told()
    accident_group = Code(lambda: codes_of("accident"), load_default="unknown")
    employment_group = Code(lambda: codes_of("employment"), load_default="unknown")


def codes_of(insurance: str) -> list[str]:
    """The codes of an insurance's job groups today, and those for none and not known."""
    return [*(each.code for each in groups(insurance, today())), "none", "unknown"]


STATUS = StatusForm()
TALK, TASK, FOLLOW_UP, BOOKING = TalkForm(), TaskForm(), FollowUpForm(), BookingForm()


def read_talk(form: MultiDict[str, str]) -> tuple[Talk | None, Errors]:
    """The talk that a form tells, None where something is wrong; and by field what is."""
    typed: dict[str, Any] = {**form.to_dict(), "topics": form.getlist("topics")}
    values, errors = TALK.read(typed)
    if errors:
        return None, errors
    at = moment_of(values.pop("on"), values.pop("time"))
    if at > now():
        return None, {"time": [translated(NOT_YET)]}
    return Talk(at=at, person_id=values.pop("person"), **values), {}


def read_booking(form: MultiDict[str, str]) -> tuple[Booking | None, Errors]:
    """The appointment that a form tells, None where something is wrong; and by field what is."""
    values, errors = BOOKING.read(form.to_dict())
    if errors:
        return None, errors
    at = moment_of(values.pop("on"), values.pop("time"))
    if at < now():
        return None, {"time": [translated(PASSED)]}
    return Booking(at=at, minutes=int(values.pop("minutes")), person_id=values.pop("person"), **values), {}
