"""What staff see of a request, in words."""

from collections.abc import Mapping

from gilmok.ground.formats.mistakes import FormatError
from gilmok.ground.formats.phones import read_phone, say_phone
from gilmok.ground.i18n import _
from gilmok.journey.case import words
from gilmok.journey.case.titles import CONSENT_TITLES
from gilmok.journey.requests.opening import first
from gilmok.journey.requests.words import REACHES, TONGUES
from gilmok.journey.vocabulary import FACTS


def told(typed: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """What was chosen and how to reach the person, as label and answer; the story stands apart."""
    said = [
        (_("Main matter"), words.topic_title(first(typed, "topics.main"))),
        *((_(FACTS[name].label), words.code_title(first(typed, name), FACTS[name]))
          for name in ("workplace_district", "home_district")),
        (_("Language of counselling"), TONGUES.get(first(typed, "language"), _("Other"))),
        (_("How to reach them"), _(REACHES.get(first(typed, "reach"), ""))),
        (_("Name"), first(typed, "name")), (_("Phone number"), spelt(first(typed, "phone"))),
        (_("When to call"), first(typed, "call_when")), (_("E-mail"), first(typed, "email")),
        *((_(title), agreed(first(typed, f"consent.{kind}"))) for kind, title in CONSENT_TITLES.items()),
    ]
    return [(label, answer) for label, answer in said if answer]


def agreed(answer: str) -> str:
    """What was answered to a consent."""
    return {"yes": _("agreed"), "no": _("refused")}.get(answer, _("not answered"))


def spelt(phone: str) -> str:
    """A phone number as numbers are written here."""
    try:
        return say_phone(read_phone(phone).digits) if phone else ""
    except FormatError:
        return phone
