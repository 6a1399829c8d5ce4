"""What belongs to a project beside its actions: courses and events, and published survey reports. Never a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import url_for
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from gilmok.ground.clock import now
from gilmok.ground.db import ViewerSession
from gilmok.programmes.gatherings.models import Gathering
from gilmok.programmes.gatherings.queries import ANNOUNCED
from gilmok.programmes.surveys.queries import newest_reports

LOOKED_BACK, MOST_OFFERED = timedelta(days=365), 40


@dataclass(frozen=True)
class Link:
    """Something that belongs to a project: its code, what it is called, its page for everybody."""

    code: str
    title: str
    address: str


def offered(session: ViewerSession) -> dict[str, list[Link]]:
    """What can be chosen: what is announced or published, by any centre, and not long over."""
    query = select(Gathering).where(*ANNOUNCED, Gathering.ends_at >= now() - LOOKED_BACK)
    mine_first = Gathering.centre_id.is_not_distinct_from(session.viewer.centre).desc()
    courses = session.scalars(query.order_by(mine_first, Gathering.starts_at.desc()).limit(MOST_OFFERED))
    return {"gatherings": [of_gathering(each) for each in courses], "reports": reports(session)[:MOST_OFFERED]}


def reports(session: ViewerSession) -> list[Link]:
    """Every published survey report, the latest first."""
    return [
        Link(each.code, each.body["title"], url_for("published.report", code=each.code))
        for each in newest_reports(session)
    ]


def chosen(session: ViewerSession, form: MultiDict[str, str]) -> dict[str, list[str]]:
    """What of it a form chose; what is not offered is left out."""
    can_be = {sort: {each.code for each in links} for sort, links in offered(session).items()}
    return {sort: [code for code in form.getlist(sort) if code in codes] for sort, codes in can_be.items()}


def linked(session: ViewerSession, links: Mapping[str, Any]) -> list[Link]:
    """What belongs to a project; a course that is announced to nobody any more is left out."""
    keys = links.get("gatherings", [])
    query = select(Gathering).where(*ANNOUNCED, Gathering.key.in_([UUID(key) for key in keys])) if keys else None
    courses = [of_gathering(each) for each in session.scalars(query)] if query is not None else []
    return courses + cited(session, links.get("reports", []))


def cited(session: ViewerSession, codes: Any) -> list[Link]:
    """The published reports of these codes."""
    return [each for each in reports(session) if each.code in codes] if codes else []


def of_gathering(each: Gathering) -> Link:
    """A course or event with its page."""
    return Link(str(each.key), each.title, url_for("programmes.page", key=each.key))
