"""What companies and colleagues are called on pages."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from gilmok.modules.site import Person, _, db, me, say_business_number, vault
from gilmok_platform_freelance.reports.companies import said_of
from gilmok_platform_freelance.reports.company_models import Company


def name_of(said: Mapping[str, str]) -> str:
    """A company's name, with its business number if it is known."""
    name = said.get("company") or _("a name that can no longer be read")
    return f"{name} ({say_business_number(said['business_number'])})" if said.get("business_number") else name


def names_of(companies: Iterable[Company]) -> dict[UUID, str]:
    """The names of companies by their ids."""
    return {each.id: name_of(said_of(each, vault())) for each in companies}


def staff() -> dict[int, str]:
    """The names of one's colleagues by their ids."""
    here = select(Person.id, Person.name).where(Person.centre_id == me().centre_id)
    return {row.id: row.name for row in db().execute(here)}
