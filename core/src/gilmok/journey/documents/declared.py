"""How a document is declared, see `modules/papers.py`; and what the page calls the source of a blank."""

from collections.abc import Mapping

from gilmok.ground.marking import _marked as _
from gilmok.modules.papers import Blank, Document
from gilmok.modules.papers import BlankKind as Holds
from gilmok.modules.papers import BlankSource as Source

__all__ = ["SOURCE_TITLES", "Blank", "Document", "Holds", "Source"]

SOURCE_TITLES: Mapping[Source, str] = {
    Source.CLIENT: _("from the client's data"),
    Source.FACT: _("from the facts of the case"),
    Source.DAYS: _("from the days of the case"),
    Source.NARRATIVE: _("from what was told"),
    Source.TALK: _("from the last talk"),
    Source.STAFF: _("from who has the case"),
    Source.OFFICE: _("from the district of the workplace"),
    Source.ASKED: _("asked on this page"),
}
