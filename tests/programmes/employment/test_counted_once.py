"""One person is one, across courses, job support and welfare; and stays one when names are erased."""

from datetime import timedelta

from sqlalchemy import select
from support.gatherings import gathered, registered
from support.house import House
from support.served import PHONE, linked, served

from gilmok.ground import clock
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import NoLongerReadable
from gilmok.programmes.forgetting import erase, forget
from gilmok.programmes.gatherings.people_models import Registrant, Registration
from gilmok.programmes.people.models import ServedName, ServedPerson
from gilmok.programmes.people.service import key_of
from gilmok.programmes.spans import Span
from gilmok.programmes.together import people_in_all
from gilmok.programmes.welfare.models import WelfareLink, WelfareNote

YEAR = Span(today() - timedelta(days=400), today() + timedelta(days=30), {}, {})


def in_all(house: House, login: str = "sangdam") -> int:
    """How many different people there are by the numbers of this person."""
    with house.session(login) as session:
        return people_in_all(session, YEAR, house.people[login].centre_id)


def test_who_comes_to_a_course_and_for_help_is_one_person(house: House) -> None:
    registered(house, gathered(house), phone=PHONE)
    linked(house, served(house, "가상하나", PHONE))
    linked(house, served(house, "가상두리", "01000008888"))
    assert in_all(house) == in_all(house, "sicheong") == 2


def test_the_same_phone_and_name_is_the_same_line_and_another_name_is_not(house: House) -> None:
    first, again, other = served(house), served(house), served(house, "가상두리")
    assert first.id == again.id != other.id
    assert first.who == other.who


def test_a_year_after_the_last_entry_name_key_and_texts_are_gone_and_the_numbers_stay(house: House) -> None:
    with clock.at(now() - timedelta(days=370)):
        old = served(house)
        linked(house, old, how="sent", facts=False, handed="빚 이야기", on=today())
    kept = served(house, "가상두리", "01000008888")
    before = in_all(house)
    with house.job() as session:
        erase(session, today() - timedelta(days=365))
        session.commit()
        assert session.scalars(select(ServedName.served_id)).all() == [kept.id]
        assert session.scalars(select(WelfareNote.link_id)).all() == []
        assert len(session.scalars(select(WelfareLink)).all()) == 1
        gone = session.scalars(select(ServedPerson).where(ServedPerson.id == old.id)).one()
        assert (gone.erased, gone.who == old.who) == (True, False)
    with house.session("sangdam") as session:
        try:
            key_of(session, gone, vault=house.installed.vault)
        except NoLongerReadable:
            assert in_all(house) == before
        else:
            raise AssertionError("the key is still there")


def test_a_digest_stays_while_a_name_is_kept_anywhere_and_then_changes_everywhere_alike(house: House) -> None:
    row, person = registered(house, gathered(house), phone=PHONE), served(house, phone=PHONE)
    for table, same in ((Registrant, True), (ServedName, False)):
        with house.job() as session:
            session.execute(table.__table__.delete())
            forget(session)
            session.commit()
            digests = {session.scalar(select(Registration.who)), session.scalar(select(ServedPerson.who))}
            assert digests == {row.who} if same else len(digests) == 1
            assert (person.who in digests) is same
