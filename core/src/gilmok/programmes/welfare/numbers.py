"""How many links there were in a time, by need and by what came of them; people are counted once, none is named."""

from dataclasses import dataclass

from sqlalchemy import func, select

from gilmok.ground.db import ViewerSession
from gilmok.programmes.people.models import ServedPerson
from gilmok.programmes.spans import Span
from gilmok.programmes.welfare.models import WelfareLink


@dataclass(frozen=True)
class Numbers:
    """What was counted: links, different people, and links by need, by way, and by need and result."""

    links: int
    people: int
    by_how: dict[str, int]
    by_need: dict[str, dict[str, int]]


def counted(session: ViewerSession, span: Span, centre: str | None) -> Numbers:
    """The numbers of a centre, or of all for None. What the viewer may not count is not there."""
    within = [WelfareLink.on.between(span.first, span.last), *([WelfareLink.centre_id == centre] if centre else [])]
    many = func.count(WelfareLink.id)
    joined = select(many, func.count(ServedPerson.who.distinct())).join(
        ServedPerson, ServedPerson.id == WelfareLink.served_id,
    )
    links, people = session.execute(joined.where(*within)).one()
    hows = session.execute(select(WelfareLink.how, many).where(*within).group_by(WelfareLink.how))
    columns = (WelfareLink.need, WelfareLink.result)
    needs: dict[str, dict[str, int]] = {}
    for need, result, count in session.execute(select(*columns, many).where(*within).group_by(*columns)):
        needs.setdefault(need, {})[result] = count
    return Numbers(links, people, {how: count for how, count in hows}, needs)
