"""The demonstration's staff: two centres of different regions, the city, and who keeps the system running."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Role
from gilmok.ground.access.service import make_person, new_password


@dataclass(frozen=True)
class Account:
    """A demonstration account as it is printed."""

    login: str
    name: str
    role: Role
    centre: str | None


STAFF = (
    Account("jungnang1", "중랑 상담원(가상)", Role.COUNSELLOR, "jungnang"),
    Account("jungnang2", "중랑 노무사(가상)", Role.ATTORNEY, "jungnang"),
    Account("jungnang0", "중랑 센터장(가상)", Role.MANAGER, "jungnang"),
    Account("gwanak1", "관악 상담원(가상)", Role.COUNSELLOR, "gwanak"),
    Account("gwanak0", "관악 센터장(가상)", Role.MANAGER, "gwanak"),
    Account("nodong1", "권익센터 상담원(가상)", Role.COUNSELLOR, "labour_rights_centre"),
    Account("nodong0", "권익센터장(가상)", Role.MANAGER, "labour_rights_centre"),
    Account("city", "서울시 담당자(가상)", Role.OFFICIAL, None),
    Account("operator", "운영 담당자(가상)", Role.OPERATOR, None),
)


def make_staff(session: Session) -> Iterator[tuple[Account, str]]:
    """Make the accounts that are missing; gives each new one with its random password, which is kept nowhere."""
    known = set(session.scalars(select(Person.login)))
    for account in STAFF:
        if account.login not in known:
            password = new_password()
            make_person(
                session, account.login, password=password, name=account.name, role=account.role, centre=account.centre,
            )
            yield account, password
