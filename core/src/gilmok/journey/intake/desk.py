"""An intake as it stands while it is being typed: what it says, what to ask, where it would go, who is known."""

from dataclasses import dataclass
from uuid import UUID

from flask import current_app

from gilmok.ground.clock import today
from gilmok.ground.web.request import db, me, vault
from gilmok.journey.intake.consents import SENSITIVE
from gilmok.journey.intake.duplicates import Hits, likely_same
from gilmok.journey.intake.questions import Section, module_sections
from gilmok.journey.intake.reading import Reading, Typed, read
from gilmok.journey.routing.queries import engine
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.spoken import Proposal, spoken, words_here


@dataclass(frozen=True)
class Desk:
    """An intake as it stands: what was typed and what it says, the questions to ask, the proposal, who is known."""

    key: UUID
    typed: Typed
    reading: Reading
    modules: tuple[Section, ...]
    proposal: Proposal
    centre: str | None
    hits: Hits

    @property
    def shown(self) -> str:
        """The module questions that are on the page, so that they are only replaced when they change."""
        return " ".join(field.id for section in self.modules for field in section.fields)

    @property
    def stays(self) -> bool:
        """Whether another centre could help but does not get the case, because nobody agreed to passing it on."""
        elsewhere = self.proposal.status == Status.ROUTED and self.centre not in (None, me().centre_id)
        return elsewhere and not self.reading.intake().may_be_passed_on


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
    centre = routed.placement.centre.code if routed.placement and not routed.decision.told_on_the_spot else None
    return Desk(key, typed, reading, sections, spoken(routed, words_here(registry, running)), centre, hits)
