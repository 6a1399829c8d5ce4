"""What is published about a module's programmes in its regions: for the page of the module."""

from collections.abc import Collection
from typing import NamedTuple

from flask import url_for

from gilmok.ground.db import ViewerSession
from gilmok.ground.i18n import _
from gilmok.programmes.projects import note_queries, queries
from gilmok.programmes.projects.kinds import TITLES


class Published(NamedTuple):
    """A published project, campaign or policy note: what it is, its title, and its page."""

    kind: str
    title: str
    address: str


def published_for(session: ViewerSession, programmes: Collection[str], regions: Collection[str]) -> list[Published]:
    """The projects and policy notes that count for one of these programmes, of one of these regions or of none."""

    def fits(programme: str, region: str | None) -> bool:
        return programme in programmes and (not region or region in regions)

    return [
        Published(_("Policy note"), each.body["title"], url_for("project_pages.note", key=each.key))
        for each in note_queries.published(session) if fits(each.programme, each.region)
    ] + [
        Published(_(TITLES[each.kind]), each.title, url_for("project_pages.page", key=each.key))
        for each in queries.all_published(session) if fits(each.programme, each.region)
    ]
