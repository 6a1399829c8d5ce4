"""Everything beside `gilmok.modules.api` that the pages and tables of a module may import from Gilmok.

It needs the web and the database, so a module's declarations do not import it; its views, tables and migrations do.
Flask and SQLAlchemy are imported as themselves: `from flask import Blueprint, render_template`.
"""

from gilmok.ground.above import above
from gilmok.ground.access.models import Person
from gilmok.ground.access.policy import Permission
from gilmok.ground.audit import log
from gilmok.ground.clock import now, today
from gilmok.ground.crypto import Vault
from gilmok.ground.db import Base, OfCase, ViewerSession, change_version
from gilmok.ground.db.protection import CENTRE, GRANTED, HELD, OFFICIAL, allow, protect
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
from gilmok.ground.i18n import _, current_language
from gilmok.ground.sheets import as_csv
from gilmok.ground.web.request import db, form_key, me, needs, once, vault, who
from gilmok.ground.web.visitors import visitors
from gilmok.modules.demo import Demo
from gilmok.modules.gates import Gate, gate, region_of
from gilmok.modules.parts import CaseInView
from gilmok.network.queries import atlas

__all__ = [
    "CENTRE", "GRANTED", "HELD", "OFFICIAL", "Base", "BusinessNumber", "CaseInView", "ChangedMeanwhile", "Code",
    "Codes", "Day", "Demo", "EmailAddress", "Errors", "Form", "FreeText", "Gate", "GilmokError", "IllegalMove",
    "Invalid", "Line", "NotAllowed", "NotFound", "Number", "OfCase", "Permission", "Person", "PhoneNumber", "Vault",
    "ViewerSession", "WholeNumber", "Won", "YesNo", "_", "allow", "as_csv", "atlas", "case_of", "change_version",
    "current_language", "db", "form_key", "gate", "log", "me", "needs", "now", "once", "protect", "region_of",
    "today", "vault", "visitors", "who",
]


def case_of(number: str) -> CaseInView:
    """The case that an address names, as the person of the request may see it; raises NotFound. Use it as `of=`."""
    found: CaseInView = above("case")(number)
    return found
