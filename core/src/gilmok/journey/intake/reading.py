"""What a form says: valid values, and beside each field what is wrong with it. Nothing here knows a database."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError

from gilmok.ground.fields import UNSURE
from gilmok.ground.fields.answer import REFUSALS
from gilmok.ground.formats.identifiers import PLACEHOLDERS, Identifier, refused, scrub
from gilmok.ground.formats.phones import Phone
from gilmok.ground.i18n import _
from gilmok.journey.intake.consents import IDENTITY, SENSITIVE
from gilmok.journey.intake.intake import Intake
from gilmok.journey.intake.schemas import (
    BIRTH_YEAR,
    TAKEN_OUT,
    PersonSchema,
    consent_schema,
    facts_of,
    facts_schema,
    is_begun_number,
)
from gilmok.journey.vocabulary import FACTS
from gilmok.modules.things import IntakeField, Kind

Typed = dict[str, list[str]]
Errors = dict[str, list[str]]
# What is to become of a case that names nobody and that another centre could take over.
ONWARD = "onward"
SEVERAL = {name for name, each in FACTS.items() if each.kind is Kind.CODES}
SENSITIVE_FACTS = {name for name, each in FACTS.items() if each.sensitive}
_person, _consents, _facts = PersonSchema(), consent_schema(), facts_schema(tuple(FACTS.values()))


@dataclass(frozen=True)
class Reading:
    """A form as it was understood: `facts` by code, `answers` to free-text questions, the `person`, the `narrative`,
    the `consents` that were answered, whether to `send_on` at once what names nobody, and the `errors` by field."""

    facts: Mapping[str, Any]
    answers: Mapping[str, str]
    person: Mapping[str, Any]
    narrative: str
    consents: Mapping[str, bool]
    send_on: bool = False
    errors: Errors = field(default_factory=dict)

    def missing(self) -> Errors:
        """What a case cannot be taken in without, by field: what it is about, and consent to what was written."""
        found: Errors = {}
        if "topics" not in self.facts:
            found["topics.main"] = [_("Please choose what it is about; “not known” is an answer too.")]
        if any(self.person.values()) and self.consents.get(IDENTITY) is not True:
            found[f"consent.{IDENTITY}"] = [
                _("Name and contact may be kept only with consent. Ask for it, or empty them to go on without a name.")
            ]
        return found

    def intake(self) -> Intake:
        """The complete intake, which names nobody where nothing of the person was told."""
        anonymous = not any(self.person.values())
        facts = {**self.facts, "anonymous": anonymous}
        return Intake(
            facts=facts, person=self.person, narrative=self.narrative, answers=self.answers, consents=self.consents,
            send_on=self.send_on,
        )


def read(typed: Mapping[str, list[str]], *, today: date) -> Reading:
    """What was typed into the core's questions."""
    errors: Errors = {}
    answers = single(typed)
    consents = load(_consents, answers, errors)
    facts = facts_of(load(_facts, with_topics(typed, answers), errors))
    if "topics" in errors:
        errors["topics.main"] = errors.pop("topics")
    note_future(facts, today, errors)
    person = load(_person, answers, errors)
    narrative = person.pop("narrative", "")
    barred = set() if consents.get(SENSITIVE) is True else SENSITIVE_FACTS
    return Reading(
        facts=without(facts, barred), answers={}, narrative=narrative, consents=consents, errors=errors,
        person={name: digits_of(value) for name, value in person.items()},
        send_on="send" in typed.get(ONWARD, ()),
    )


def read_further(reading: Reading, typed: Mapping[str, list[str]], asked: tuple[IntakeField, ...]) -> Reading:
    """The same reading with what was typed into the questions of modules that were asked."""
    fields = tuple(each for each in asked if each.id not in FACTS)
    errors = dict(reading.errors)
    several = {each.id: typed[each.id] for each in fields if each.kind is Kind.CODES and each.id in typed}
    loaded = facts_of(load(facts_schema(fields), {**single(typed), **several}, errors))
    texts = {each.id for each in fields if each.kind is Kind.TEXT}
    return replace(
        reading, facts={**reading.facts, **without(loaded, texts)}, answers=without(loaded, loaded.keys() - texts),
        errors=errors,
    )


def without(answers: Mapping[str, Any], names: Set[str]) -> dict[str, Any]:
    """The answers but for those of these names."""
    return {name: value for name, value in answers.items() if name not in names}


def digits_of(value: Any) -> Any:
    """A phone number as it is stored; anything else as it is."""
    return value.digits if isinstance(value, Phone) else value


def load(schema: Schema, values: Mapping[str, Any], errors: Errors) -> dict[str, Any]:
    """What is valid of the values; what is wrong is added to the errors, by field."""
    try:
        loaded = schema.load(values)
    except ValidationError as wrong:
        errors |= wrong.messages_dict
        loaded = wrong.valid_data
    return dict(loaded)


def single(typed: Mapping[str, list[str]]) -> dict[str, str]:
    """The answer of each field that has one: what was typed, else that it is unknown or refused."""
    return {name: next((value for value in values if value.strip()), "") for name, values in typed.items()}


def with_topics(typed: Mapping[str, list[str]], single: Mapping[str, str]) -> dict[str, Any]:
    """The answers to questions: one each, but for those that take several; the main topic comes first."""
    answers: dict[str, Any] = {**single, **{name: typed[name] for name in SEVERAL if name in typed}}
    main, others = answers.get("topics.main", ""), typed.get("topics", [])
    answers["topics"] = main if main in UNSURE else [each for each in (main, *others) if each]
    return answers


def note_future(loaded: dict[str, Any], today: date, errors: Errors) -> None:
    """A day after the end of next year is a slip; a dismissal that was announced comes sooner."""
    day = loaded.get("event_date")
    if isinstance(day, date) and day.year > today.year + 1:
        errors["event_date"] = [_("Please check the year of this day.")]
        del loaded["event_date"]


def scrubbed(typed: Mapping[str, list[str]]) -> Typed:
    """What was typed with placeholders for identification numbers: in this form it may be kept and shown again."""
    return {name: [cleared(name, value) for value in values] for name, values in typed.items()}


def cleared(name: str, value: str) -> str:
    """What may be kept of a value: placeholders for numbers, and nothing at all of the beginning of one where only a
    year belongs."""
    kept = scrub(value)
    return "" if name == BIRTH_YEAR and not kept.kinds and is_begun_number(value) else kept.text


def what_is_barred(typed: Mapping[str, list[str]]) -> str:
    """The sentence about the first identification number that stands anywhere in what was typed; empty without one."""
    kinds = [kind for name, values in typed.items() for value in values for kind in barred_kinds(name, value)]
    return _(REFUSALS[kinds[0]]) if kinds else ""


def barred_kinds(name: str, value: str) -> tuple[Identifier, ...]:
    """The kinds of identification numbers in a value, or of the beginning of one where only a year belongs."""
    begun = name == BIRTH_YEAR and is_begun_number(value)
    return refused(value) or ((Identifier.RESIDENT,) if begun else ())


def told_as_shown(errors: Errors, typed: Mapping[str, list[str]]) -> Errors:
    """The errors as they fit a page that does not show such numbers again: that one was taken out, and what stands in
    its place."""
    return {name: taken_out(typed.get(name, [])) or messages for name, messages in errors.items()}


def taken_out(values: list[str]) -> list[str]:
    """That numbers were taken out of these values; nothing where there was none."""
    kinds = dict.fromkeys(kind for value in values for kind in scrub(value).kinds)
    return [_(TAKEN_OUT, placeholder=PLACEHOLDERS[kind]) for kind in kinds]
