"""The intake page: one page, filled while on the phone, that says as one types where the case goes and what to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gilmok.ground.access.policy import Permission
from gilmok.ground.clock import today
from gilmok.ground.formats.names import mask_name
from gilmok.ground.formats.phones import mask_phone
from gilmok.ground.i18n import _
from gilmok.ground.web.request import db, me, needs, once, vault
from gilmok.journey.intake import drafts
from gilmok.journey.intake.consents import CONSENTS, SENSITIVE
from gilmok.journey.intake.drafts import Saved
from gilmok.journey.intake.duplicates import Hits, likely_same
from gilmok.journey.intake.questions import CORE_SECTIONS, Section, module_sections
from gilmok.journey.intake.reading import Reading, Typed, holds_identifier, read, scrubbed
from gilmok.journey.intake.service import take_in
from gilmok.journey.routing.queries import engine
from gilmok.journey.routing.spoken import Proposal, spoken, words_here
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.things import IntakeField, Kind
from gilmok.network import queries as network
from gilmok.network.words import name

PAGES_OWN = {"csrf_token", "form_key", "shown", "action"}
blueprint = Blueprint("intake", __name__, template_folder="templates", url_prefix="/intake")


@dataclass(frozen=True)
class Desk:
    """An intake as it stands: what was typed and what it says, the questions to ask, the proposal, who is known."""

    key: UUID
    typed: Typed
    reading: Reading
    modules: tuple[Section, ...]
    proposal: Proposal
    hits: Hits

    @property
    def shown(self) -> str:
        """The module questions that are on the page, so that they are only replaced when they change."""
        return " ".join(field.id for section in self.modules for field in section.fields)


@blueprint.get("/")
@needs(Permission.TAKE_IN)
def begin() -> ResponseReturnValue:
    """An empty intake, with one's unfinished ones beside it."""
    return page(look(uuid4(), {}), unfinished=drafts.mine(db()))


@blueprint.get("/<uuid:key>")
@needs(Permission.TAKE_IN)
def go_on(key: UUID) -> ResponseReturnValue:
    """An unfinished intake as it was left; one that is gone begins anew."""
    typed = drafts.find(db(), key, vault=vault())
    return redirect(url_for("intake.begin"), 303) if typed is None else page(look(key, typed))


@blueprint.post("/<uuid:key>/live")
@needs(Permission.TAKE_IN)
def live(key: UUID) -> ResponseReturnValue:
    """Keep the draft, and say what it comes to so far: for the page's script, the parts that change."""
    typed = from_form()
    desk = look(key, typed)
    saved_at = drafts.save(db(), key, scrubbed(typed), vault=vault())
    about = {"saved_at": saved_at, "changed": desk.shown != request.form.get("shown", "")}
    return render_template("intake/live.html", **parts(desk), refused=holds_identifier(typed), **about)


@blueprint.post("/<uuid:key>")
@needs(Permission.TAKE_IN)
@once
def send(key: UUID) -> ResponseReturnValue:
    """Take the case in; or, with `action=look`, show the same page with proposal and questions brought up to date."""
    typed = from_form()
    desk = look(key, typed)
    if request.form.get("action") == "look":
        drafts.save(db(), key, scrubbed(typed), vault=vault())
        return page(desk)
    errors = desk.reading.errors | desk.reading.missing()
    if errors:
        return page(desk, errors=errors), 422
    running = engine(db(), current_app.extensions["registry"])
    case = take_in(db(), desk.reading.intake(), by=me(), engine=running, vault=vault())
    drafts.drop(db(), key)
    return redirect(url_for("cases.overview", number=case.number), 303)


@blueprint.post("/<uuid:key>/drop")
@needs(Permission.TAKE_IN)
def drop(key: UUID) -> ResponseReturnValue:
    """Throw an unfinished intake away."""
    drafts.drop(db(), key)
    return redirect(url_for("intake.begin"), 303)


def from_form() -> Typed:
    """What the form carries, without what only the page itself needs."""
    carried = request.form.to_dict(flat=False)
    return {name: values for name, values in carried.items() if name not in PAGES_OWN}


def look(key: UUID, typed: Typed) -> Desk:
    """The intake as it stands with what was typed."""
    registry = current_app.extensions["registry"]
    running = engine(db(), registry)
    core = read(typed, (), today=today())
    routed = running.route(core.facts, today())
    agreed = core.consents.get(SENSITIVE) is True
    active = routed.decision.active or frozenset()
    sections = module_sections(registry, routed.decision.facts, active, sensitive=agreed)
    asked = tuple(field for section in sections for field in section.fields)
    reading = read(typed, asked, today=today())
    routed = running.route(reading.facts, today())
    known = {name: reading.person.get(name) for name in ("name", "phone", "birth_year")}
    hits = likely_same(db(), vault=vault(), **known)
    return Desk(key, typed, reading, sections, spoken(routed, words_here(registry, running)), hits)


def page(desk: Desk, *, errors: dict[str, list[str]] | None = None, unfinished: Sequence[Saved] = ()) -> str:
    """The whole page; what was typed is in it, but for identification numbers."""
    about = {**parts(desk, errors or {}), "sections": CORE_SECTIONS, "consents": CONSENTS, "unfinished": unfinished}
    return render_template("intake/page.html", **about)


def parts(desk: Desk, errors: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """What the parts of the page need: what was typed into each field, and how things are called."""
    typed = scrubbed(desk.typed)

    def given(name: str) -> str:
        return next((value for value in typed.get(name, []) if value), "")

    atlas = network.atlas(db())
    return {
        "desk": desk, "errors": errors or {}, "given": given, "given_all": lambda name: typed.get(name, []),
        "options_of_field": answers_to, "oob": False, "centre_title": lambda code: name(atlas.centres[code]),
        "masked_name": mask_name, "masked_phone": mask_phone, "topic_title": topic_title,
    }


def topic_title(code: str) -> str:
    """The words of a topic."""
    return next((_(option.title) for option in options_of(FACTS["topics"]) if option.code == code), code)


def answers_to(field: IntakeField) -> list[tuple[str, str]]:
    """The answers that one can choose, with their words; none for what is typed."""
    if field.kind is Kind.BOOL:
        return [("yes", _("yes")), ("no", _("no")), ("unknown", _("not known")), ("refused", _("rather not say"))]
    if field.kind in {Kind.CODE, Kind.CODES, Kind.DISTRICT}:
        return [(option.code, _(option.title)) for option in options_of(field)]
    return []
