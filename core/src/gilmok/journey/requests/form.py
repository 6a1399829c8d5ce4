"""What a request for help says: valid values, and beside each field what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import EXCLUDE, Schema

from gilmok.ground.fields import Choice, Code, EmailAddress, FreeText, Line, PhoneNumber, YesNo
from gilmok.ground.i18n import _ as translated
from gilmok.ground.i18n import _marked as _
from gilmok.journey.finding.matters import MATTERS
from gilmok.journey.intake.consents import IDENTITY, SENSITIVE, SHARING
from gilmok.journey.intake.reading import Errors, Typed, load, single
from gilmok.journey.requests.words import EMAIL, PHONE, REACHES, TONGUES
from gilmok.journey.vocabulary_codes import DISTRICTS

DISTRICT_CODES = frozenset(option.code for option in DISTRICTS)
LONGEST = 4000
# Hidden from people; what fills every field fills this one.
TRAP = "website"
# What has to be answered, by the name of its field in the schema and in the form; named, for a summary lists several.
ASKED_FOR = {
    ("narrative", "narrative"): _("Please write what happened."),
    ("topic", "topics.main"): _("Please choose what it is about; “I do not know” is an answer too."),
    ("reach", "reach"): _("Please choose how we should answer."),
}
NO_NUMBER = _("Please write the number at which we can call you.")
NO_ADDRESS = _("Please write the e-mail address to which we can write.")
NO_CONSENT = _(
    "We may keep your name and how to reach you only if you agree. You can also empty these fields and call the centre "
    "yourself."
)
LOOKED_LIKE_A_MACHINE = _(
    "This looked as if a machine had filled it in. If you are a person, please press the button once more."
)
# What has to be there for each way to be reached.
NEEDS = {PHONE: {("phone", "phone"): NO_NUMBER}, EMAIL: {("email", "email"): NO_ADDRESS}}
CONTACT = {"name", "phone", "email"}


class AskSchema(Schema):
    """The form; its names are those of the intake that a counsellor makes of it."""

    class Meta:
        """What else the form carries is read elsewhere."""

        unknown = EXCLUDE

    narrative = FreeText(longest=LONGEST)
    topic = Code(frozenset(MATTERS), unsure=True, data_key="topics.main")
    workplace_district = Code(DISTRICT_CODES, unsure=True)
    home_district = Code(DISTRICT_CODES, unsure=True)
    language = Code(frozenset((*TONGUES, "other")), load_default="other")
    reach = Choice(frozenset(REACHES))
    phone = PhoneNumber()
    call_when = Line(longest=200)
    email = EmailAddress()
    name = Line(longest=100)
    danger = YesNo(unsure=False)
    identity = YesNo(unsure=False, data_key=f"consent.{IDENTITY}")
    sensitive = YesNo(unsure=False, data_key=f"consent.{SENSITIVE}")
    sharing = YesNo(unsure=False, data_key=f"consent.{SHARING}")


_schema = AskSchema()
FIELDS = tuple(each.data_key or name for name, each in AskSchema().fields.items())


@dataclass(frozen=True)
class Asked:
    """A form as it was understood: what was typed into its own fields, the values, and the errors by field."""

    typed: Typed
    values: Mapping[str, Any]
    errors: Errors = field(default_factory=dict)

    @property
    def urgency(self) -> str:
        """The urgency as a fact of a case."""
        return "danger" if self.values.get("danger") else "normal"


def read_request(typed: Mapping[str, list[str]]) -> Asked:
    """What was typed into the form, by field in the order in which they stand."""
    errors: Errors = {}
    said = own_answers(typed)
    values = load(_schema, said, errors)
    lacking = {name: [translated(text)] for name, text in missing(values, errors).items()}
    if any(typed.get(TRAP, ())):
        lacking["send"] = [translated(LOOKED_LIKE_A_MACHINE)]
    found = errors | lacking
    # Of a field that was sent twice only what was looked at is kept.
    own = {name: [value] for name, value in said.items()}
    return Asked(own, values, {name: found[name] for name in (*FIELDS, "send") if name in found})


def own_answers(typed: Mapping[str, list[str]]) -> dict[str, str]:
    """The answer of each of the form's own fields that has one, in the order of the form."""
    said = single(typed)
    return {name: said[name] for name in FIELDS if said.get(name)}


def missing(values: Mapping[str, Any], wrong: Errors) -> dict[str, str]:
    """What cannot be left open, by field: the matter, how to reach who wants that, the consent to keeping it."""
    needed = {**ASKED_FOR, **NEEDS.get(values.get("reach", ""), {})}
    found = {where: text for (name, where), text in needed.items() if name not in values}
    if CONTACT & values.keys() and values.get("identity") is not True:
        found[f"consent.{IDENTITY}"] = NO_CONSENT
    # What is wrong with an answer is told, and not that it is missing.
    return {name: text for name, text in found.items() if name not in wrong}
