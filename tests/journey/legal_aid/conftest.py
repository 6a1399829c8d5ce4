"""Legal aid is tested on a day of its own, so that every time limit is the same whenever the tests run."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from support.house import House, make_case

from gilmok.ground import clock
from gilmok.journey.case import sealed
from gilmok.journey.case.models import Case
from gilmok.journey.case.stages import Stage

TODAY = date(2027, 3, 10)


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    """It is 10 March 2027 in Seoul."""
    with clock.at(datetime(TODAY.year, TODAY.month, TODAY.day, 3, tzinfo=UTC)):
        yield


@pytest.fixture
def held(house: House) -> Callable[..., Case]:
    """Makes a case in counselling that `sangdam` has, with a key for its notes; `facts` as given."""

    def make(**facts: str) -> Case:
        person = house.people["sangdam"]
        case = make_case(house, "sangdam", stage=Stage.COUNSELLING, handler_id=person.id, facts=facts)
        with house.session("sangdam") as session:
            sealed.new_key(session, case.id, house.installed.vault)
            session.commit()
        return case

    return make
