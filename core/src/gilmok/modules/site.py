"""Everything beside `gilmok.modules.api` that the pages and tables of a module may import from Gilmok.

It needs the web and the database, so a module's declarations do not import it; its views, tables and migrations do.
Flask and SQLAlchemy are imported as themselves: `from flask import Blueprint, render_template`.
"""

from gilmok.ground.above import above
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission, may
from gilmok.ground.audit import log
from gilmok.ground.clock import SEOUL, now, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Base, OfCase, ViewerSession, change_version, read
from gilmok.ground.db.protection import CENTRE, GRANTED, HELD, OFFICIAL, allow, on_rows, protect
from gilmok.ground.errors import ChangedMeanwhile, GilmokError, IllegalMove, Invalid, NotAllowed, NotFound
from gilmok.ground.fields import (
    BusinessNumber,
    Code,
    Codes,
    Day,
    EmailAddress,
    Errors,
    Form,
    FreeText,
    Line,
    Number,
    PhoneNumber,
    WholeNumber,
    Won,
    YesNo,
)
from gilmok.ground.fields.times import TimeOfDay, moment_of
from gilmok.ground.formats.business import read_business_number, say_business_number
from gilmok.ground.formats.identifiers import scrub
from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.hiding import SMALLEST, hidden_in_list, hidden_in_table
from gilmok.ground.i18n import VISITORS_LANGUAGES, _, current_language, in_language, speaking
from gilmok.ground.ics import Happening, as_download
from gilmok.ground.receipts import Receipt, bare, bring, proof_of, receipt_of
from gilmok.ground.retention import RECORDS_KEPT_YEARS, kept_since
from gilmok.ground.sealing import opened, sealed
from gilmok.ground.sheets import as_csv
from gilmok.ground.web.request import db, form_key, me, needs, once, vault, who
from gilmok.ground.web.visitors import count_try, visitors
from gilmok.modules.current import registry
from gilmok.modules.demo import Demo
from gilmok.modules.gates import Gate, gate, region_of, regions_with
from gilmok.modules.mounting import goes_on
from gilmok.modules.parts import CaseInView
from gilmok.network.places import Centre
from gilmok.network.queries import atlas

__all__ = [
    "CENTRE", "GRANTED", "HELD", "OFFICIAL", "RECORDS_KEPT_YEARS", "SEOUL", "SMALLEST", "VISITORS_LANGUAGES",
    "Base", "BusinessNumber", "CaseInView", "Centre", "ChangedMeanwhile", "Code", "Codes", "Day", "Demo",
    "EmailAddress", "Errors", "Form", "FormatError", "FreeText", "Gate", "GilmokError", "Happening", "IllegalMove",
    "Invalid", "Line", "NotAllowed", "NotFound", "Number", "OfCase", "Permission", "Person", "PhoneNumber",
    "Receipt", "TimeOfDay", "Vault", "ViewerSession", "WholeNumber", "Won", "YesNo", "_", "allow", "as_csv",
    "as_download", "atlas", "bare", "bring", "case_of", "change_version", "choices_of", "count_try",
    "current_language", "db", "form_key", "gate", "goes_on", "hidden_in_list", "hidden_in_table", "in_language",
    "kept_since", "log", "may", "me", "moment_of", "needs", "now", "on_rows", "once", "opened", "proof_of", "protect",
    "read", "read_business_number", "receipt_of", "region_of", "regions_with", "say_business_number", "scrub", "sealed",
    "speaking", "today", "vault", "visitors", "who",
]


def case_of(number: str) -> CaseInView:
    """The case that an address names, as the person of the request may see it; raises NotFound. Use it as `of=`."""
    found: CaseInView = above("case")(number)
    return found


def choices_of(question: str) -> dict[str, str]:
    """What a question of the intake offers, the core's (`industry`) or a module's: each code, and what it is called in
    the language of the request."""
    return {each.code: _(each.title) for each in registry().facts[question].options}
