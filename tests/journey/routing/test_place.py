"""Where a target is: the chain from the chosen district to the city's Labour Rights Centre."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gilmok.journey.routing.place import (
    ASSUMED_REGION,
    CITY_LAST,
    HUB_MERGED,
    NO_CENTRE,
    OUTSIDE,
    place,
    region_of_case,
)
from gilmok.journey.routing.regions import region_of_case as judged_by
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.api import At, Target
from gilmok.network.atlas import Atlas

ON = date(2026, 11, 22)
ATLAS = Atlas.shipped()
DESKS = {at: Target(id=f"a.{at.value}", title="", at=at, programme="C1") for at in At}
DISTRICTS = [option.code for option in options_of(FACTS["workplace_district"])]


def at_district(on=ON, **facts):
    """Where a desk of every centre is for these facts."""
    return place(DESKS[At.DISTRICT], facts, ATLAS, on)


def at_hub(on=ON, **facts):
    """Where a desk of a hub is for these facts."""
    return place(DESKS[At.HUB], facts, ATLAS, on)


def texts(placement):
    """The steps that led there, as what is said."""
    return [step.text for step in placement.steps]


@pytest.mark.parametrize(("prefers", "region"), [
    ("home", "northeast"), ("workplace", "southwest"), (None, "southwest"),
])
def test_a_case_is_judged_by_the_region_that_the_person_prefers(prefers: str | None, region: str) -> None:
    known = {"workplace_region": "southwest", "home_region": "northeast", "prefers": prefers}
    assert judged_by(known, {"southwest", "northeast"}) == region


def test_the_workplace_comes_first():
    assert at_district(workplace_district="mapo", home_district="guro").centre.code == "mapo"


def test_what_the_person_prefers_comes_before_it():
    assert at_district(workplace_district="mapo", home_district="guro", prefers="home").centre.code == "guro"


def test_who_comes_in_person_is_served_near_home():
    assert at_district(workplace_district="mapo", home_district="guro", channel="visit").centre.code == "guro"


def test_who_comes_in_person_and_prefers_work_is_served_near_work():
    facts = {"workplace_district": "mapo", "home_district": "guro", "channel": "visit", "prefers": "workplace"}
    assert at_district(**facts).centre.code == "mapo"


def test_where_the_chosen_district_has_no_centre_the_other_one_is_looked_at():
    found = at_district(workplace_district="dongjak", home_district="mapo")
    assert (found.centre.code, found.region) == ("mapo", "downtown")
    assert NO_CENTRE in texts(found)


def test_where_neither_has_a_centre_the_hub_of_the_region_serves():
    found = at_district(workplace_district="seocho", home_district="gangnam")
    assert (found.centre.code, found.region) == ("southeast_hub", "southeast")


def test_where_the_hub_has_closed_its_successor_serves_and_it_is_said():
    found = at_district(workplace_district="dongjak")
    assert found.centre.code == "labour_rights_centre"
    assert texts(found)[-1] == HUB_MERGED


def test_before_the_hub_opened_the_city_serves():
    found = at_hub(on=date(2019, 1, 2), workplace_district="guro")
    assert found.centre.code == "labour_rights_centre"
    assert texts(found)[-1] == CITY_LAST


def test_while_the_hub_was_open_it_served():
    assert at_hub(on=date(2022, 1, 3), workplace_district="guro").centre.code == "southwest_hub"


def test_a_region_that_is_assumed_is_said_to_be():
    assert ASSUMED_REGION in texts(at_district(workplace_district="dongdaemun"))
    assert ASSUMED_REGION in texts(at_hub(workplace_district="dongdaemun"))
    assert ASSUMED_REGION not in texts(at_district(workplace_district="mapo"))


def test_who_works_outside_and_lives_in_seoul_is_served_near_home():
    assert at_district(workplace_district="outside_seoul", home_district="mapo").centre.code == "mapo"
    assert at_hub(workplace_district="outside_seoul", home_district="mapo").centre.code == "downtown_hub"


def test_who_neither_works_nor_lives_in_seoul_is_advised_by_the_city():
    found = at_district(workplace_district="outside_seoul", home_district="outside_seoul")
    assert (found.centre.code, found.region, texts(found)) == ("labour_rights_centre", None, [OUTSIDE])


@pytest.mark.parametrize("answer", [None, "unknown", "refused", ["mapo"], 5, "atlantis"])
def test_a_district_that_is_not_known_leads_to_the_city(answer):
    assert at_district(workplace_district=answer).centre.code == "labour_rights_centre"
    assert at_hub(workplace_district=answer).centre.code == "labour_rights_centre"


def test_a_preference_decides_on_the_region_and_coming_in_person_does_not():
    facts = {"workplace_district": "jungnang", "home_district": "gangnam"}
    assert region_of_case({**facts, "channel": "visit"}, ATLAS, ON) == "northeast"
    assert region_of_case({**facts, "prefers": "home"}, ATLAS, ON) == "southeast"


@given(
    st.sampled_from(list(At)), st.dates(date(2010, 1, 1), date(2040, 12, 31)),
    st.fixed_dictionaries({}, optional={
        "workplace_district": st.sampled_from(DISTRICTS), "home_district": st.sampled_from(DISTRICTS),
        "prefers": st.sampled_from(["workplace", "home", "unknown", "refused"]),
        "channel": st.sampled_from(["visit", "phone", "unknown"]),
    }),
)
def test_every_case_ends_at_a_centre_that_is_open_that_day_with_a_reason(at, on, facts):
    found = place(DESKS[at], facts, ATLAS, on)
    assert found.centre.is_open(on)
    assert found.steps
    assert all(step.text % step.values for step in found.steps)


@given(st.dates(date(2018, 1, 1), date(2030, 12, 31)), st.sampled_from(DISTRICTS), st.sampled_from(DISTRICTS))
def test_what_was_worked_out_before_is_what_a_fresh_atlas_says(on, workplace, home):
    facts = {"workplace_district": workplace, "home_district": home}
    fresh = place(DESKS[At.DISTRICT], facts, Atlas(ATLAS.network), on)
    kept = place(DESKS[At.DISTRICT], facts, ATLAS, on)
    assert (fresh.centre.code, fresh.region, texts(fresh)) == (kept.centre.code, kept.region, texts(kept))
