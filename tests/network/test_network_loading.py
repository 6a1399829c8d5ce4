"""The network in the database: loading it, keeping what an installation changed, and reading it back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import ProgrammingError

from gilmok.ground.errors import NotReady
from gilmok.network import queries
from gilmok.network.atlas import Atlas
from gilmok.network.models import (
    INSTALLATION,
    CentreRow,
    JurisdictionRow,
    MembershipRow,
    NetworkVersion,
)
from gilmok.network.places import Network
from gilmok.network.service import Loaded, load

shipped = Atlas.shipped()
TODAY = date(2026, 11, 22)


def entries(network: Network, name: str) -> set[str]:
    return {repr(item) for item in getattr(network, name)}


def test_loading_twice_changes_nothing(house: Any) -> None:
    with house.job() as session:
        before = session.scalars(select(NetworkVersion.stamp)).one()
        assert load(session, shipped) == Loaded()
        assert session.scalars(select(NetworkVersion.stamp)).one() == before


@pytest.mark.parametrize("name", ["sources", "regions", "districts", "memberships", "centres", "services", "agencies"])
def test_what_was_loaded_is_read_back_whole(house: Any, name: str) -> None:
    with house.job() as session:
        assert entries(queries.atlas(session).network, name) == entries(shipped.network, name)


def test_the_stored_network_answers_as_the_file_does(house: Any) -> None:
    with house.session("sangdam") as session:
        stored = queries.atlas(session)
    for on in (*shipped.change_days, TODAY):
        for code in shipped.districts:
            assert stored.centre_of(code, on) == shipped.centre_of(code, on)
            assert stored.region_of(code, on) == shipped.region_of(code, on)
            for service in ("labour_office", "comwel", "legal_aid"):
                assert stored.agencies_for(service, code, on) == shipped.agencies_for(service, code, on)


def test_the_stored_network_is_read_once_until_it_changes(house: Any) -> None:
    with house.job() as session:
        first = queries.atlas(session)
        assert queries.atlas(session) is first
        moved = replace(shipped.centres["guro"], address="구로중앙로 1")
        load(session, with_centre(moved))
        assert queries.atlas(session).centres["guro"].address == "구로중앙로 1"
        assert first.centres["guro"].address != "구로중앙로 1"


def with_centre(centre: Any) -> Atlas:
    others = tuple(item for item in shipped.network.centres if item.code != centre.code)
    return Atlas(replace(shipped.network, centres=(*others, centre)))


def test_a_centre_that_the_installation_changed_is_kept(house: Any) -> None:
    with house.job() as session:
        ours = {"phone": "02-000-0000", "origin": INSTALLATION}
        session.execute(update(CentreRow).where(CentreRow.code == "guro").values(ours))
        assert load(session, shipped) == Loaded(kept=1)
        assert session.scalars(select(CentreRow.phone).where(CentreRow.code == "guro")).one() == "02-000-0000"


def test_a_centre_that_the_installation_added_is_kept(house: Any) -> None:
    with house.job() as session:
        row = session.get_one(CentreRow, "guro")
        columns = {column.key: getattr(row, column.key) for column in CentreRow.__table__.columns}
        session.add(CentreRow(**columns | {"code": "dongjak", "district": "dongjak", "origin": INSTALLATION}))
        session.flush()
        assert not load(session, shipped).anything
        assert session.get(CentreRow, "dongjak") is not None


def test_the_regions_of_a_district_that_the_installation_set_are_kept_whole(house: Any) -> None:
    with house.job() as session:
        of_gangdong = MembershipRow.district == "gangdong"
        row = session.scalars(select(MembershipRow).where(of_gangdong)).one()
        row.starts_on, row.region, row.assumed, row.origin = date(2026, 1, 1), "northeast", False, INSTALLATION
        session.flush()
        assert load(session, shipped) == Loaded(kept=1)
        assert session.scalars(select(MembershipRow).where(of_gangdong)).all() == [row]


def test_who_answers_for_a_district_is_kept_by_service(house: Any) -> None:
    with house.job() as session:
        of_guro = (JurisdictionRow.district == "guro", JurisdictionRow.agency == "gwanak_labour_office")
        ours = {"agency": "nambu_labour_office", "origin": INSTALLATION}
        session.execute(update(JurisdictionRow).where(*of_guro).values(ours))
        assert load(session, shipped) == Loaded(kept=1)
        stored = queries.read(session)
    assert [item.code for item in stored.agencies_for("labour_office", "guro", TODAY)] == ["nambu_labour_office"]
    assert [item.code for item in stored.agencies_for("comwel", "guro", TODAY)] == ["gwanak_comwel"]


def test_a_jurisdiction_that_the_file_drops_goes_and_a_centre_stays(house: Any) -> None:
    less = Atlas(replace(
        shipped.network, centres=shipped.network.centres[:-1], jurisdictions=shipped.network.jurisdictions[:-1],
    ))
    with house.job() as session:
        assert load(session, less) == Loaded(removed=1)
        assert session.get(CentreRow, shipped.network.centres[-1].code) is not None


def test_a_change_raises_the_version(house: Any) -> None:
    with house.job() as session:
        before = session.scalars(select(NetworkVersion.version)).one()
        load(session, with_centre(replace(shipped.centres["guro"], phone="02-1")))
        assert session.scalars(select(NetworkVersion.version)).one() == before + 1


def test_without_a_loaded_network_the_answer_is_not_ready(house: Any) -> None:
    with house.job() as session:
        session.execute(delete(NetworkVersion))
        with pytest.raises(NotReady):
            queries.atlas(session)


def test_the_webs_role_cannot_change_the_network(house: Any) -> None:
    with house.session("sicheong") as session, pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(update(CentreRow).values(phone=""), execution_options={"unscoped": "a test of the second wall"})
