"""What the forms of clocks take."""

from gilmok.ground.fields import Code, Day, Form, Line, WholeNumber, Won
from gilmok.journey.clocks.rules import State
from gilmok.journey.clocks.starts import Event

LARGEST_ROW = 2**63 - 1
MARKS = (State.MET, State.DROPPED, State.RUNNING)


class DayForm(Form):
    """A day from which limits count."""

    event = Code([str(each) for each in Event], required=True)
    day = Day(required=True)
    won = Won(load_default=None)


class TakeBackForm(Form):
    """Which of the days that were entered counts no longer, by the id of its row."""

    day_id = WholeNumber(required=True, least=1, most=LARGEST_ROW)


class MarkForm(Form):
    """That a limit is met, dropped or runs after all; whether the case has such a limit, the page knows."""

    limit = Line(longest=100, required=True)
    event_day = Day(required=True)
    how = Code([str(each) for each in MARKS], required=True)
    ended_on = Day(load_default=None)
