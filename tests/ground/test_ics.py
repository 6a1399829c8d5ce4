"""What stands in a calendar file."""

from datetime import datetime, timedelta

from icalendar import Calendar

from gilmok.ground.clock import SEOUL
from gilmok.ground.ics import Happening, calendar_file

AT = datetime(2026, 12, 1, 14, 30, tzinfo=SEOUL)


def test_a_happening_stands_in_it_in_utc_and_keeps_its_id_when_it_is_called_off() -> None:
    about = {"uid": "1-2", "at": AT, "until": AT + timedelta(hours=1), "title": "강좌, 가상; 하나", "place": "3층"}
    kept, off = (
        Calendar.from_ical(calendar_file([Happening(**about, cancelled=called_off)])).walk("VEVENT")[0]
        for called_off in (False, True)
    )
    assert (str(kept["uid"]), str(kept["summary"]), str(kept["location"])) == ("1-2@gilmok", "강좌, 가상; 하나", "3층")
    assert f"{kept.decoded('dtstart'):%H:%M %Z}" == "05:30 UTC"
    assert (str(kept["status"]), str(off["status"]), kept["uid"]) == ("CONFIRMED", "CANCELLED", off["uid"])


def test_an_empty_calendar_is_a_calendar() -> None:
    assert Calendar.from_ical(calendar_file([])).walk("VEVENT") == []
