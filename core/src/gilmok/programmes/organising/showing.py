"""What every page of the room shares: the founding that an address names, and the words for its codes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from gilmok.ground.access.policy import Permission
from gilmok.ground.i18n import _, in_language
from gilmok.ground.web.request import View, db, needs
from gilmok.law.shipped import shipped
from gilmok.network.queries import atlas
from gilmok.network.views import centre_name
from gilmok.programmes.organising import kinds, queries, stages, steps
from gilmok.programmes.organising.clocks import SUPPLEMENT, Clock
from gilmok.programmes.organising.models import Founding
from gilmok.programmes.organising.schemas import Told
from gilmok.programmes.organising.stages import Stage

Answer = tuple[str, int]


def own_of(key: UUID, **_rest: Any) -> Founding:
    """The founding of one's own centre that an address names; raises NotFound."""
    return queries.own(db(), key)


def of_founding(permission: Permission) -> Callable[[View], View]:
    """`@needs` of a page about a founding of one's own centre, which its view gets."""
    return needs(permission, of=own_of)


def show(template: str, *, status: int = 200, **values: Any) -> Answer:
    """A page of the room."""
    about: dict[str, Any] = {"errors": {}, "words": Words(), "kinds": kinds, "stages": stages, "steps": steps}
    return render_template(f"organising/{template}", **{**about, **values}), status


def page_of(founding: Founding, part: str = "") -> str:
    """The address of a founding's page, or of a part of it."""
    return url_for("unions.page", key=founding.key, _anchor=part or None)


def part(name: str) -> str:
    """What the address names beside the founding."""
    return str((request.view_args or {})[name])


def version_sent() -> int:
    """The version on which the form was written."""
    return request.form.get("version", 0, type=int)


class Words:
    """The words for the codes of a founding, in the language of the request."""

    def stage(self, code: str) -> str:
        """Where it is."""
        return _(stages.STAGE_TITLES[Stage(code)])

    def tone(self, code: str) -> str:
        """The tone of that word's badge."""
        return stages.TONES.get(Stage(code), "")

    def kind(self, code: str) -> str:
        """What kind of union it is to be."""
        return _(kinds.KINDS[code])

    def area(self, code: str) -> str:
        """How far it reaches."""
        return _(kinds.AREAS[code])

    def district(self, code: str) -> str:
        """Where."""
        return dict(kinds.districts(atlas(db()))).get(code, code)

    def industry(self, code: str) -> str:
        """In what industry."""
        return dict(kinds.industries()).get(code, code)

    def practice(self, code: str) -> str:
        """What an employer did."""
        return _(kinds.PRACTICES[code])

    def ending(self, code: str) -> str:
        """What came of it."""
        return _(kinds.ENDINGS[code])

    def paper(self, code: str) -> str:
        """What a paper is called."""
        return _(kinds.PAPERS[code])

    def reason(self, code: str) -> str:
        """Why a report was returned."""
        return _(stages.REASONS[code])

    def centre(self, code: str) -> str:
        """The name of a centre."""
        return centre_name(code)

    def office(self, told: Told) -> str:
        """Where the report of establishment goes."""
        return str(in_language(steps.office(told.area, atlas(db()).districts.get(told.district)), "name"))

    def limit(self, code: str) -> str:
        """What a time limit is called."""
        if code == SUPPLEMENT:
            return _("Supplement to the report of establishment")
        newest = shipped().newest(code)
        return str(in_language(newest, "name")) if newest else code

    def clock_event(self, clock: Clock) -> str:
        """What day a clock counts from."""
        if clock.code == SUPPLEMENT:
            return _("The supplement was asked for on")
        return str(in_language(clock.limit, "event"))

    def clock_remark(self, clock: Clock) -> str:
        """What is to be known of a clock beside its days; empty where nothing is."""
        if clock.code != SUPPLEMENT:
            return ""
        if clock.set_by_office:
            return _("the day that the office's letter names")
        return _("twenty days at most: the office's letter may name an earlier day, then put it down")
