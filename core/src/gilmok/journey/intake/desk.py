"""An intake as it stands while it is being typed: what it says, what to ask, where it would go, who is known."""

from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from flask import current_app

from gilmok.ground.clock import today
from gilmok.ground.web.request import db, me, vault
from gilmok.journey.case.models import Case
from gilmok.journey.intake.consents import SENSITIVE, SHARING
from gilmok.journey.intake.duplicates import Hits, likely_same
from gilmok.journey.intake.questions import Section, module_sections
from gilmok.journey.intake.reading import Reading, Typed, read, read_further
from gilmok.journey.routing.queries import Engine, engine
from gilmok.journey.routing.route import Routed
from gilmok.journey.routing.rules import Status
from gilmok.journey.routing.spoken import Proposal, spoken, words_here

# The key of what is no new intake: the further questions of a case.
NO_DRAFT = UUID(int=0)


@dataclass(frozen=True)
class Desk:
    """An intake as it stands: what was typed and what it says, the questions to ask, where it would go and by which
    engine. Who is likely known is looked for when it is shown, and only then noted as seen."""

    key: UUID
    typed: Typed
    reading: Reading
    modules: tuple[Section, ...]
    engine: Engine
    routed: Routed
    anonymous: bool

    @cached_property
    def hits(self) -> Hits:
        """Who is likely the same person."""
        known = {name: self.reading.person.get(name) for name in ("name", "phone", "birth_year")}
        return likely_same(db(), vault=vault(), **known)

    @cached_property
    def proposal(self) -> Proposal:
        """Where it would go, in words."""
        return spoken(self.routed, words_here(current_app.extensions["registry"], self.engine))

    @property
    def centre(self) -> str | None:
        """The centre to which it would go; None where there is no desk for it yet, or all is told on the spot."""
        placed = None if self.routed.decision.told_on_the_spot else self.routed.placement
        return placed.centre.code if placed else None

    @property
    def shown(self) -> str:
        """The module questions that are on the page, so that they are only replaced when they change."""
        return " ".join(field.id for section in self.modules for field in section.fields)

    @property
    def elsewhere(self) -> bool:
        """Whether another centre can help, and no open answer could change that."""
        return self.routed.decision.status is Status.ROUTED and self.centre not in (None, me().centre_id)

    @property
    def stays(self) -> bool:
        """Whether another centre could help but does not get the case, because nobody agreed to passing it on."""
        return self.elsewhere and not self.anonymous and self.reading.consents.get(SHARING) is not True

    @property
    def chooses(self) -> bool:
        """Whether the desk has to choose what becomes of the case: it may go elsewhere, for it names nobody."""
        return self.elsewhere and self.anonymous and self.key != NO_DRAFT


def look(key: UUID, typed: Typed, *, of: Case | None = None) -> Desk:
    """The intake as it stands with what was typed. `of`: the case whose further questions these are; it is judged as of
    the day on which it was received, and names somebody or nobody as it did."""
    registry = current_app.extensions["registry"]
    running = engine(db(), registry)
    reading, on = read(typed, today=today()), today()
    if of is not None:
        reading, on = replace(reading, facts={**reading.facts, "anonymous": of.anonymous}), of.received_on
    routed = running.route(reading.facts, on, goes_on=today())
    agreed = reading.consents.get(SENSITIVE) is True
    active = routed.decision.active or frozenset()
    sections = module_sections(registry, routed.decision.facts, active, sensitive=agreed)
    asked = tuple(field for section in sections for field in section.fields)
    if asked:
        reading = read_further(reading, typed, asked)
        routed = running.route(reading.facts, on, goes_on=today())
    unnamed = reading.intake().anonymous if of is None else of.anonymous
    return Desk(key, typed, reading, sections, running, routed, unnamed)
