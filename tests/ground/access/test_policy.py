"""The page of policy, read as a table."""

from dataclasses import dataclass

import pytest

from gilmok.ground.access.policy import POLICY, Permission, Role, may, same_centre, takes_part

P = Permission


@dataclass
class Someone:
    id: int
    role: str
    centre_id: str | None


@dataclass
class SomeCase:
    centre_id: str = "gwanak"
    handler_id: int | None = None


COUNSELLOR = Someone(1, Role.COUNSELLOR, "gwanak")
ATTORNEY = Someone(2, Role.ATTORNEY, "gwanak")
MANAGER = Someone(3, Role.MANAGER, "gwanak")
OFFICIAL = Someone(4, Role.OFFICIAL, None)
OPERATOR = Someone(5, Role.OPERATOR, None)
ELSEWHERE = Someone(6, Role.COUNSELLOR, "jungnang")
HOMELESS = Someone(7, Role.COUNSELLOR, None)

CASES = [
    (P.CLOSE_CASE, COUNSELLOR, SomeCase(handler_id=1), True),
    (P.CLOSE_CASE, COUNSELLOR, SomeCase(handler_id=2), False),
    (P.CLOSE_CASE, MANAGER, SomeCase(handler_id=2), True),
    (P.CLOSE_CASE, MANAGER, SomeCase("jungnang"), False),
    (P.TAKE_CASE, COUNSELLOR, SomeCase(), True),
    (P.TAKE_CASE, COUNSELLOR, SomeCase(handler_id=2), False),
    (P.TAKE_CASE, ELSEWHERE, SomeCase(), False),
    (P.ASSIGN_CASE, MANAGER, SomeCase(), True),
    (P.ASSIGN_CASE, COUNSELLOR, SomeCase(), False),
    (P.REVEAL_PERSON, ATTORNEY, SomeCase(), True),
    (P.REVEAL_PERSON, ELSEWHERE, SomeCase(), False),
]


@pytest.mark.parametrize(("permission", "who", "case", "allowed"), CASES)
def test_who_may_do_what_with_a_case(permission: Permission, who: Someone, case: SomeCase, allowed: bool) -> None:
    assert may(who, permission, case) is allowed


# What may be seen or begun without anything in particular in view; the rest is done to something that a centre has.
OF_NOTHING = {
    P.LOGGED_IN, P.SEE_NETWORK, P.SEE_LAW, P.SET_HOLIDAYS, P.SEE_MODULES, P.SWITCH_MODULES, P.SUSPEND_MODULES,
    P.TAKE_IN, P.SEE_CASES, P.SEE_CASE, P.KEEP_FORMS, P.SEE_GATHERINGS, P.SEE_GATHERING_NUMBERS, P.SEE_REQUESTS,
    P.SEE_FOUNDINGS, P.SEE_FOUNDING_NUMBERS, P.SEE_SERVED, P.SEE_SERVED_NUMBERS, P.MAKE_SURVEYS, P.SEE_PROJECTS,
}


@pytest.mark.parametrize("permission", sorted(set(POLICY) - OF_NOTHING))
def test_each_way_to_what_a_centre_has_asks_whether_it_is_ones_own(permission: Permission) -> None:
    assert [way for way in POLICY[permission] if not {same_centre, takes_part} & set(way)] == []


@pytest.mark.parametrize("permission", [p for p in Permission if p is not P.PUBLIC])
def test_nobody_may_do_anything_without_a_login(permission: Permission) -> None:
    assert not may(None, permission, SomeCase())


@pytest.mark.parametrize("who", [OFFICIAL, OPERATOR, HOMELESS])
@pytest.mark.parametrize("permission", [P.TAKE_IN, P.SEE_CASES, P.SEE_CASE])
def test_cases_are_for_people_of_a_centre(who: Someone, permission: Permission) -> None:
    assert not may(who, permission)


def test_only_the_city_switches_modules_and_only_the_operator_suspends_them() -> None:
    everyone = [COUNSELLOR, ATTORNEY, MANAGER, OFFICIAL, OPERATOR]
    assert [who for who in everyone if may(who, P.SWITCH_MODULES)] == [OFFICIAL]
    assert [who for who in everyone if may(who, P.SUSPEND_MODULES)] == [OPERATOR]


def test_a_permission_that_the_page_does_not_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(POLICY, P.TAKE_IN)
    assert not may(COUNSELLOR, P.TAKE_IN)


def test_every_permission_but_public_stands_on_the_page() -> None:
    assert set(POLICY) == set(Permission) - {P.PUBLIC}
