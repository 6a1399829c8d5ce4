"""What a case itself knows of a document's blanks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gilmok.ground.clock import today
from gilmok.journey.case.file import CaseFile, answers
from gilmok.journey.case.models import Case
from gilmok.journey.case.titles import TOPIC_TITLES
from gilmok.journey.clocks.rules import Known as Day
from gilmok.journey.clocks.rules import days_of
from gilmok.journey.documents.declared import Blank, Document, Holds, Source
from gilmok.journey.documents.values import Value, in_language
from gilmok.journey.routing.store import restored
from gilmok.journey.routing.truth import Facts
from gilmok.journey.vocabulary import FACTS, UNANSWERED, options_of
from gilmok.modules.current import registry
from gilmok.network.atlas import Atlas

OPEN = {each.code for each in UNANSWERED}


def is_answer(answer: Any) -> bool:
    """Whether somebody answered, rather than 'not known' or 'would not say'."""
    return not isinstance(answer, str) or answer not in OPEN


@dataclass(frozen=True)
class Known:
    """A case as documents are filled from it."""

    case: Case
    file: CaseFile
    atlas: Atlas
    facts: Facts
    days: list[Day]
    talk: Mapping[str, str]

    @classmethod
    def of(
        cls, case: Case, file: CaseFile, atlas: Atlas, *, entered: Iterable[Day] = (),
        talk: Mapping[str, str] | None = None,
    ) -> "Known":
        """What is known of a case, with the days that were entered for it and the texts of its last talk."""
        told = {**restored(case.facts), **restored(file.later.known), **answers(file)}
        facts = {code: answer for code, answer in told.items() if is_answer(answer)}
        return cls(case, file, atlas, facts, days_of(facts, entered), talk or {})

    def value(self, blank: Blank, document: Document) -> Value | None:
        """What the case says for a blank; None where it says nothing."""
        found = FINDERS[blank.source](self, blank, document.language)
        return found or None


def of_client(known: Known, blank: Blank, language: str) -> Value | None:
    """A field of whom the case is about."""
    return known.file.someone.clear.get(blank.of)


def of_facts(known: Known, blank: Blank, language: str) -> Value | None:
    """A fact in words; a day, a sum and a yes or no as they are kept."""
    if blank.of == "topic":
        return in_language(TOPIC_TITLES.get(known.case.topic, ""), language)
    answer: Any = known.facts.get(blank.of)
    match answer:
        case None:
            return None
        case bool():
            return "yes" if answer else "no"
        case str() | tuple() | list():
            return titles_of(answer, blank.of, language)
    return answer if isinstance(answer, int) else str(answer)


def titles_of(answer: str | Iterable[str], fact: str, language: str) -> str:
    """An answer in words: the titles of codes, a text as it was told."""
    asked = FACTS.get(fact) or registry().answered.get(fact)
    titles = {each.code: each.title for each in options_of(asked)} if asked else {}
    codes = [answer] if isinstance(answer, str) else answer
    return ", ".join(in_language(titles.get(each, each), language) for each in codes)


def of_days(known: Known, blank: Blank, language: str) -> Value | None:
    """The last day of an event; of one that is a sum, all that was not paid on its days."""
    found = [each for each in known.days if each.event == blank.of]
    if blank.holds is Holds.WON:
        return sum(each.won or 0 for each in found)
    return max((each.day.isoformat() for each in found), default=None)


def of_talk(known: Known, blank: Blank, language: str) -> Value | None:
    """A text of the last talk."""
    return known.talk.get(blank.of)


def of_narrative(known: Known, blank: Blank, language: str) -> Value | None:
    """What was told when the case was taken in."""
    return known.file.read("narrative", known.file.narrative)


def of_staff(known: Known, blank: Blank, language: str) -> Value | None:
    """Who has the case, their centre and its phone."""
    centre = known.atlas.centres.get(known.case.centre_id)
    if blank.of == "name":
        return known.file.handler
    if centre is None:
        return None
    return "".join(filter(str.isdigit, centre.phone)) if blank.of == "centre_phone" else centre.name_ko


def of_office(known: Known, blank: Blank, language: str) -> Value | None:
    """The agency that answers for the district of the workplace, if exactly one does."""
    found = known.atlas.agencies_for(blank.of, known.facts.get("workplace_district"), today())
    return found[0].name_ko if len(found) == 1 else None


def of_nothing(known: Known, blank: Blank, language: str) -> Value | None:
    """Nothing: it is asked."""
    return None


FINDERS: Mapping[Source, Callable[[Known, Blank, str], Value | None]] = {
    Source.CLIENT: of_client, Source.FACT: of_facts, Source.DAYS: of_days,
    Source.NARRATIVE: of_narrative, Source.TALK: of_talk, Source.STAFF: of_staff,
    Source.OFFICE: of_office, Source.ASKED: of_nothing,
}
