"""Fields of marshmallow schemas that read what people type, for pages, the API and imports alike.

All of them share this: an empty answer is *not asked* and leaves the key out; with `unsure=True` the answers `unknown`
and `refused` are kept as they are; an identification number is refused before anything else looks at it; and every
error is a sentence in the language of the request that says how to do it right and never repeats what was typed.
"""

from gilmok.ground.fields.answer import UNSURE, Answer, is_empty, no_identifiers, warnings
from gilmok.ground.fields.choices import Choice, Code, Codes, Options, YesNo
from gilmok.ground.fields.form import Errors, Form
from gilmok.ground.fields.lines import Lines
from gilmok.ground.fields.numbers import Number, WholeNumber, Won
from gilmok.ground.fields.typed import BusinessNumber, Day, EmailAddress, FreeText, Line, PhoneNumber

__all__ = [
    "UNSURE", "Answer", "BusinessNumber", "Choice", "Code", "Codes", "Day", "EmailAddress", "Errors", "Form",
    "FreeText", "Line", "Lines", "Number", "Options", "PhoneNumber", "WholeNumber", "Won", "YesNo", "is_empty",
    "no_identifiers", "warnings",
]
