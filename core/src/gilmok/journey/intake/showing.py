"""The intake page from an intake as it stands: the whole page, and what its parts need."""

from collections.abc import Sequence
from typing import Any

from flask import render_template

from gilmok.ground.formats.names import mask_name
from gilmok.ground.formats.phones import mask_phone
from gilmok.ground.i18n import _
from gilmok.journey.intake.consents import CONSENTS
from gilmok.journey.intake.desk import Desk
from gilmok.journey.intake.drafts import Saved
from gilmok.journey.intake.questions import MATTER, PERSON, TIME, WORK
from gilmok.journey.intake.reading import Errors, scrubbed, told_as_shown
from gilmok.journey.vocabulary import FACTS, options_of
from gilmok.modules.things import IntakeField, Kind
from gilmok.network.words import name

PERSON_FIELDS = ("name", "phone", "birth_year", "email", "address")


def page(desk: Desk, *, errors: Errors | None = None, unfinished: Sequence[Saved] = ()) -> str:
    """The whole page; what was typed is in it, but for identification numbers."""
    about = {"matter": MATTER, "sections": (WORK, TIME), "person": PERSON, "consents": CONSENTS}
    about |= {"unfinished": unfinished} | parts(desk, in_order(errors or {}, desk))
    return render_template("intake/page.html", **about)


def in_order(errors: Errors, desk: Desk) -> Errors:
    """The errors in the order in which their fields stand on the page."""
    questions = [field.id for section in (WORK, TIME, *desk.modules) for field in section.fields]
    who = (*PERSON_FIELDS, *(field.id for field in PERSON.fields))
    fields = ("topics.main", "topics", "narrative", *questions, *who, *(f"consent.{each.kind}" for each in CONSENTS))
    places = {name: place for place, name in enumerate(fields)}
    return dict(sorted(errors.items(), key=lambda error: places.get(error[0], len(places))))


def parts(desk: Desk, errors: Errors | None = None) -> dict[str, Any]:
    """What the parts of the page need: what was typed into each field, and how things are called."""
    typed, atlas = scrubbed(desk.typed), desk.engine.atlas

    def given(name: str) -> str:
        return next((value for value in typed.get(name, []) if value), "")

    return {
        "desk": desk, "errors": told_as_shown(errors or {}, desk.typed), "given": given,
        "given_all": lambda name: typed.get(name, []),
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
